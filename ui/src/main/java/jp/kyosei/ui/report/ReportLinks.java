package jp.kyosei.ui.report;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.load.BusyException;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** 書き出し: what a page shows, to be saved in each format. A file is made when its link is followed, not before. */
@CssImport("./report/report.css")
public final class ReportLinks extends NativeDetails {
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    /** @param year the year shown; none where the page is of all years */
    public ReportLinks(ReportDesk desk, String plan, ReportKind kind, @Nullable FiscalYear year) {
        Div panel = new Div(formats(desk, plan, kind, year));
        panel.addClassName("panel");
        boolean toHandOut = kind == ReportKind.NOTES_HANDOUT;
        addClassNames("link-menu", toHandOut ? "handout-links" : "report-links", "no-print");
        setSummaryText(toHandOut ? "配布用の書き出し" : "書き出し");
        setContent(panel);
    }

    private static UnorderedList formats(ReportDesk desk, String plan, ReportKind kind, @Nullable FiscalYear year) {
        UnorderedList formats = new UnorderedList();
        for (ReportFormat format : ReportFormat.values()) {
            Anchor link = link(() -> desk.report(plan, kind, format, year));
            link.setText(format.label());
            link.setAriaLabel("%s（%sを書き出す）".formatted(format.label(), kind.label()));
            formats.add(new ListItem(link));
        }
        return formats;
    }

    /** The link to all papers of a meeting in one file. */
    public static Anchor pack(ReportDesk desk, MeetingId meeting) {
        Anchor link = link(() -> desk.pack(meeting));
        link.setText("会議資料一式（PDF）");
        link.addClassNames("button", "report-pack", "no-print");
        return link;
    }

    /** The link to the papers of a meeting as everybody would get them. */
    public static Anchor publicPapers(ReportDesk desk, MeetingId meeting) {
        Anchor link = link(() -> desk.publicPapers(meeting));
        link.setText("公開される資料（PDF）");
        link.addClassNames("button", "no-print");
        return link;
    }

    /** The links to the minutes of a meeting as files. */
    public static Div minutes(ReportDesk desk, MeetingId meeting) {
        Div links = new Div();
        links.addClassNames("button-row", "no-print");
        for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.DOCX)) {
            Anchor link = link(() -> desk.minutes(meeting, format));
            link.setText("議事要旨（%s）".formatted(format.label()));
            link.addClassName("button");
            links.add(link);
        }
        return links;
    }

    private static Anchor link(Supplier<ReportFile> file) {
        Anchor link = new Anchor();
        link.setHref((DownloadHandler) event -> send(file, event));
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }

    /** Made anew each time: who may no longer see the plan gets nothing by an old link. */
    private static void send(Supplier<ReportFile> made, DownloadEvent event) throws IOException {
        ReportFile file;
        try {
            file = made.get();
        } catch (NotFoundException e) {
            event.getResponse().sendError(NOT_FOUND, "");
            return;
        } catch (BusyException e) {
            event.getResponse().setHeader("Retry-After", Long.toString(e.retryAfterSeconds()));
            event.getResponse().sendError(TOO_MANY_REQUESTS, "");
            return;
        }
        byte[] bytes = file.bytes();
        event.setFileName(file.name());
        event.setContentType(file.contentType());
        event.setContentLength(bytes.length);
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getOutputStream().write(bytes);
    }
}

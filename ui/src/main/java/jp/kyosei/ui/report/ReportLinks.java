package jp.kyosei.ui.report;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.report.ComparisonFiles;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.VersionReport;
import jp.kyosei.backend.report.order.Order;
import org.jspecify.annotations.Nullable;

/** 書き出し: what a page shows, to be saved in each format. A file is made when its link is followed, not before. */
@CssImport("./report/report.css")
public final class ReportLinks extends NativeDetails {
    /** @param year the year shown; none where the page is of all years */
    public ReportLinks(ReportDesk desk, String plan, ReportKind kind, @Nullable FiscalYear year) {
        boolean toHandOut = kind == ReportKind.NOTES_HANDOUT;
        addClassName(toHandOut ? "handout-links" : "report-links");
        setSummaryText(toHandOut ? "配布用の書き出し" : "書き出し");
        offer(desk, kind.label(), format -> desk.report(plan, kind, format, year));
    }

    /** What two versions of a plan differ in. */
    public ReportLinks(ReportDesk desk, String plan, VersionReport report, ComparisonFiles.Versions versions) {
        addClassName(report.address() + "-links");
        setSummaryText(report.label() + "の書き出し");
        offer(desk, report.label(), format -> desk.comparison(plan, report, format, versions));
    }

    private void offer(ReportDesk desk, String what, Function<ReportFormat, Order> begin) {
        ReportWait wait = new ReportWait(desk);
        UnorderedList formats = new UnorderedList();
        for (ReportFormat format : ReportFormat.values()) {
            Anchor link = link(wait, () -> begin.apply(format));
            link.setText(format.label());
            link.setAriaLabel("%s（%sを書き出す）".formatted(format.label(), what));
            formats.add(new ListItem(link));
        }
        Div panel = new Div(formats, wait);
        panel.addClassName("panel");
        addClassNames("link-menu", "no-print");
        setContent(panel);
    }

    /** The link to all papers of a meeting in one file. */
    public static Div pack(ReportDesk desk, MeetingId meeting) {
        ReportWait wait = new ReportWait(desk);
        Anchor link = link(wait, () -> desk.pack(meeting));
        link.setText("会議資料一式（PDF）");
        link.addClassNames("button", "report-pack", "no-print");
        return new Div(link, wait);
    }

    /** The link to the papers of a meeting as everybody would get them. */
    public static Div publicPapers(ReportDesk desk, MeetingId meeting) {
        ReportWait wait = new ReportWait(desk);
        Anchor link = link(wait, () -> desk.publicPapers(meeting));
        link.setText("公開される資料（PDF）");
        link.addClassNames("button", "no-print");
        return new Div(link, wait);
    }

    /** The links to the minutes of a meeting as files. */
    public static Div minutes(ReportDesk desk, MeetingId meeting) {
        ReportWait wait = new ReportWait(desk);
        Div links = new Div();
        links.addClassNames("button-row", "no-print");
        for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.DOCX)) {
            Anchor link = link(wait, () -> desk.minutes(meeting, format));
            link.setText("議事要旨（%s）".formatted(format.label()));
            link.addClassName("button");
            links.add(link);
        }
        return new Div(links, wait);
    }

    /** Followed on the page, it begins to make the report and shows how far it is; opened beside, it waits for it. */
    private static Anchor link(ReportWait wait, Supplier<Order> begin) {
        Anchor link = new Anchor();
        link.setHref((DownloadHandler) event -> ReportSending.waited(begin, event));
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.getElement()
                .addEventListener("click", click -> wait.show(begin.get()))
                .setFilter("!event.ctrlKey && !event.metaKey && !event.shiftKey && (event.preventDefault() || true)");
        return link;
    }
}

package jp.kyosei.ui.collection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Optional;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.workbook.Decisions;
import jp.kyosei.backend.workbook.RoundWorkbook;
import jp.kyosei.backend.workbook.UploadedWorkbook;

/** A town's workbook: to be taken away, and to be sent back, looked at and stored. */
final class WorkbookBox extends Div {
    private final transient WorkbookDesk desk;
    private final transient WorkbookDesk.Spot spot;
    private final Runnable stored;
    private final Div result = new Div();

    /** @param stored called when a workbook was stored */
    WorkbookBox(WorkbookDesk desk, WorkbookDesk.Spot spot, Runnable stored) {
        this.desk = desk;
        this.spot = spot;
        this.stored = stored;
        addClassName("workbook-box");
        Paragraph about = new Paragraph("通信できない所でも、Excelに入力して、あとで送れます。登録されている値が入った表を作ります。");
        Anchor download = new Anchor();
        download.setHref((DownloadHandler) this::send);
        download.setTarget(AnchorTarget.BLANK);
        download.setRouterIgnore(true);
        download.setText("Excelをダウンロード");
        download.addClassName("button");
        download.getElement().setAttribute("aria-label", "%sのExcelをダウンロード".formatted(spot.townName()));
        result.addClassName("workbook-result");
        add(about, new Div(download), new WorkbookUpload(desk, spot, this::show), result);
    }

    private void show(WorkbookDesk.Sent sent, UploadedWorkbook uploaded) {
        result.removeAll();
        result.add(new WorkbookPreview(sent.name(), uploaded, decisions -> apply(sent, decisions)));
        result.getElement().executeJs("this.firstElementChild?.focus()");
    }

    private void apply(WorkbookDesk.Sent sent, Decisions decisions) {
        UploadedWorkbook outcome;
        try {
            outcome = desk.apply(spot, sent, decisions);
        } catch (RefusedException | ForbiddenException e) {
            say(Optional.ofNullable(e.getMessage()).orElse("登録できませんでした。"));
            return;
        } catch (NotFoundException e) {
            say("この照会は、もう表示できません。");
            return;
        } catch (StaleException e) {
            say("ちょうど同じときに、ほかの人が入力しました。もう一度ファイルを送ってください。");
            return;
        }
        if (!outcome.applied()) {
            show(sent, outcome);
            return;
        }
        say("%d 件を登録しました。提出は、まだ行われていません。"
                .formatted(outcome.items().stream()
                        .filter(item -> item.isWritten())
                        .count()));
        stored.run();
    }

    private void say(String words) {
        Paragraph said = new Paragraph(words);
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        said.getElement().setAttribute("tabindex", "-1");
        result.removeAll();
        result.add(said);
        result.getElement().executeJs("this.firstElementChild?.focus()");
    }

    /** Made anew each time, with the rights of that moment. */
    private void send(DownloadEvent event) throws IOException {
        RoundWorkbook file;
        try {
            file = desk.workbook(spot);
        } catch (NotFoundException e) {
            event.getResponse().sendError(404, "");
            return;
        } catch (RefusedException | ForbiddenException e) {
            event.getResponse().sendError(409, "");
            return;
        }
        byte[] bytes = file.bytes();
        event.setFileName(file.name());
        event.setContentType(RoundWorkbook.CONTENT_TYPE);
        event.setContentLength(bytes.length);
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getOutputStream().write(bytes);
    }
}

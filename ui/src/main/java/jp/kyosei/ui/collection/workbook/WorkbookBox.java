package jp.kyosei.ui.collection.workbook;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.workbook.Decisions;
import jp.kyosei.backend.workbook.RoundWorkbook;
import jp.kyosei.backend.workbook.UploadedWorkbook;
import jp.kyosei.ui.form.FileBox;
import org.jspecify.annotations.Nullable;

/** A town's workbook: to be taken away, and to be sent back, looked at and stored. */
public final class WorkbookBox extends Div {
    private static final String TOO_LARGE = "ファイルが大きすぎます。%d MB までです。".formatted(SheetReader.MOST_BYTES / 1024 / 1024);

    private final transient WorkbookDesk desk;
    private final transient WorkbookDesk.Spot spot;
    private final Runnable stored;
    private final Div result = new Div();

    /** The file sent last, and what it would change. */
    private transient volatile @Nullable Taken taken;

    private record Taken(WorkbookDesk.Sent sent, UploadedWorkbook uploaded) {}

    /** @param stored called when a workbook was stored */
    public WorkbookBox(WorkbookDesk desk, WorkbookDesk.Spot spot, Runnable stored) {
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
        add(about, new Div(download), upload(), result);
    }

    private FileBox upload() {
        return new FileBox(
                new FileBox.Wanted(
                        "入力したExcelを送る",
                        "送っても、すぐには登録されません。何が変わるかを確かめてから登録します。",
                        ".xlsx",
                        SheetReader.MOST_BYTES,
                        TOO_LARGE),
                this::take,
                this::showTaken);
    }

    /** In the thread of the upload; shown once the browser says that it was answered. */
    private @Nullable String take(String fileName, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(SheetReader.MOST_BYTES + 1);
        if (bytes.length > SheetReader.MOST_BYTES) {
            return TOO_LARGE;
        }
        WorkbookDesk.Sent sent = new WorkbookDesk.Sent(fileName, bytes);
        try {
            taken = new Taken(sent, desk.preview(spot, sent, Decisions.NONE));
            return null;
        } catch (UnreadableFileException e) {
            return Optional.ofNullable(e.getMessage()).orElse("ファイルを読み込めません。");
        } catch (NotFoundException e) {
            return "この照会は、もう表示できません。";
        }
    }

    private void showTaken() {
        Taken found = taken;
        if (found != null) {
            show(found.sent(), found.uploaded());
        }
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
        long written = outcome.items().stream().filter(item -> item.isWritten()).count();
        say(written == 0 ? "登録されている値を残しました。変わったものはありません。" : "%d 件を登録しました。提出は、まだ行われていません。".formatted(written));
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

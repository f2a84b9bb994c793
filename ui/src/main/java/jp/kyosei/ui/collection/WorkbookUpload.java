package jp.kyosei.ui.collection;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.kyosei.backend.sheet.SheetReader;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.workbook.Decisions;
import jp.kyosei.backend.workbook.UploadedWorkbook;
import org.jspecify.annotations.Nullable;

/** Chooses a filled workbook and sends it; what it would change is shown by who made this, what was wrong right under it. */
@Tag("kyosei-file-box")
@JsModule("./discussion/kyosei-file-box.ts")
@CssImport("./discussion/attachments.css")
final class WorkbookUpload extends Component {
    private static final String MESSAGE = "message";
    private static final String FAILED = "ファイルを受け取れませんでした。もう一度選んでください。";
    private static final int MEGA = 1024 * 1024;
    private static final String TOO_LARGE = "ファイルが大きすぎます。%d MB までです。".formatted(SheetReader.MOST_BYTES / MEGA);

    private final transient WorkbookDesk desk;
    private final transient WorkbookDesk.Spot spot;
    private final transient BiConsumer<WorkbookDesk.Sent, UploadedWorkbook> read;

    /** What became of the file sent last. */
    private transient volatile Outcome outcome = new Outcome(FAILED, null, null);

    private record Outcome(
            String refusal,
            WorkbookDesk.@Nullable Sent sent,
            @Nullable UploadedWorkbook uploaded) {}

    WorkbookUpload(WorkbookDesk desk, WorkbookDesk.Spot spot, BiConsumer<WorkbookDesk.Sent, UploadedWorkbook> read) {
        this.desk = desk;
        this.spot = spot;
        this.read = read;
        getElement().setAttribute("target", new Receiver());
        getElement().setProperty("label", "入力したExcelを送る");
        getElement().setProperty("accepted", ".xlsx");
        getElement().setProperty("most", SheetReader.MOST_BYTES);
        getElement().setProperty("toolarge", TOO_LARGE);
        getElement().setProperty("hint", "送っても、すぐには登録されません。何が変わるかを確かめてから登録します。");
    }

    /** The browser has sent the file and been answered. */
    @ClientCallable
    void sent() {
        Outcome found = outcome;
        outcome = new Outcome(FAILED, null, null);
        getElement().setProperty(MESSAGE, found.refusal());
        if (found.sent() != null && found.uploaded() != null) {
            read.accept(found.sent(), found.uploaded());
        }
    }

    private final class Receiver implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (InputStream content = event.getInputStream()) {
                byte[] bytes = content.readNBytes(SheetReader.MOST_BYTES + 1);
                if (bytes.length > SheetReader.MOST_BYTES) {
                    outcome = new Outcome(TOO_LARGE, null, null);
                    return;
                }
                WorkbookDesk.Sent sent = new WorkbookDesk.Sent(event.getFileName(), bytes);
                outcome = new Outcome("", sent, desk.preview(spot, sent, Decisions.NONE));
            } catch (UnreadableFileException | RefusedException | ForbiddenException e) {
                outcome = new Outcome(Optional.ofNullable(e.getMessage()).orElse(FAILED), null, null);
            } catch (NotFoundException e) {
                outcome = new Outcome("この照会は、もう表示できません。", null, null);
            }
        }

        /** What became of it is told by {@link #sent}. */
        @Override
        public void responseHandled(UploadResult result) {
            result.response().setStatus(result.success() ? 204 : 500);
        }
    }
}

package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import java.io.IOException;
import java.io.InputStream;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.attachment.FileKind;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.jspecify.annotations.Nullable;

/** Chooses a file and sends it: the browser's own chooser with a label, and what was wrong right under it. */
@Tag("kyosei-file-box")
@JsModule("./discussion/kyosei-file-box.ts")
final class FileBox extends Component {
    private static final String MESSAGE = "message";
    private static final String FAILED = "ファイルを受け取れませんでした。もう一度選んでください。";

    private final transient AttachmentDesk desk;
    private final NoteId note;
    private final Runnable attached;

    /** Of the file sent last; empty if it hangs there now. */
    private volatile @Nullable String refusal = FAILED;

    /** @param attached called when a file has come to hang at the note */
    FileBox(AttachmentDesk desk, NoteId note, Runnable attached) {
        this.desk = desk;
        this.note = note;
        this.attached = attached;
        getElement().setAttribute("target", new Receiver());
        getElement().setProperty("accepted", FileKind.accepted());
        getElement().setProperty("most", AttachmentService.MOST_BYTES);
        getElement().setProperty("toolarge", AttachmentService.TOO_LARGE);
        getElement()
                .setProperty(
                        "hint",
                        "%s。1つ %d MB まで、%d 個まで"
                                .formatted(
                                        FileKind.WORDS,
                                        AttachmentService.MOST_BYTES / 1024 / 1024,
                                        AttachmentService.MOST_PER_NOTE));
    }

    /** The browser has sent the file and been answered. */
    @ClientCallable
    void sent() {
        String message = refusal;
        refusal = FAILED;
        getElement().setProperty(MESSAGE, message == null ? "" : message);
        if (message == null) {
            attached.run();
        }
    }

    private final class Receiver implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (InputStream content = event.getInputStream()) {
                refusal = switch (desk.attach(note, event.getFileName(), content)) {
                    case AttachOutcome.Attached hanging -> null;
                    case AttachOutcome.NotTaken notTaken -> notTaken.message();
                };
            } catch (RefusedException | ForbiddenException e) {
                refusal = e.getMessage();
            } catch (NotFoundException e) {
                refusal = "この意見は、もう表示できません。";
            }
        }

        /** What became of it is told by {@link #sent}. */
        @Override
        public void responseHandled(UploadResult result) {
            result.response().setStatus(result.success() ? 204 : 500);
        }
    }
}

package jp.kyosei.ui.form;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.jspecify.annotations.Nullable;

/** Chooses a file, or takes one that is dropped, and sends it; what was wrong with it stands right below. */
@CssImport("./form/file-box.css")
public final class FileBox extends Div {
    private static final String FAILED = "ファイルを受け取れませんでした。もう一度選んでください。";
    private static final String NOT_SENT = "ファイルを送れませんでした。通信を確かめて、もう一度選んでください。";

    private final transient Taker taker;
    private final Runnable taken;
    private final Upload upload = new Upload();
    private final Paragraph wrong = new Paragraph();

    /** Of the file sent last; empty if it was taken. */
    private volatile @Nullable String refusal = FAILED;

    /**
     * What is asked for.
     *
     * @param hint which files are taken
     * @param accepted the endings and media types, as HTML writes them
     * @param mostBytes the largest file
     * @param tooLarge what is said of a larger one
     */
    public record Wanted(String caption, String hint, String accepted, long mostBytes, String tooLarge) {}

    /** Takes a file that was sent. */
    @FunctionalInterface
    public interface Taker {
        /** @return why it was not taken, in Japanese; none if it was */
        @Nullable
        String take(String fileName, InputStream content) throws IOException;
    }

    /** @param taken called when a file was taken */
    public FileBox(Wanted wanted, Taker taker, Runnable taken) {
        this.taker = taker;
        this.taken = taken;
        addClassName("file-box");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", wanted.caption());
        upload.setUploadHandler(new Receiver());
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize(Math.toIntExact(wanted.mostBytes()));
        upload.setI18n(words(wanted));
        // What the chooser offers at first. Whether a file is of a kind that is taken, the server says, from what is in
        // it.
        upload.addAttachListener(attached -> upload.getElement()
                .executeJs("this.updateComplete.then(() => this.$.fileInput.accept = $0)", wanted.accepted()));
        upload.setMaxFiles(1);
        sendAfterWhatWasChosen();
        upload.getElement().addEventListener("upload-success", sent -> sent());
        upload.getElement().addEventListener("upload-error", failed -> say(NOT_SENT));
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        upload.getElement().addEventListener("upload-start", started -> wrong.setText(""));
        Span caption = new Span(wanted.caption());
        caption.addClassName("field-label");
        Paragraph hint = new Paragraph(wanted.hint());
        hint.addClassName("field-hint");
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        add(caption, hint, upload, wrong);
    }

    /**
     * A file is a request of its own and could overtake what was chosen beside it just before, and be read by the choice
     * before that. So it waits until the server, which takes messages in their order, has heard of it.
     */
    private void sendAfterWhatWasChosen() {
        upload.setAutoUpload(false);
        upload.getElement()
                .addEventListener("files-changed", chosen -> upload.getElement().executeJs("this.uploadFiles()"))
                .setFilter("element.files.some(file => file.held && !file.uploading)");
    }

    private static UploadI18N words(Wanted wanted) {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne("ファイルを選ぶ…").setMany("ファイルを選ぶ…"))
                .setDropFiles(new UploadI18N.DropFiles().setOne("またはここに置く").setMany("またはここに置く"))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles("ファイルは1つずつ送ってください。")
                        .setFileIsTooBig(wanted.tooLarge())
                        .setIncorrectFileType("この種類のファイルは受け取れません。"))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting("送っています…")
                                .setStalled("通信を待っています…")
                                .setProcessing("確かめています…")
                                .setHeld("待っています…"))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("残り ")
                                .setUnknown("残り時間は分かりません"))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(NOT_SENT)
                                .setUnexpectedServerError(FAILED)
                                .setForbidden(FAILED)
                                .setFileTooLarge(wanted.tooLarge())))
                .setFile(new UploadI18N.File().setRetry("もう一度送る").setStart("送る").setRemove("取り除く"));
    }

    private void say(String message) {
        wrong.setText(message);
        upload.clearFileList();
    }

    /** The browser has sent the file and been answered. */
    private void sent() {
        String message = refusal;
        refusal = FAILED;
        say(message == null ? "" : message);
        if (message == null) {
            taken.run();
        }
    }

    /** The file is the body, and a header says its name; a form of parts is refused before (server.UnreadableRequests). */
    private final class Receiver implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (InputStream content = event.getInputStream()) {
                refusal = taker.take(event.getFileName(), content);
            } catch (RefusedException | ForbiddenException e) {
                refusal = Objects.requireNonNullElse(e.getMessage(), FAILED);
            }
        }

        /** What became of it is told by {@link #sent}. */
        @Override
        public void responseHandled(UploadResult result) {
            result.response().setStatus(result.success() ? 204 : 500);
        }
    }
}

package jp.kyosei.ui.form;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.TransferUtil;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.jspecify.annotations.Nullable;

/** Chooses a file and sends it: the browser's own chooser with a label, and what was wrong right under it. */
@Tag("kyosei-file-box")
@JsModule("./form/kyosei-file-box.ts")
@CssImport("./form/file-box.css")
public final class FileBox extends Component {
    private static final String MESSAGE = "message";
    private static final String FAILED = "ファイルを受け取れませんでした。もう一度選んでください。";

    private final transient Taker taker;
    private final Runnable taken;

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
        getElement().setAttribute("target", new Receiver());
        getElement().setProperty("caption", wanted.caption());
        getElement().setProperty("accepted", wanted.accepted());
        getElement().setProperty("most", (double) wanted.mostBytes());
        getElement().setProperty("toolarge", wanted.tooLarge());
        getElement().setProperty("hint", wanted.hint());
    }

    /** The browser has sent the file and been answered. */
    @ClientCallable
    void sent() {
        String message = refusal;
        refusal = FAILED;
        getElement().setProperty(MESSAGE, message == null ? "" : message);
        if (message == null) {
            taken.run();
        }
    }

    private final class Receiver implements UploadHandler {
        /** Only as our own page sends it: the file is the body, and a header says its name. */
        @Override
        public void handleRequest(VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
                throws IOException {
            if (isReadable(request)) {
                UploadHandler.super.handleRequest(request, response, session, owner);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST, "");
            }
        }

        private static boolean isReadable(VaadinRequest request) {
            try {
                var _ = TransferUtil.extractFilenameFromXhrRequest(request);
            } catch (IllegalArgumentException notEncoded) {
                return false;
            }
            String type = TransferUtil.extractContentTypeFromXhrRequest(request);
            return request.getMethod().equals("POST")
                    && !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        }

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

package jp.kyosei.backend.api.web;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that come in as parts of a body, within the limit of {@link BodyLimit}. */
public final class Uploads {
    private Uploads() {}

    /** All of it. */
    public static byte[] bytes(CompletedFileUpload file) {
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the file that was sent could not be read", e);
        }
    }
}

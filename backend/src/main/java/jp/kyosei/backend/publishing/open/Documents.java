package jp.kyosei.backend.publishing.open;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import jp.kyosei.backend.publishing.PublishedYear;

/** Documents as they lie in memory and on disk: JSON, compressed. */
@Singleton
final class Documents {
    private final ObjectMapper json;

    Documents(ObjectMapper json) {
        this.json = json;
    }

    byte[] pack(String document) {
        return OpenPage.compress(document.getBytes(StandardCharsets.UTF_8));
    }

    PublishedYear unpack(byte[] packed) {
        return read(unzip(packed), PublishedYear.class);
    }

    byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a published document could not be written", e);
        }
    }

    <T> T read(byte[] text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException("a published document could not be read", e);
        }
    }

    private static byte[] unzip(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a published document is not whole", e);
        }
    }
}

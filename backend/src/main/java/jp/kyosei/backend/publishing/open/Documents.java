package jp.kyosei.backend.publishing.open;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.meetings.PublishedMeeting;

/** Documents as they lie in memory and on disk: JSON, compressed. */
@Singleton
final class Documents {
    private final Json json;

    Documents(Json json) {
        this.json = json;
    }

    byte[] pack(String document) {
        return OpenPage.compress(document.getBytes(StandardCharsets.UTF_8));
    }

    PublishedYear unpack(byte[] packed) {
        return read(unzip(packed), PublishedYear.class);
    }

    PublishedYear read(String document) {
        return json.read(document, PublishedYear.class);
    }

    PublishedMeeting meeting(String document) {
        return json.read(document, PublishedMeeting.class);
    }

    byte[] write(Object value) {
        return json.bytes(value);
    }

    <T> T read(byte[] text, Class<T> type) {
        return json.read(text, type);
    }

    private static byte[] unzip(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a published document is not whole", e);
        }
    }
}

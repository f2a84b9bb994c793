package jp.kyosei.backend.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents that this product itself reads again: stored papers, audit entries, answers. That one of them cannot be
 * written or read is a bug and not an answer, so it is thrown unchecked and names the type.
 */
@Singleton
public class Json {
    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws UncheckedIOException if the value has a type that cannot be written */
    public String text(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw unwritable(value, e);
        }
    }

    /**
     * The same in UTF-8.
     *
     * @throws UncheckedIOException if the value has a type that cannot be written
     */
    public byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw unwritable(value, e);
        }
    }

    /** @throws UncheckedIOException if it is no document of this type */
    public <T> T read(String document, Class<T> type) {
        try {
            return given(mapper.readValue(document, type), type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    /**
     * The same from UTF-8.
     *
     * @throws UncheckedIOException if it is no document of this type
     */
    public <T> T read(byte[] document, Class<T> type) {
        try {
            return given(mapper.readValue(document, type), type);
        } catch (IOException e) {
            throw unreadable(type, e);
        }
    }

    /** @throws UncheckedIOException if it is no array of such elements */
    public <T> List<T> list(String document, Class<T> of) {
        try {
            return List.copyOf(given(mapper.readValue(document, Argument.listOf(of)), of));
        } catch (IOException e) {
            throw unreadable(of, e);
        }
    }

    private static <T> T given(@Nullable T read, Class<?> type) throws IOException {
        if (read == null) {
            throw new EOFException("nothing is stored of " + type.getSimpleName());
        }
        return read;
    }

    private static UncheckedIOException unwritable(Object value, IOException cause) {
        return new UncheckedIOException(value.getClass().getSimpleName() + " could not be written as JSON", cause);
    }

    private static UncheckedIOException unreadable(Class<?> type, IOException cause) {
        return new UncheckedIOException("a stored " + type.getSimpleName() + " could not be read", cause);
    }
}

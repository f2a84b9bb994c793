package jp.kyosei.backend.api.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of all routes: nothing reaches a controller that is no text, no number, or has another form. */
@Singleton
@Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_JSON})
@Order(JsonMessageHandler.ORDER - 1)
public final class JsonBodies<T> implements MessageBodyReader<T> {
    /** The rooms of the contract lie beside this one. */
    private static final String OURS = JsonBodies.class.getPackageName().replaceFirst("[^.]+$", "");

    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json;
    }

    /** What this application asks others for is none of its bodies. */
    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return mediaType != null
                && mediaType.matchesAllOrWildcardOrExtension(MediaType.EXTENSION_JSON)
                && (type.getType().getPackageName().startsWith(OURS) || type.getType() == Map.class);
    }

    @Override
    public @Nullable T read(
            Argument<T> type, @Nullable MediaType mediaType, Headers httpHeaders, InputStream inputStream) {
        try {
            return read(type, inputStream.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("a body could not be read", e);
        }
    }

    /**
     * The body; none where nothing is sent.
     *
     * @throws InvalidInputException if something is wrong with it; names the field
     */
    public <B> @Nullable B read(Argument<B> type, byte[] body) {
        if (body.length == 0) {
            return null;
        }
        JsonShape.check(JsonDocument.read(body), type.asType());
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new InvalidInputException(JsonDocument.WHOLE, "本文を読み取れません。各項目の説明を確かめて、もう一度送ってください。");
        }
    }
}

package jp.kyosei.ui.api;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RunningKyosei;

/** Another program, which knows nothing of Kyosei but its contract. */
public final class ApiClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Well below the five minutes that the realm lets an access token live: a slow machine's tests take longer. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(2);

    private static final Map<DemonstrationUser, Token> TOKENS = new EnumMap<>(DemonstrationUser.class);

    private final RunningKyosei kyosei = RunningKyosei.get();

    private record Token(String text, Instant gotten) {}

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return RunningKyosei.get().bean(JsonMapper.class).readValue(body(), JsonNode.class);
            } catch (IOException e) {
                throw new UncheckedIOException(body(), e);
            }
        }
    }

    public Answer get(DemonstrationUser user, String path) {
        return send(path, request -> request.header("Authorization", "Bearer " + token(user)));
    }

    /** A PUT of JSON that names the version it began from. */
    public Answer put(DemonstrationUser user, String path, String etag, String json) {
        return send(path, request -> request.header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A PATCH of JSON that names the version it began from. */
    public Answer patch(DemonstrationUser user, String path, String etag, String json) {
        return send(path, request -> request.header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A POST of JSON. */
    public Answer post(DemonstrationUser user, String path, String json) {
        return send(path, request -> request.header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A GET, or what {@code change} makes of it. */
    public Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest request = change.apply(HttpRequest.newBuilder(URI.create(kyosei.url() + path))
                        .timeout(PATIENCE)
                        .header("Accept", "application/json"))
                .build();
        try {
            return new Answer(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One token per user for all these tests, and another before it runs out. */
    public String token(DemonstrationUser user) {
        synchronized (TOKENS) {
            Token token = TOKENS.get(user);
            if (token == null || token.gotten().plus(RENEWED_AFTER).isBefore(Instant.now())) {
                token = new Token(kyosei.accessToken(user), Instant.now());
                TOKENS.put(user, token);
            }
            return token.text();
        }
    }
}

package jp.kyosei.infra.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The REST API as a program of some user calls it, with tokens of Keycloak. */
final class Rest implements AutoCloseable {
    static final int OK = 200;
    static final int STALE = 412;
    private static final int PAGE = 500;
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(60);
    /** Longer than the application itself waits for a connection to PostgreSQL: what it does not answer, it has ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;
    private final URI tokens;
    private final Map<String, Token> known = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private record Token(String text, long untilNanos) {}

    /**
     * An answer.
     *
     * @param etag the version of the cell; empty where there is none
     * @param body missing unless the status is 200
     */
    record Answer(int status, String etag, JsonNode body) {
        boolean isOk() {
            return status == OK;
        }
    }

    /** One figure in a cell's history, as JSON texts; empty where nothing stood. */
    record Entry(String before, String after) {
        /** The plain value that was entered; -1 for anything else. */
        long value() {
            try {
                return JSON.readTree(after).path("value").asLong(-1);
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + after, e);
            }
        }
    }

    Rest(URI application, URI keycloak) {
        api = application.resolve("/api/v1/");
        tokens = keycloak.resolve("/realms/kyosei/protocol/openid-connect/token");
    }

    Answer get(String user, String path) throws IOException, InterruptedException {
        return send(user, HttpRequest.newBuilder(api.resolve(path)).GET());
    }

    /** Enters a plain value that begins from the version named. */
    Answer put(String user, Cell cell, long value, String version) throws IOException, InterruptedException {
        return send(
                user,
                HttpRequest.newBuilder(api.resolve(cell.path()))
                        .header("Content-Type", "application/json")
                        .header("If-Match", version)
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"value\": %d}".formatted(value))));
    }

    /** The value that stands in a cell's answer; -1 where there is none. */
    static long value(Answer cell) {
        return cell.body().path("value").asLong(-1);
    }

    /** All that was ever entered in a cell, oldest first. */
    List<Entry> history(String user, Cell cell) throws IOException, InterruptedException {
        List<Entry> found = new ArrayList<>();
        boolean more = true;
        for (int offset = 0; more; offset += PAGE) {
            Answer page = get(
                    user,
                    "audit?plan=%s&indicator=%s&offset=%d&limit=%d".formatted(Cell.PLAN, cell.no(), offset, PAGE));
            if (!page.isOk()) {
                throw new IllegalStateException("the history of %s answers %d".formatted(cell, page.status()));
            }
            for (JsonNode entry : page.body().path("entries")) {
                if (entry.path("kind").asText().equals("actual")
                        && entry.path("subject").asText().equals(cell.subject())) {
                    found.add(new Entry(
                            entry.path("before").asText(""), entry.path("after").asText("")));
                }
            }
            more = page.body().path("more").asBoolean();
        }
        Collections.reverse(found);
        return found;
    }

    /** Asks Keycloak unless a token is at hand; where this fails, nothing was sent to the application. */
    String token(String user) throws IOException, InterruptedException {
        Token there = known.get(user);
        if (there != null && System.nanoTime() < there.untilNanos()) {
            return there.text();
        }
        synchronized (known) {
            Token meanwhile = known.get(user);
            if (meanwhile != null && System.nanoTime() < meanwhile.untilNanos()) {
                return meanwhile.text();
            }
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(tokens)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=password&client_id=kyosei-cli&scope=openid&password=demo&username="
                                            + user))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("Keycloak answers %d".formatted(answer.statusCode()));
            }
            JsonNode body = JSON.readTree(answer.body());
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong()).minus(BEFORE_EXPIRY);
            Token fresh = new Token(body.path("access_token").asText(), System.nanoTime() + life.toNanos());
            known.put(user, fresh);
            return fresh.text();
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer send(String user, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token(user))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.statusCode() == OK ? JSON.readTree(answer.body()) : MissingNode.getInstance());
    }
}

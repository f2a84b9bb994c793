package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.collection.entry.CellEdit;

/** The version that a write began from, as its If-Match says. */
public final class Precondition {
    private Precondition() {}

    /**
     * Reads If-Match, or If-None-Match: * for what does not exist yet.
     *
     * @throws PreconditionRequiredException if there is neither
     */
    public static long expectedVersion(HttpRequest<?> request) {
        List<String> tags = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
        if (tags.isEmpty()) {
            if (request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).contains("*")) {
                return Actual.NOTHING_STORED;
            }
            throw new PreconditionRequiredException();
        }
        String tag = tags.getFirst().strip().replaceFirst("^W/", "").replace("\"", "");
        if (tag.equals("*")) {
            return CellEdit.ANY_VERSION;
        }
        try {
            return Math.max(Long.parseLong(tag), Actual.NOTHING_STORED);
        } catch (NumberFormatException e) {
            // A tag that was never given matches nothing.
            return Long.MAX_VALUE;
        }
    }

    /**
     * The same of a thing that is there and has a version from 0 on.
     *
     * @param current its version now, which {@code *} stands for
     * @throws PreconditionRequiredException if there is no If-Match
     */
    public static long ofExisting(HttpRequest<?> request, long current) {
        if (request.getHeaders().getAll(HttpHeaders.IF_MATCH).isEmpty()) {
            throw new PreconditionRequiredException();
        }
        long expected = expectedVersion(request);
        return expected == CellEdit.ANY_VERSION ? current : expected;
    }

    static String tag(long version) {
        return "\"%d\"".formatted(version);
    }
}

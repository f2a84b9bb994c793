package jp.kyosei.backend.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are over: one of Keycloak's, or all of an account where none is named.
 *
 * @param keycloakSession Keycloak's identifier of the session
 * @param subject Keycloak's identifier of the account
 */
public record SessionsOver(
        @Nullable String keycloakSession, @Nullable String subject) {
    /** All of that account. */
    public static SessionsOver ofAccount(String subject) {
        return new SessionsOver(null, subject);
    }

    String payload() {
        return "%s\t%s".formatted(word(keycloakSession), word(subject));
    }

    /** What was said, or nothing where it is none of ours: anybody who may use the database can say anything. */
    static Optional<SessionsOver> of(String payload) {
        String[] parts = payload.split("\t", -1);
        if (parts.length != 2 || (parts[0].isEmpty() && parts[1].isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new SessionsOver(parts[0].isEmpty() ? null : parts[0], parts[1].isEmpty() ? null : parts[1]));
    }

    private static String word(@Nullable String given) {
        return given == null ? "" : given.replaceAll("\\p{C}", "");
    }
}

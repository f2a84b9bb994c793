package jp.kyosei.ui.session;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Keycloak's token endpoint answers. */
public final class ReceivedTokens {
    private static final Duration WHERE_KEYCLOAK_IS_SILENT = Duration.ofMinutes(1);

    private ReceivedTokens() {}

    /** @param previous the tokens that are being renewed; what the answer leaves out stays as it was */
    public static Login.Tokens of(OpenIdTokenResponse answer, Optional<Login.Tokens> previous, Instant now) {
        @Nullable String idToken = answer.getIdToken();
        Optional<String> fresh = Optional.ofNullable(answer.getRefreshToken());
        return new Login.Tokens(
                Objects.requireNonNull(
                        idToken == null ? previous.map(Login.Tokens::idToken).orElse(null) : idToken,
                        "Keycloak sent no ID token"),
                fresh.or(() -> previous.flatMap(Login.Tokens::refreshToken)),
                now.plus(lifetimeOf(answer)),
                fresh.isPresent()
                        ? fresh.flatMap(ReceivedTokens::lifetimeOf).map(now::plus)
                        : previous.flatMap(Login.Tokens::refreshExpires));
    }

    private static Duration lifetimeOf(OpenIdTokenResponse answer) {
        return Optional.<Integer>ofNullable(answer.getExpiresIn())
                .map(Duration::ofSeconds)
                .orElse(WHERE_KEYCLOAK_IS_SILENT);
    }

    /**
     * Keycloak's refresh tokens happen to say when they begin and expire: a span, for the clocks of the two machines may not
     * agree. Only a hint: whether they have expired is Keycloak's to decide.
     */
    private static Optional<Duration> lifetimeOf(String refreshToken) {
        try {
            JWTClaimsSet claims = JWTParser.parse(refreshToken).getJWTClaimsSet();
            @Nullable Date issued = claims.getIssueTime();
            @Nullable Date expiry = claims.getExpirationTime();
            return issued == null || expiry == null
                    ? Optional.empty()
                    : Optional.of(Duration.between(issued.toInstant(), expiry.toInstant()));
        } catch (ParseException opaque) {
            return Optional.empty();
        }
    }
}

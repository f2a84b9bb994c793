package jp.kyosei.ui.session;

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
        Optional<String> refreshToken = Optional.<String>ofNullable(answer.getRefreshToken())
                .or(() -> previous.flatMap(Login.Tokens::refreshToken));
        return new Login.Tokens(
                Objects.requireNonNull(
                        idToken == null ? previous.map(Login.Tokens::idToken).orElse(null) : idToken,
                        "Keycloak sent no ID token"),
                refreshToken,
                now.plus(lifetimeOf(answer)),
                refreshToken.flatMap(ReceivedTokens::expiryOf));
    }

    private static Duration lifetimeOf(OpenIdTokenResponse answer) {
        return Optional.<Integer>ofNullable(answer.getExpiresIn())
                .map(Duration::ofSeconds)
                .orElse(WHERE_KEYCLOAK_IS_SILENT);
    }

    /** Keycloak's refresh tokens happen to say when they expire. Only a hint: whether they do is Keycloak's to decide. */
    private static Optional<Instant> expiryOf(String refreshToken) {
        try {
            @Nullable
            Date expiry = JWTParser.parse(refreshToken).getJWTClaimsSet().getExpirationTime();
            return Optional.ofNullable(expiry).map(Date::toInstant);
        } catch (ParseException opaque) {
            return Optional.empty();
        }
    }
}

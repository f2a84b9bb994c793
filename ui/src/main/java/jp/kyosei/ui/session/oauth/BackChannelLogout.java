package jp.kyosei.ui.session.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenSignatureValidator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.ui.session.KeycloakRealm;
import jp.kyosei.ui.session.SessionNews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keycloak calls here when a person has logged out elsewhere or an administrator has ended the session (OpenID Connect
 * Back-Channel Logout 1.0, section 2.6). The sessions concerned are gone when this answers, their sockets with them.
 */
@Controller("/oauth/backchannel-logout/" + KeycloakRealm.NAME)
@Secured(SecurityRule.IS_ANONYMOUS)
class BackChannelLogout {
    private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveJsonWebTokenSignatureValidator<SignedJWT> signatures;
    private final KeycloakRealm realm;
    private final SessionNews sessions;
    private final Clock clock;

    BackChannelLogout(
            ReactiveJsonWebTokenSignatureValidator<SignedJWT> signatures,
            KeycloakRealm realm,
            SessionNews sessions,
            Clock clock) {
        this.signatures = signatures;
        this.realm = realm;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> logout(@Body Map<String, String> form) {
        Optional<JWTClaimsSet> claims =
                Optional.<String>ofNullable(form.get("logout_token")).flatMap(this::verified);
        if (claims.isEmpty()) {
            return HttpResponse.badRequest().header("Cache-Control", "no-store");
        }
        sessions.end(text(claims.get(), "sid"), Optional.ofNullable(claims.get().getSubject()));
        return HttpResponse.ok().header("Cache-Control", "no-store");
    }

    private Optional<JWTClaimsSet> verified(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            boolean trusted = LogoutToken.isAcceptable(claims, realm, clock.instant())
                    && Boolean.TRUE.equals(
                            Mono.from(signatures.validateSignature(signed)).block(PATIENCE));
            if (!trusted) {
                LOG.warn("A back-channel logout was refused: its token is not acceptable");
            }
            return trusted ? Optional.of(claims) : Optional.empty();
        } catch (ParseException malformed) {
            LOG.warn("A back-channel logout was refused: its token is malformed");
            return Optional.empty();
        } catch (RuntimeException unverifiable) {
            LOG.warn(
                    "A back-channel logout was refused: its signature cannot be verified: {}",
                    unverifiable.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name)).map(Object::toString);
    }

    /** The claims that a logout token has to have, and the one that it must not have. */
    static final class LogoutToken {
        private LogoutToken() {}

        static boolean isAcceptable(JWTClaimsSet claims, KeycloakRealm realm, Instant now) {
            return realm.issuer().equals(claims.getIssuer())
                    && claims.getAudience().contains(realm.clientId())
                    && isFresh(claims, now)
                    && claims.getClaim("events") instanceof Map<?, ?> events
                    && events.containsKey(EVENT)
                    && claims.getClaim("nonce") == null
                    && (claims.getClaim("sid") != null || claims.getSubject() != null);
        }

        private static boolean isFresh(JWTClaimsSet claims, Instant now) {
            Date issued = claims.getIssueTime();
            Date expires = claims.getExpirationTime();
            return issued != null
                    && !issued.toInstant().isBefore(now.minus(OLDEST))
                    && !issued.toInstant().isAfter(now.plus(OLDEST))
                    && (expires == null || expires.toInstant().isAfter(now));
        }
    }
}

package jp.kyosei.ui.session;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.security.oauth2.client.DefaultOpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import io.micronaut.security.oauth2.endpoint.token.request.TokenEndpointClient;
import io.micronaut.security.oauth2.endpoint.token.request.context.AbstractTokenRequestContext;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import io.micronaut.security.oauth2.endpoint.token.response.TokenErrorResponse;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps a login alive by its refresh token, without the person noticing. Keycloak's refusal ends the login. Keycloak's
 * absence does not: whoever was logged in goes on working until the refresh token itself runs out.
 */
@Singleton
class LoginRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(LoginRenewal.class);
    private static final Duration AHEAD_OF_EXPIRY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** While Keycloak does not answer, not every request waits for it. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final TokenEndpointClient tokenEndpoint;
    private final OauthClientConfiguration client;
    private final DefaultOpenIdProviderMetadata metadata;
    private final Clock clock;

    LoginRenewal(
            TokenEndpointClient tokenEndpoint,
            @Named(KeycloakRealm.NAME) OauthClientConfiguration client,
            @Named(KeycloakRealm.NAME) DefaultOpenIdProviderMetadata metadata,
            Clock clock) {
        this.tokenEndpoint = tokenEndpoint;
        this.client = client;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** The person acts: whether the login still stands, renewed if that was due. */
    boolean keepAlive(Login login) {
        return stands(login, true);
    }

    /**
     * An open screen gives a sign, or shall be told something: whether the login still stands, renewed if that was due.
     * Without the person it stands no longer than the idle limit.
     */
    boolean stillStands(Login login) {
        return stands(login, false);
    }

    /** Whether Keycloak has to be asked before anything else may be said of the login, which takes a moment. */
    boolean isDue(Login login) {
        return !clock.instant().plus(AHEAD_OF_EXPIRY).isBefore(login.tokens().accessExpires());
    }

    private boolean stands(Login login, boolean personActs) {
        if (!login.isActive()) {
            return false;
        }
        Instant now = clock.instant();
        if (login.isIdleAt(now)) {
            LOG.info("A login has ended: its person was away for too long");
            login.expire();
            return false;
        }
        if (personActs) {
            login.actedAt(now);
        }
        if (!isDue(login)) {
            return true;
        }
        login.renewal().lock();
        try {
            if (login.isActive() && isDue(login)) {
                renew(login);
            }
            return login.isActive();
        } finally {
            login.renewal().unlock();
        }
    }

    private void renew(Login login) {
        Optional<String> refreshToken = login.tokens().refreshToken();
        if (refreshToken.isEmpty() || hasPassed(login.tokens().refreshExpires())) {
            login.expire();
            return;
        }
        if (!login.mayRenewAt(clock.instant())) {
            return;
        }
        try {
            OpenIdTokenResponse answer = Mono.from(tokenEndpoint.sendRequest(new Refresh(refreshToken.get())))
                    .block(PATIENCE);
            if (answer != null) {
                login.renewWith(ReceivedTokens.of(answer, Optional.of(login.tokens()), clock.instant()));
            }
        } catch (HttpClientResponseException refused) {
            if (isRefusal(refused.getStatus())) {
                login.expire();
            } else {
                LOG.warn("Keycloak answered {} to a renewal; the login stays", refused.getStatus());
                login.renewNotBefore(clock.instant().plus(PAUSE_AFTER_FAILURE));
            }
        } catch (HttpClientException | IllegalStateException unreachable) {
            LOG.warn("Keycloak cannot be reached for a renewal; the login stays: {}", unreachable.getMessage());
            login.renewNotBefore(clock.instant().plus(PAUSE_AFTER_FAILURE));
        }
    }

    private boolean hasPassed(Optional<Instant> moment) {
        return moment.filter(expiry -> !clock.instant().isBefore(expiry)).isPresent();
    }

    private static boolean isRefusal(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST || status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN;
    }

    private final class Refresh extends AbstractTokenRequestContext<Map<String, String>, OpenIdTokenResponse> {
        private final String refreshToken;

        Refresh(String refreshToken) {
            super(MediaType.APPLICATION_FORM_URLENCODED_TYPE, metadata.tokenEndpoint(), client);
            this.refreshToken = refreshToken;
        }

        @Override
        public Map<String, String> getGrant() {
            return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
        }

        @Override
        public Argument<OpenIdTokenResponse> getResponseType() {
            return Argument.of(OpenIdTokenResponse.class);
        }

        @Override
        public Argument<?> getErrorResponseType() {
            return Argument.of(TokenErrorResponse.class);
        }
    }
}

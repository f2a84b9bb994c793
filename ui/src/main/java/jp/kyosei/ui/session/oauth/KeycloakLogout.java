package jp.kyosei.ui.session.oauth;

import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import io.micronaut.security.oauth2.endpoint.DefaultSecureEndpoint;
import io.micronaut.security.oauth2.endpoint.token.request.TokenEndpointClient;
import io.micronaut.security.oauth2.endpoint.token.request.context.AbstractTokenRequestContext;
import io.micronaut.security.oauth2.endpoint.token.response.TokenErrorResponse;
import io.micronaut.security.oauth2.endpoint.token.response.TokenResponse;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.ui.session.KeycloakRealm;
import jp.kyosei.ui.session.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Ends the session at Keycloak from here, by the refresh token in the body of a request. A browser that were sent there with
 * the ID token in its address would leave the person's name in its history and in the logs of every proxy.
 */
@Singleton
class KeycloakLogout {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakLogout.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TokenEndpointClient endpoint;
    private final OauthClientConfiguration client;
    private final KeycloakRealm realm;

    KeycloakLogout(
            TokenEndpointClient endpoint,
            @Named(KeycloakRealm.NAME) OauthClientConfiguration client,
            KeycloakRealm realm) {
        this.endpoint = endpoint;
        this.client = client;
        this.realm = realm;
    }

    /** @return whether the session at Keycloak is over; if not, the person has to end it there */
    boolean end(Login login) {
        Optional<String> refreshToken = login.tokens().refreshToken();
        if (refreshToken.isEmpty()) {
            return false;
        }
        try {
            Mono.from(endpoint.sendRequest(new EndSession(refreshToken.get()))).block(PATIENCE);
            return true;
        } catch (HttpClientException | IllegalStateException failure) {
            LOG.warn("Keycloak did not end a session: {}", failure.getMessage());
            return false;
        }
    }

    private final class EndSession extends AbstractTokenRequestContext<Map<String, String>, TokenResponse> {
        private final String refreshToken;

        EndSession(String refreshToken) {
            super(
                    MediaType.APPLICATION_FORM_URLENCODED_TYPE,
                    new DefaultSecureEndpoint(realm.serverSideEndSessionUrl(), Set.of("client_secret_basic")),
                    client);
            this.refreshToken = refreshToken;
        }

        @Override
        public Map<String, String> getGrant() {
            return Map.of("refresh_token", refreshToken);
        }

        @Override
        public Argument<TokenResponse> getResponseType() {
            return Argument.of(TokenResponse.class);
        }

        @Override
        public Argument<?> getErrorResponseType() {
            return Argument.of(TokenErrorResponse.class);
        }
    }
}

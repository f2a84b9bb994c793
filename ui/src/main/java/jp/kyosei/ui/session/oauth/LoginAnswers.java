package jp.kyosei.ui.session.oauth;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthenticationFailed;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadata;
import io.micronaut.security.oauth2.configuration.OauthClientConfiguration;
import io.micronaut.security.oauth2.endpoint.SecureEndpoint;
import io.micronaut.security.oauth2.endpoint.authorization.response.AuthorizationErrorResponseException;
import io.micronaut.security.oauth2.endpoint.authorization.response.AuthorizationErrorResponseExceptionHandler;
import io.micronaut.security.oauth2.endpoint.authorization.response.OpenIdAuthorizationResponse;
import io.micronaut.security.oauth2.endpoint.authorization.response.OpenIdAuthorizationResponseHandler;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdAuthenticationMapper;
import jakarta.inject.Singleton;
import jp.kyosei.backend.tenancy.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What becomes of somebody whom Keycloak, or a forged link, sends back. Whatever is wrong with the code, the state, the
 * nonce or the cookies that belong to them: it is a login that has failed, and a page that says so.
 */
@Singleton
class LoginAnswers implements BeanCreatedEventListener<OpenIdAuthorizationResponseHandler> {
    /** The message of a failure that is not the visitor's. */
    static final String UNREACHABLE = "Keycloak cannot be reached";

    private static final Logger LOG = LoggerFactory.getLogger(LoginAnswers.class);

    @Override
    public OpenIdAuthorizationResponseHandler onCreated(BeanCreatedEvent<OpenIdAuthorizationResponseHandler> event) {
        OpenIdAuthorizationResponseHandler strict = event.getBean();
        return (response, client, provider, mapper, tokenEndpoint) ->
                handled(strict, new Parts(response, client, provider, mapper, tokenEndpoint));
    }

    private record Parts(
            OpenIdAuthorizationResponse response,
            OauthClientConfiguration client,
            OpenIdProviderMetadata provider,
            @Nullable OpenIdAuthenticationMapper mapper,
            SecureEndpoint tokenEndpoint) {}

    private static Publisher<AuthenticationResponse> handled(OpenIdAuthorizationResponseHandler strict, Parts parts) {
        return Flux.defer(() -> strict.handle(
                        parts.response(), parts.client(), parts.provider(), parts.mapper(), parts.tokenEndpoint()))
                .onErrorResume(RuntimeException.class, failure -> Mono.just(failed(failure)))
                .switchIfEmpty(Mono.just(new AuthenticationFailed("The ID token is not acceptable")));
    }

    private static AuthenticationResponse failed(RuntimeException failure) {
        if (failure instanceof HttpClientException && !(failure instanceof HttpClientResponseException)) {
            LOG.warn("Keycloak cannot be reached for a login: {}", failure.getMessage());
            return new AuthenticationFailed(UNREACHABLE);
        }
        return new AuthenticationFailed(String.valueOf(failure.getMessage()));
    }

    /** Keycloak's own refusal, or what somebody makes look like it. */
    @Singleton
    @Replaces(AuthorizationErrorResponseExceptionHandler.class)
    static final class Refusal
            implements ExceptionHandler<AuthorizationErrorResponseException, MutableHttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // as the interface declares it
        public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationErrorResponseException refusal) {
            LOG.info("Keycloak has refused a login");
            SecurityLog.loginRefused(
                    "refused by Keycloak",
                    SessionLoginHandler.servletRequest(request).getRemoteAddr());
            return LoginPages.loginFailed();
        }
    }
}

package jp.kyosei.backend.accounts.keycloak;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.discovery.ServiceInstanceList;
import io.micronaut.discovery.StaticServiceInstanceList;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** The address of Keycloak's administration follows from that of the realm. */
@Factory
final class KeycloakFactory {
    @Singleton
    KeycloakSettings settings(
            @Value("${kyosei.oidc.issuer}") String issuer,
            @Value("${kyosei.oidc.server-side-url:}") String serverSide,
            @Value("${kyosei.accounts.client-secret:}") String secret,
            @Value("${micronaut.security.oauth2.clients.keycloak.client-id:kyosei}") String client) {
        return new KeycloakSettings(
                URI.create((serverSide.isBlank() ? issuer : serverSide).replaceFirst("/+$", "")), secret, client);
    }

    @Singleton
    ServiceInstanceList servers(KeycloakSettings settings) {
        return new StaticServiceInstanceList(KeycloakAdmin.SERVICE, List.of(settings.origin()), settings.contextPath());
    }
}

package jp.kyosei.ui.session.oauth;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.oauth2.client.DefaultOpenIdProviderMetadata;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadataFetcher;
import io.micronaut.security.oauth2.client.OpenIdProviderMetadataFetcherFactory;
import io.micronaut.security.oauth2.configuration.OpenIdClientConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.ui.session.KeycloakRealm;

/** Tells Micronaut Security the realm's addresses instead of letting it ask Keycloak while the product starts. */
@Factory
@Replaces(factory = OpenIdProviderMetadataFetcherFactory.class)
class RealmMetadata {
    @EachBean(OpenIdClientConfiguration.class)
    @Singleton
    OpenIdProviderMetadataFetcher metadataOf(@Parameter OpenIdClientConfiguration client, KeycloakRealm realm) {
        return new OpenIdProviderMetadataFetcher() {
            @Override
            public String getName() {
                return client.getName();
            }

            @Override
            public DefaultOpenIdProviderMetadata fetch() {
                DefaultOpenIdProviderMetadata metadata = new DefaultOpenIdProviderMetadata(client.getName());
                metadata.setIssuer(realm.issuer());
                metadata.setAuthorizationEndpoint(realm.authorizationUrl());
                metadata.setTokenEndpoint(realm.tokenUrl());
                metadata.setJwksUri(realm.keysUrl());
                metadata.setTokenEndpointAuthMethodsSupported(List.of("client_secret_basic"));
                metadata.setCodeChallengeMethodsSupported(List.of("S256"));
                return metadata;
            }
        };
    }
}

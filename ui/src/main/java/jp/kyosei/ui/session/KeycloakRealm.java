package jp.kyosei.ui.session;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/**
 * The addresses of the realm. They follow from the issuer, so that nothing has to be fetched at start and the product
 * comes up, and goes on working for those already logged in, while Keycloak is away.
 */
@Singleton
public class KeycloakRealm {
    /** Under which the security framework knows it. */
    public static final String NAME = "keycloak";

    /** Where a login begins. */
    public static final String LOGIN = "/oauth/login/" + NAME;

    private final String issuer;
    private final String serverSide;
    private final String clientId;

    /** @param serverSide the realm as this process reaches it, where that is not the way browsers do; or blank */
    public KeycloakRealm(
            @Value("${kyosei.oidc.issuer}") String issuer,
            @Value("${kyosei.oidc.server-side-url:}") String serverSide,
            @Value("${micronaut.security.oauth2.clients.keycloak.client-id}") String clientId) {
        this.issuer = issuer;
        this.serverSide = serverSide.isBlank() ? issuer : serverSide;
        this.clientId = clientId;
    }

    public String issuer() {
        return issuer;
    }

    public String clientId() {
        return clientId;
    }

    public String authorizationUrl() {
        return issuer + "/protocol/openid-connect/auth";
    }

    public String endSessionUrl() {
        return issuer + "/protocol/openid-connect/logout";
    }

    public String tokenUrl() {
        return serverSide + "/protocol/openid-connect/token";
    }

    /** The same as {@link #endSessionUrl}, for this process itself. */
    public String serverSideEndSessionUrl() {
        return serverSide + "/protocol/openid-connect/logout";
    }

    public String keysUrl() {
        return serverSide + "/protocol/openid-connect/certs";
    }
}

package jp.kyosei.ui.session.oauth;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.util.Collection;
import jp.kyosei.ui.session.KeycloakRealm;
import org.jspecify.annotations.Nullable;

/**
 * What a bearer token has to say to be let into the API: issued by our realm, as an access token, for this API. The ID
 * token of a login passes by here as well, on the login's own address, where Micronaut Security checks it itself.
 */
@Singleton
class ApiTokenClaims implements GenericJwtClaimsValidator<HttpRequest<?>> {
    private static final String LOGIN_ADDRESSES = "/oauth/";

    private final KeycloakRealm realm;
    private final String audience;

    ApiTokenClaims(KeycloakRealm realm, @Value("${kyosei.oidc.api-audience}") String audience) {
        this.realm = realm;
        this.audience = audience;
    }

    @Override
    public boolean validate(Claims claims, @Nullable HttpRequest<?> request) {
        boolean isLogin = request == null || request.getPath().startsWith(LOGIN_ADDRESSES);
        return isLogin || isApiToken(claims);
    }

    private boolean isApiToken(Claims claims) {
        return realm.issuer().equals(claims.get(Claims.ISSUER))
                && "Bearer".equals(claims.get("typ"))
                && isForUs(claims.get(Claims.AUDIENCE))
                && claims.get(Claims.SUBJECT) != null
                && claims.get(Claims.EXPIRATION_TIME) != null;
    }

    private boolean isForUs(@Nullable Object audiences) {
        return audiences instanceof Collection<?> several ? several.contains(audience) : audience.equals(audiences);
    }
}

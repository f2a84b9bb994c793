package jp.kyosei.ui.session.oauth;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;
import jp.kyosei.ui.session.KeycloakRealm;
import org.jspecify.annotations.Nullable;

/**
 * Lets the address of the login name a town's own provider ({@code ?by=NAME}), to which Keycloak then sends people at once. A name
 * that Keycloak does not know leads to its own page.
 */
@ServerFilter(KeycloakRealm.LOGIN)
class ProviderHint {
    static final String PARAMETER = "by";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

    @ResponseFilter
    void hint(HttpRequest<?> request, MutableHttpResponse<?> response) {
        @Nullable String name = request.getParameters().get(PARAMETER);
        @Nullable String there = response.getHeaders().get(HttpHeaders.LOCATION);
        if (name != null
                && there != null
                && there.contains("?")
                && NAME.matcher(name).matches()) {
            response.getHeaders().set(HttpHeaders.LOCATION, there + "&kc_idp_hint=" + name);
        }
    }
}

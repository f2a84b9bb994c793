package jp.kyosei.backend.accounts.keycloak;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Keycloak's Admin REST API (26.7) that accounts need, and the one that gets a token for them.
 * Source: https://www.keycloak.org/docs-api/latest/rest-api/index.html
 */
@Client(KeycloakAdmin.SERVICE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakAdmin {
    String SERVICE = "keycloak-admin";

    @Post("/realms/{realm}/protocol/openid-connect/token")
    @Produces(MediaType.APPLICATION_FORM_URLENCODED)
    Token token(String realm, @Body Map<String, String> form);

    @Get("/admin/realms/{realm}/users{?email,exact}")
    List<User> users(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String email, boolean exact);

    @Get("/admin/realms/{realm}/users/{user}")
    User user(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user);

    @Post("/admin/realms/{realm}/users")
    HttpResponse<?> create(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, @Body NewUser user);

    @Delete("/admin/realms/{realm}/users/{user}")
    HttpResponse<?> remove(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user);

    @Get("/admin/realms/{realm}/users/{user}/credentials")
    List<Credential> credentials(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user);

    @Put("/admin/realms/{realm}/users/{user}/execute-actions-email{?client_id,lifespan}")
    HttpResponse<?> mailActions(
            @Header(HttpHeaders.AUTHORIZATION) String token,
            String realm,
            String user,
            @QueryValue("client_id") String clientId,
            long lifespan,
            @Body List<String> actions);

    @Put("/admin/realms/{realm}/users/{user}/reset-password")
    HttpResponse<?> resetPassword(
            @Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user, @Body NewPassword password);

    @Post("/admin/realms/{realm}/users/{user}/logout")
    HttpResponse<?> logout(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user);

    @Get("/admin/realms/{realm}/users/{user}/sessions")
    List<Session> sessions(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user);

    @Delete("/admin/realms/{realm}/sessions/{session}")
    HttpResponse<?> endSession(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String session);

    @Get("/admin/realms/{realm}/groups{?search,exact}")
    List<Group> groups(@Header(HttpHeaders.AUTHORIZATION) String token, String realm, String search, boolean exact);

    @Put("/admin/realms/{realm}/users/{user}/groups/{group}")
    HttpResponse<?> addToGroup(
            @Header(HttpHeaders.AUTHORIZATION) String token, String realm, String user, String group);

    @Get("/admin/realms/{realm}/organizations{?search,exact}")
    List<Organization> organizations(
            @Header(HttpHeaders.AUTHORIZATION) String token, String realm, String search, boolean exact);

    @Post("/admin/realms/{realm}/organizations")
    HttpResponse<?> createOrganization(
            @Header(HttpHeaders.AUTHORIZATION) String token, String realm, @Body NewOrganization organization);

    @Post("/admin/realms/{realm}/organizations/{organization}/members")
    HttpResponse<?> addMember(
            @Header(HttpHeaders.AUTHORIZATION) String token,
            String realm,
            String organization,
            @Body String userInQuotes);

    /** An access token, and for how many seconds it is good. */
    @Serdeable
    record Token(String access_token, long expires_in) {}

    /** An account. */
    @Serdeable
    record User(
            String id,
            String username,
            boolean enabled,
            @Nullable Boolean emailVerified,
            @Nullable Map<String, List<String>> attributes) {}

    /** An account to be made. */
    @Serdeable
    record NewUser(
            String username,
            String email,
            String lastName,
            String firstName,
            boolean enabled,
            boolean emailVerified,
            Map<String, List<String>> attributes) {}

    /** Something by which an account proves itself. */
    @Serdeable
    record Credential(String id, String type) {}

    /** A password to be set. */
    @Serdeable
    record NewPassword(String type, String value, boolean temporary) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return type;
        }
    }

    /** A login that stands; times in milliseconds since 1970. */
    @Serdeable
    record Session(String id, @Nullable String ipAddress, long start, long lastAccess) {}

    /** A group of accounts. */
    @Serdeable
    record Group(String id, String name) {}

    /** An organization: one for each owner. */
    @Serdeable
    record Organization(String id, String name, @Nullable String alias) {}

    /** An organization to be made. */
    @Serdeable
    record NewOrganization(String name, String alias, boolean enabled) {}
}

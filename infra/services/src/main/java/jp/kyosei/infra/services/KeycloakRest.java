package jp.kyosei.infra.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few calls to Keycloak that setting up and testing need. */
final class KeycloakRest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(KYOSEI_[A-Z_]+)(?::([^}]*))?}");
    private static final String BETWEEN_URIS = "##";

    private final URI url;

    KeycloakRest(URI url) {
        this.url = url;
    }

    /** Whether this address answers 200; false while nothing listens there. */
    static boolean answersOk(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted", e);
        }
    }

    /** Whether the realm's OpenID configuration answers; Keycloak listens before the realm is imported. */
    boolean realmAnswers() {
        return answersOk(url.resolve("/realms/" + Keycloak.REALM + "/.well-known/openid-configuration"));
    }

    String accessToken(String user, String password) {
        return token(
                Keycloak.REALM,
                Map.of(
                        "grant_type", "password",
                        "client_id", "kyosei-cli",
                        "username", user,
                        "password", password,
                        "scope", "openid organization:*"));
    }

    void openProductionRealm(Secrets secrets, String name, URI publicUrl, Map<String, String> settings) {
        Map<String, String> known = new HashMap<>(settings);
        known.put("KYOSEI_OIDC_CLIENT_SECRET", secrets.client());
        known.put("KYOSEI_ACCOUNTS_CLIENT_SECRET", secrets.accounts());
        known.put("KYOSEI_PUBLIC_URL", withoutSlash(publicUrl));
        known.put("KYOSEI_BACKCHANNEL_URL", withoutSlash(publicUrl));
        Matcher placeholders = PLACEHOLDER.matcher(RealmFile.PRODUCTION.content());
        String content = placeholders.replaceAll(found -> Matcher.quoteReplacement(
                known.getOrDefault(found.group(1), found.group(2) == null ? "" : found.group(2))));
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(content);
            realm.put("realm", name);
            // Ids are one Keycloak's, not one realm's.
            realm.path("clients").forEach(client -> ((ObjectNode) client).remove("id"));
            send(authorized(url.resolve("/admin/realms"), administratorToken(secrets.administrator()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(realm.toString())));
        } catch (IOException e) {
            throw new ServiceException("The production realm is no JSON", e);
        }
    }

    Keycloak.NewAccount registerOperator(String administratorPassword, String realmName, String name, String mail) {
        String token = administratorToken(administratorPassword);
        String realm = "/admin/realms/" + realmName;
        boolean mails = !send(authorized(url.resolve(realm), token).GET())
                .path("smtpServer")
                .path("host")
                .asText("")
                .isBlank();
        URI known = url.resolve(realm + "/users?exact=true&email=" + URLEncoder.encode(mail, StandardCharsets.UTF_8));
        if (send(authorized(known, token).GET()).isEmpty()) {
            String[] names = name.strip().split("[ \u3000]+", 2);
            ObjectNode user = JSON.createObjectNode();
            user.put("username", mail).put("email", mail).put("enabled", true);
            // Whoever runs the command vouches for the address where no mail can.
            user.put("emailVerified", !mails);
            user.put("lastName", names[0]).put("firstName", names.length < 2 ? "" : names[1]);
            user.putObject("attributes").putArray("madeByKyosei").add("true");
            post(url.resolve(realm + "/users"), token, user.toString());
        }
        String subject = send(authorized(known, token).GET()).path(0).path("id").asText();
        String group = send(authorized(url.resolve(realm + "/groups?exact=true&search=second-factor"), token)
                        .GET())
                .path(0)
                .path("id")
                .asText();
        put(url.resolve("%s/users/%s/groups/%s".formatted(realm, subject, group)), token, "");
        if (mails) {
            put(
                    url.resolve("%s/users/%s/execute-actions-email?client_id=%s&lifespan=604800"
                            .formatted(realm, subject, Keycloak.CLIENT)),
                    token,
                    "[\"UPDATE_PASSWORD\"]");
            return new Keycloak.NewAccount(subject, "");
        }
        String password = Secrets.random();
        ObjectNode credential = JSON.createObjectNode();
        credential.put("type", "password").put("temporary", true).put("value", password);
        put(url.resolve("%s/users/%s/reset-password".formatted(realm, subject)), token, credential.toString());
        return new Keycloak.NewAccount(subject, password);
    }

    private static void post(URI address, String token, String json) {
        send(authorized(address, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static void put(URI address, String token, String json) {
        send(authorized(address, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    void sendMailBy(String administratorPassword, Keycloak.MailServer mail) {
        ObjectNode realm = JSON.createObjectNode();
        ObjectNode server = realm.putObject("smtpServer");
        mail.settings().forEach(server::put);
        change(administratorPassword, Keycloak.REALM, realm);
    }

    void protectMaster(String administratorPassword) {
        ObjectNode realm = JSON.createObjectNode();
        realm.put("bruteForceProtected", true);
        realm.put("failureFactor", 5);
        realm.put("waitIncrementSeconds", 60);
        realm.put("maxFailureWaitSeconds", 900);
        realm.put("passwordPolicy", "length(14) and notUsername and passwordHistory(5) and hashAlgorithm(argon2)");
        realm.put("eventsEnabled", true);
        realm.put("eventsExpiration", 31_536_000);
        realm.put("adminEventsEnabled", true);
        realm.put("adminEventsDetailsEnabled", true);
        realm.put("ssoSessionIdleTimeout", 900);
        realm.put("ssoSessionMaxLifespan", 14_400);
        change(administratorPassword, "master", realm);
    }

    private void change(String administratorPassword, String name, ObjectNode realm) {
        send(authorized(url.resolve("/admin/realms/" + name), administratorToken(administratorPassword))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(realm.toString())));
    }

    void removeRealm(String administratorPassword, String name) {
        send(authorized(url.resolve("/admin/realms/" + name), administratorToken(administratorPassword))
                .DELETE());
    }

    private String administratorToken(String administratorPassword) {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        Keycloak.ADMINISTRATOR,
                        "password",
                        administratorPassword));
    }

    void allowApplication(String administratorPassword, URI publicUrl, String applicationHost) {
        String token = administratorToken(administratorPassword);
        URI clients = url.resolve("/admin/realms/" + Keycloak.REALM + "/clients");
        JsonNode found = send(authorized(URI.create(clients + "?clientId=" + Keycloak.CLIENT), token)
                .GET());
        if (found.size() != 1) {
            throw new ServiceException("The realm has no client " + Keycloak.CLIENT);
        }
        ObjectNode client = (ObjectNode) found.get(0);
        String base = withoutSlash(publicUrl);

        Set<String> redirects = new LinkedHashSet<>();
        client.path("redirectUris").forEach(redirect -> redirects.add(redirect.asText()));
        redirects.add(base + "/oauth/callback/keycloak");
        ArrayNode redirectUris = client.putArray("redirectUris");
        redirects.forEach(redirectUris::add);

        ObjectNode attributes = client.withObjectProperty("attributes");
        Set<String> afterLogout = new LinkedHashSet<>();
        for (String uri :
                attributes.path("post.logout.redirect.uris").asText("").split(BETWEEN_URIS, -1)) {
            if (!uri.isBlank()) {
                afterLogout.add(uri);
            }
        }
        afterLogout.add(base + "/*");
        attributes.put("post.logout.redirect.uris", String.join(BETWEEN_URIS, afterLogout));
        attributes.put(
                "backchannel.logout.url",
                base.replaceFirst("//localhost(?=[:/]|$)", "//" + applicationHost)
                        + "/oauth/backchannel-logout/keycloak");
        client.put("rootUrl", base);
        client.put("baseUrl", "/");

        send(authorized(URI.create(clients + "/" + client.path("id").asText()), token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(client.toString())));
    }

    private String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode answer =
                send(HttpRequest.newBuilder(url.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.path("access_token").asText();
    }

    private static HttpRequest.Builder authorized(URI address, String token) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new ServiceException("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new ServiceException("%s %s failed".formatted(request.method(), request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted", e);
        }
    }

    private static String withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}

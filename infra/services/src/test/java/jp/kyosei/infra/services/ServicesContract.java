package jp.kyosei.infra.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every way of starting the services keeps to. */
abstract class ServicesContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    abstract LocalServices services();

    @Test
    void the_application_role_reads_and_writes_what_the_owner_granted() throws SQLException {
        Database database = services().postgres().provisionFresh("contract");
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table figure (name text primary key, amount numeric not null)");
            statement.execute("grant select, insert on figure to kyosei_app");
        }
        try (Connection app = database.connectAsApp();
                Statement statement = app.createStatement()) {
            statement.execute("insert into figure values ('三洞入洞者数', 487.10)");
            assertThat(text(statement, "select name || '=' || amount from figure"))
                    .isEqualTo("三洞入洞者数=487.10");
        }
    }

    @Test
    void the_application_role_owns_nothing_and_bypasses_nothing() throws SQLException {
        Database database = services().postgres().provisionFresh("contract");
        try (Connection app = database.connectAsApp();
                Statement statement = app.createStatement()) {
            assertThat(text(
                            statement,
                            "select concat_ws(' ', rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication)"
                                    + " from pg_roles where rolname = current_user"))
                    .isEqualTo("f f f f f");
            assertThatThrownBy(() -> statement.execute("create table own_table (id int)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("create temporary table own_table (id int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void the_login_asks_for_name_and_password_on_one_page_in_our_look() throws IOException, InterruptedException {
        URI login = URI.create(services().keycloak().issuer()
                + "/protocol/openid-connect/auth?client_id=kyosei&response_type=code&scope=openid&ui_locales=ja"
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Foauth%2Fcallback%2Fkeycloak");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page = client.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(page)
                    .contains("lang=\"ja\"", "id=\"username\"", "id=\"password\"", "Kyosei 進捗管理")
                    .containsPattern("(?s)id=\"kc-login\".{0,200}ログイン");
            Matcher style = Pattern.compile("href=\"([^\"]*css/kyosei\\.css)\"").matcher(page);
            assertThat(style.find()).isTrue();
            HttpResponse<String> look = client.send(
                    HttpRequest.newBuilder(login.resolve(style.group(1))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(look.statusCode()).isEqualTo(200);
            assertThat(look.body()).contains("min-height: 48px");
        }
    }

    @Test
    void provisioning_twice_keeps_the_data() throws SQLException {
        String name = Postgres.freshName("contract");
        Database first = services().postgres().provision(name);
        try (Connection owner = first.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table kept ()");
        }
        Database second = services().postgres().provision(name);
        try (Connection owner = second.connectAsOwner();
                Statement statement = owner.createStatement()) {
            assertThat(text(statement, "select to_regclass('kept')::text")).isEqualTo("kept");
        }
    }

    @Test
    void a_clone_has_the_templates_tables_and_extensions() throws SQLException {
        Postgres postgres = services().postgres();
        String template = Postgres.freshName("template");
        try (Connection owner = postgres.provision(template).connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table plan (name text)");
            statement.execute("create index on plan using gin (name gin_trgm_ops)");
        }
        Database clone = postgres.cloneOf(template, Postgres.freshName("clone"));
        try (Connection owner = clone.connectAsOwner();
                Statement statement = owner.createStatement()) {
            assertThat(text(statement, "select count(*)::text from plan")).isEqualTo("0");
            assertThat(text(statement, "select version()")).startsWith("PostgreSQL 18");
        }
    }

    @Test
    void trigrams_of_japanese_are_not_empty() throws SQLException {
        Database database = services().postgres().provisionFresh("contract");
        try (Connection app = database.connectAsApp();
                Statement statement = app.createStatement()) {
            assertThat(text(statement, "select cardinality(show_trgm('観光客入込数'))::text"))
                    .isEqualTo("7");
            assertThat(text(statement, "show server_encoding")).isEqualTo("UTF8");
            assertThat(
                            text(
                                    statement,
                                    "select datlocale from pg_database where datname = current_database() and datlocprovider = 'b'"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void a_demonstration_user_gets_a_token_for_the_interface() throws Exception {
        Keycloak keycloak = services().keycloak();
        JsonNode claims = claims(keycloak.accessToken("secretariat", "demo"));
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.issuer().toString());
        assertThat(claims.path("sub").asText()).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(texts(claims.path("aud"))).contains("kyosei-api");
        assertThat(claims.path("azp").asText()).isEqualTo("kyosei-cli");
        assertThat(claims.path("family_name").asText()).isEqualTo("一関市");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(texts(claims.path("organization"))).containsExactly("ichinoseki");
    }

    @Test
    void every_demonstration_user_logs_in_and_a_wrong_password_does_not() {
        Keycloak keycloak = services().keycloak();
        for (String user : List.of(
                "secretariat",
                "ichinoseki",
                "hiraizumi",
                "approver",
                "iin",
                "mine",
                "mine-staff",
                "daisen",
                "operator")) {
            assertThat(keycloak.accessToken(user, "demo")).as(user).isNotEmpty();
        }
        assertThatThrownBy(() -> keycloak.accessToken("secretariat", "wrong"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("Invalid user credentials");
    }

    @Test
    void an_application_may_log_in_only_from_an_allowed_address() {
        Keycloak keycloak = services().keycloak();
        keycloak.allowApplication(URI.create("http://localhost:18080/"));
        keycloak.allowApplication(URI.create("http://localhost:18081"));
        assertThat(KeycloakRest.answersOk(login(keycloak, "http://localhost:18080/oauth/callback/keycloak")))
                .isTrue();
        assertThat(KeycloakRest.answersOk(login(keycloak, "http://localhost:18081/oauth/callback/keycloak")))
                .isTrue();
        assertThat(KeycloakRest.answersOk(login(keycloak, "http://localhost:18082/oauth/callback/keycloak")))
                .isFalse();
    }

    private static URI login(Keycloak keycloak, String redirect) {
        return URI.create(
                keycloak.issuer() + "/protocol/openid-connect/auth?client_id=kyosei&response_type=code&scope=openid"
                        + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                        + redirect);
    }

    private static JsonNode claims(String token) throws Exception {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return JSON.readTree(payload);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }

    static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}

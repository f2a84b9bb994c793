package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.RunningKyosei;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What somebody who watches over the service finds in the log, and what must not stand there. */
class SecurityLogTest {
    private static final String SECRET = "himitsu-no-atai";

    private final RunningKyosei kyosei = RunningKyosei.get();
    private final ApiClient client = new ApiClient();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger(SecurityLog.NAME).addAppender(lines);
        logger("kyosei.access").addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger(SecurityLog.NAME).detachAppender(lines);
        logger("kyosei.access").detachAppender(lines);
    }

    @Test
    void a_token_that_is_not_acceptable_is_told_with_where_it_came_from() throws IOException {
        RawHttp.send(kyosei.url(), Sent.get("/api/v1/me?x=" + SECRET, "Authorization: Bearer " + SECRET));

        assertThat(said("login-missing"))
                .anySatisfy(line -> assertThat(line).contains("/api/v1/me", "GET", "127.0.0.1"));
    }

    @Test
    void a_login_that_comes_to_nothing_is_told() throws IOException {
        RawHttp.send(kyosei.url(), Sent.get("/oauth/callback/keycloak?code=" + SECRET + "&state=" + SECRET));
        RawHttp.send(kyosei.url(), Sent.get("/oauth/callback/keycloak?error=" + SECRET + "&state=" + SECRET));

        assertThat(said("login-refused")).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("127.0.0.1"));
    }

    @Test
    void what_is_not_for_somebody_is_told_with_who_asked() throws IOException {
        client.get(DemonstrationUser.MINE, "/api/v1/plans/ichinoseki-hiraizumi-vision-2/results?q=" + SECRET);

        assertThat(said("not-found")).anySatisfy(line -> assertThat(line)
                .contains(
                        DemonstrationUser.MINE.subject(),
                        "/api/v1/plans/ichinoseki-hiraizumi-vision-2/results",
                        "127.0.0.1"));
    }

    @Test
    void a_forbidden_deed_is_told_with_who_tried() throws IOException {
        ApiClient.Answer answer = client.post(
                DemonstrationUser.ICHINOSEKI,
                "/api/v1/plans/ichinoseki-hiraizumi-vision-2/rounds/2024/close",
                "{\"reason\":\"" + SECRET + "\"}");

        if (answer.status() == 403) {
            assertThat(said("access-refused"))
                    .anySatisfy(line -> assertThat(line).contains(DemonstrationUser.ICHINOSEKI.subject()));
        }
        assertThat(answer.status()).isIn(403, 404);
    }

    @Test
    void a_role_given_and_taken_is_told() throws IOException {
        Actor admin = actor(DemonstrationUser.OPERATOR);
        PersonId person = actor(DemonstrationUser.MINE_STAFF).person();
        var owner = actor(DemonstrationUser.MINE).grants().getFirst().owner();
        PeopleService people = kyosei.bean(PeopleService.class);

        people.giveRole(admin, owner, person, Role.COMMITTEE, null);
        people.takeRole(admin, owner, person, Role.COMMITTEE);

        for (String event : List.of("role-given", "role-taken")) {
            assertThat(said(event)).anySatisfy(line -> assertThat(line)
                    .contains(
                            admin.username(),
                            person.value().toString(),
                            owner.value().toString(),
                            "COMMITTEE"));
        }
    }

    @Test
    void who_reads_what_others_did_is_told() throws IOException {
        ApiClient.Answer answer =
                client.get(DemonstrationUser.SECRETARIAT, "/api/v1/owners/ichinoseki-hiraizumi/audit");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(said("reads-of-others")).anySatisfy(line -> assertThat(line)
                .contains(actor(DemonstrationUser.SECRETARIAT).username(), "history"));
    }

    @Test
    void every_request_is_a_line_with_its_path_and_without_its_query() throws IOException {
        RawHttp.send(
                kyosei.url(), Sent.get("/open/?q=" + SECRET, "User-Agent: " + SECRET, "Referer: http://" + SECRET));

        assertThat(said("request"))
                .anySatisfy(line -> assertThat(line).contains("/open/", "\"status\":\"200\"", "127.0.0.1", "millis"));
    }

    @Test
    void what_a_request_brings_looks_like_no_entry_of_its_own() throws IOException {
        RawHttp.send(kyosei.url(), Sent.get("/api/v1/me%0d%0a{\"message\":\"role-given\"}%E2%80%A8x"));

        for (String line : said("")) {
            assertThat(line.strip().lines()).hasSize(1);
        }
    }

    private Actor actor(DemonstrationUser user) {
        return kyosei.bean(IdentityService.class).actorOf(user.subject()).orElseThrow();
    }

    /** The lines of that event, as they are written; each is one of JSON. Nothing that was sent as a value is in any. */
    private List<String> said(String event) throws IOException {
        JsonEncoder encoder = new JsonEncoder();
        encoder.start();
        List<String> found = new ArrayList<>();
        for (ILoggingEvent line : List.copyOf(lines.list)) {
            String text = new String(encoder.encode(line), StandardCharsets.UTF_8).replace("\\/", "/");
            assertThat(text).doesNotContain(SECRET);
            JsonNode json = kyosei.bean(JsonMapper.class).readValue(text, JsonNode.class);
            if (json.get("message").getStringValue().startsWith(event)) {
                found.add(text);
            }
        }
        return found;
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}

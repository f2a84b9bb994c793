package jp.kyosei.ui.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.MeetingsOfOwners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another program plans a meeting, issues its papers and keeps what came out of it. */
class MeetingsApiTest {
    private static final String PLAN = "/api/v1/plans/" + MeetingsOfOwners.VISION + "/meetings";
    private static final DemonstrationUser SECRETARIAT = DemonstrationUser.SECRETARIAT;

    private final ApiClient client = new ApiClient();

    @Test
    void a_meeting_is_planned_once_under_a_key_and_changed_from_the_version_that_was_read() {
        String key = UUID.randomUUID().toString();
        String body = MeetingsOfOwners.body("第1回懇談会");
        ApiClient.Answer first = send(SECRETARIAT, "POST", PLAN, body, "Idempotency-Key", key);
        ApiClient.Answer again = send(SECRETARIAT, "POST", PLAN, body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());

        String path = "/api/v1/meetings/" + first.json().get("id").getStringValue();
        ApiClient.Answer read = client.get(SECRETARIAT, path);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().get("startsAt").getStringValue()).isEqualTo("13:30");
        assertThat(read.json().get("materials").get(0).get("label").getStringValue())
                .isEqualTo("資料No.1");
        assertThat(client.put(SECRETARIAT, path, "\"1\"", MeetingsOfOwners.body("第2回懇談会"))
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertProblem(client.put(SECRETARIAT, path, "\"1\"", body), 412, "stale");
        assertProblem(send(SECRETARIAT, "PUT", path, body, "X-Nothing", "1"), 428, "precondition-required");
        ApiClient.Answer wrong = client.post(SECRETARIAT, PLAN, body.replace("2031-01-20", "2030-01-20"));
        assertProblem(wrong, 400, "invalid-input");
        assertThat(wrong.body()).contains("commentsCloseOn", "「意見の締切日」");
        ApiClient.Answer attended = client.put(
                SECRETARIAT,
                path + "/participants",
                "\"2\"",
                "{\"participants\":[{\"name\":\"見本 一郎\",\"attendance\":\"PRESENT\"}]}");
        assertThat(attended.status()).as(attended.body()).isEqualTo(200);

        String again2 = UUID.randomUUID().toString();
        ApiClient.Answer issued = send(SECRETARIAT, "POST", path + "/issue", "{}", "Idempotency-Key", again2);
        assertThat(send(SECRETARIAT, "POST", path + "/issue", "{}", "Idempotency-Key", again2)
                        .body())
                .isEqualTo(issued.body());
        assertThat(issued.json().get("materials").get(0).get("issues").size()).isEqualTo(1);
        ApiClient.Answer replaced = client.post(SECRETARIAT, path + "/issue", "{\"materials\":[1]}");
        assertThat(replaced.json().get("materials").get(0).get("label").getStringValue())
                .isEqualTo("資料No.1（差替）");

        JsonNode paper = client.get(DemonstrationUser.IIN, path + "/materials/1?revision=0")
                .json();
        assertThat(paper.get("issue").get("label").getStringValue()).isEqualTo("資料No.1");
        assertThat(paper.get("indicators").size()).isEqualTo(33);
        assertThat(paper.get("differences").size()).isZero();
        assertProblem(client.get(DemonstrationUser.IIN, path + "/materials/1?revision=7"), 404, "not-found");
        assertProblem(client.get(DemonstrationUser.IIN, path + "/materials/9"), 404, "not-found");

        assertThat(send(SECRETARIAT, "POST", path + "/cancel", "{\"reason\":\"大雪のため\"}", "If-Match", "*")
                        .json()
                        .get("cancelled")
                        .getStringValue())
                .isEqualTo("大雪のため");
        assertProblem(client.post(SECRETARIAT, path + "/issue", "{}"), 409, "refused");
    }

    @Test
    void outcomes_are_recorded_marked_and_removed() {
        String path = "/api/v1/meetings/" + MeetingsOfOwners.get().of(MeetingsOfOwners.VISION) + "/outcomes";
        ApiClient.Answer recorded =
                client.post(SECRETARIAT, path, "{\"indicator\":\"9\",\"text\":\"統計を示す。\",\"status\":\"WITHIN_YEAR\"}");
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        assertThat(recorded.json().get("indicatorName").getStringValue()).isEqualTo("圏域内の宿泊者数");

        String outcome = "/api/v1/outcomes/" + recorded.json().get("id").getStringValue();
        String etag = client.get(DemonstrationUser.IIN, outcome).header("ETag");
        assertThat(client.put(SECRETARIAT, outcome, etag, "{\"status\":\"REFLECTED\",\"remark\":\"示した。\"}")
                        .json()
                        .get("status")
                        .getStringValue())
                .isEqualTo("REFLECTED");
        assertProblem(client.put(SECRETARIAT, outcome, etag, "{\"status\":\"CONTINUED\"}"), 412, "stale");
        assertProblem(client.put(SECRETARIAT, outcome, "*", "{}"), 400, "invalid-input");
        assertThat(send(SECRETARIAT, "DELETE", outcome, "", "If-Match", "*").status())
                .isEqualTo(204);
        assertProblem(client.get(SECRETARIAT, outcome), 404, "not-found");
    }

    @Test
    void minutes_go_from_draft_to_published_and_back() {
        String meeting = client.post(SECRETARIAT, PLAN, MeetingsOfOwners.body("議事要旨の懇談会"))
                .json()
                .get("id")
                .getStringValue();
        String path = "/api/v1/meetings/" + meeting + "/minutes";
        assertThat(client.get(SECRETARIAT, path).header("ETag")).isEqualTo("\"0\"");
        assertProblem(client.get(DemonstrationUser.IIN, path), 404, "not-found");
        assertProblem(client.get(SECRETARIAT, path + ".pdf"), 404, "not-found");
        assertThat(client.put(SECRETARIAT, path, "\"0\"", "{\"text\":\"# 議事要旨\"}")
                        .status())
                .isEqualTo(200);
        assertThat(step(path, "approve").json().get("state").getStringValue()).isEqualTo("APPROVED");
        assertProblem(client.put(SECRETARIAT, path, "*", "{\"text\":\"別の文\"}"), 409, "refused");
        assertThat(step(path, "publish").json().get("state").getStringValue()).isEqualTo("PUBLISHED");
        assertThat(client.get(DemonstrationUser.IIN, path).json().get("text").getStringValue())
                .isEqualTo("# 議事要旨");
        for (String ending : List.of(".pdf", ".docx")) {
            ApiClient.Answer file = client.get(DemonstrationUser.IIN, path + ending);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body()).startsWith(ending.equals(".pdf") ? "%PDF" : "PK");
            assertProblem(client.get(DemonstrationUser.MINE, path + ending), 404, "not-found");
        }
        assertThat(step(path, "withdraw").json().get("state").getStringValue()).isEqualTo("DRAFT");
        assertProblem(client.get(DemonstrationUser.IIN, path), 404, "not-found");
        assertProblem(client.get(DemonstrationUser.IIN, path + ".docx"), 404, "not-found");
        assertThat(step(path, "draft").json().get("text").getStringValue()).contains("議事要旨の懇談会");
    }

    @ParameterizedTest
    @CsvSource({
        "IIN, 403, forbidden",
        "HIRAIZUMI, 403, forbidden",
        "APPROVER, 403, forbidden",
        "MINE, 404, not-found",
        "DAISEN, 404, not-found",
        "OPERATOR, 404, not-found"
    })
    void nobody_but_the_secretariat_writes(DemonstrationUser user, int status, String problem) {
        String meeting = "/api/v1/meetings/" + MeetingsOfOwners.get().of(MeetingsOfOwners.VISION);
        String outcome = client.get(SECRETARIAT, meeting + "/outcomes")
                .json()
                .get("outcomes")
                .get(0)
                .get("id")
                .getStringValue();
        String plan = MeetingsOfOwners.body("よその懇談会");
        List<ApiClient.Answer> answers = new ArrayList<>(List.of(
                client.post(user, PLAN, plan),
                client.put(user, meeting, "*", plan),
                client.put(user, meeting + "/participants", "*", "{\"participants\":[]}"),
                send(user, "POST", meeting + "/cancel", "{\"reason\":\"理由\"}", "If-Match", "*"),
                client.post(user, meeting + "/issue", "{}"),
                send(
                        user,
                        "POST",
                        meeting + "/issue",
                        "{}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                client.post(user, meeting + "/outcomes", "{\"text\":\"結果\",\"status\":\"CONTINUED\"}"),
                client.put(user, "/api/v1/outcomes/" + outcome, "*", "{\"status\":\"REFLECTED\"}"),
                send(user, "DELETE", "/api/v1/outcomes/" + outcome, "", "If-Match", "*"),
                client.put(user, meeting + "/minutes", "*", "{\"text\":\"本文\"}")));
        for (String step : List.of("draft", "approve", "publish", "withdraw")) {
            answers.add(send(user, "POST", meeting + "/minutes/" + step, "{\"reason\":\"理由\"}", "If-Match", "*"));
        }
        for (ApiClient.Answer answer : answers) {
            assertProblem(answer, status, problem);
        }
    }

    private ApiClient.Answer step(String minutes, String step) {
        ApiClient.Answer answer =
                send(SECRETARIAT, "POST", minutes + "/" + step, "{\"reason\":\"直すため\"}", "If-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private ApiClient.Answer send(
            DemonstrationUser user, String method, String path, String body, String header, String value) {
        return client.send(path, request -> request.header("Authorization", "Bearer " + client.token(user))
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void assertProblem(ApiClient.Answer answer, int status, String word) {
        assertThat(answer.status())
                .as(answer.response().request().method() + " "
                        + answer.response().uri() + " " + answer.body())
                .isEqualTo(status);
        assertThat(answer.json().get("type").getStringValue()).isEqualTo("urn:kyosei:problem:" + word);
    }
}

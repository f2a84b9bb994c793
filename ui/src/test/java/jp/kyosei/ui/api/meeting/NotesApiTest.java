package jp.kyosei.ui.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;

/** Another program writes, answers and gathers notes on a plan of the alliance. */
class NotesApiTest extends NotesApiCase {
    @Test
    void a_note_is_written_once_however_often_it_is_asked_under_the_same_key() {
        String key = UUID.randomUUID().toString();
        String body = note("QUESTION", "MEMBERS", "宿泊者数には日帰りを含みますか。");
        UnaryOperator<HttpRequest.Builder> keyed =
                request -> request.header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body));

        ApiClient.Answer first = send(SECRETARIAT, ON_NINE, keyed);
        ApiClient.Answer again = send(SECRETARIAT, ON_NINE, keyed);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode written = first.json();
        assertThat(written.get("state").getStringValue()).isEqualTo("OPEN");
        assertThat(written.get("subject").get("no").getStringValue()).isEqualTo("9");
        assertThat(written.get("author").get("standing").getStringValue()).isEqualTo("SECRETARIAT");
        assertThat(idsIn(client.get(SECRETARIAT, ON_NINE + "?fiscalYear=2022"))).containsOnlyOnce(id(first));
        assertThat(idsIn(client.get(SECRETARIAT, ON_NINE + "?fiscalYear=2021"))).doesNotContain(id(first));
    }

    @Test
    void each_reads_what_is_shown_to_them_and_the_rest_does_not_exist() {
        String kept = id(written(ON_NINE, "COUNCIL"));
        String shown = id(written(ON_NINE, "MEMBERS"));

        assertThat(idsIn(client.get(HIRAIZUMI, ON_NINE + "?fiscalYear=2022")))
                .contains(shown)
                .doesNotContain(kept);
        assertThat(idsIn(client.get(HIRAIZUMI, PLAN + "/notes?fiscalYear=2022")))
                .contains(shown)
                .doesNotContain(kept);
        assertThat(idsIn(client.get(DemonstrationUser.IIN, ON_NINE + "?fiscalYear=2022")))
                .contains(shown, kept);
        assertProblem(client.get(HIRAIZUMI, "/api/v1/notes/" + kept), 404, "not-found");
        assertProblem(client.get(SECRETARIAT, "/api/v1/notes/no-uuid"), 404, "not-found");
        assertProblem(client.get(SECRETARIAT, "/api/v1/notes/" + UUID.randomUUID()), 404, "not-found");
        assertThat(client.get(HIRAIZUMI, "/api/v1/notes/" + shown).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void notes_stand_on_sections_and_on_the_whole_plan() {
        String section = client.get(SECRETARIAT, PLAN)
                .json()
                .get("sections")
                .get(0)
                .get("number")
                .getStringValue();
        String onSection = PLAN + "/sections/" + section + "/notes";

        assertThat(written(onSection, "PUBLIC")
                        .json()
                        .get("subject")
                        .get("kind")
                        .getStringValue())
                .isEqualTo("SECTION");
        assertThat(written(PLAN + "/notes", "PUBLIC")
                        .json()
                        .get("subject")
                        .get("kind")
                        .getStringValue())
                .isEqualTo("PLAN");
        assertThat(client.get(SECRETARIAT, onSection + "?fiscalYear=2022")
                        .json()
                        .get("notes")
                        .size())
                .isPositive();
        assertProblem(client.get(SECRETARIAT, PLAN + "/sections/no-such/notes"), 404, "not-found");
        assertProblem(client.get(SECRETARIAT, PLAN + "/indicators/no-such/notes"), 404, "not-found");
        assertProblem(client.get(SECRETARIAT, ON_NINE + "?fiscalYear=12"), 400, "invalid-input");
    }

    @Test
    void a_note_goes_from_question_to_answer_to_closed_and_open_again() {
        ApiClient.Answer asked = written(ON_NINE, "MEMBERS");
        String path = "/api/v1/notes/" + id(asked);

        ApiClient.Answer talk = client.post(SECRETARIAT, path + "/replies", "{\"text\":\"町に聞いています。\"}");
        assertThat(talk.json().get("state").getStringValue()).isEqualTo("OPEN");
        ApiClient.Answer answered = client.post(HIRAIZUMI, path + "/replies", "{\"text\":\"含みません。\",\"answers\":true}");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
        assertThat(answered.json().get("state").getStringValue()).isEqualTo("ANSWERED");

        JsonNode reply = answered.json().get("replies").get(1);
        String ofReply = path + "/replies/" + reply.get("id").getStringValue();
        ApiClient.Answer edited = client.put(HIRAIZUMI, ofReply, "\"1\"", "{\"text\":\"日帰りは含みません。\"}");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().get("replies").get(1).get("text").getStringValue())
                .isEqualTo("日帰りは含みません。");
        assertProblem(client.put(HIRAIZUMI, ofReply, "\"1\"", "{\"text\":\"遅い\"}"), 412, "stale");
        assertProblem(client.put(SECRETARIAT, ofReply, edited.header("ETag"), "{\"text\":\"別の人\"}"), 409, "refused");
        assertProblem(
                client.put(HIRAIZUMI, path + "/replies/" + UUID.randomUUID(), "\"1\"", "{\"text\":\"x\"}"),
                404,
                "not-found");
        assertProblem(client.put(HIRAIZUMI, path + "/replies/no-uuid", "\"1\"", "{\"text\":\"x\"}"), 404, "not-found");

        assertThat(step(SECRETARIAT, path + "/close", etag(path), "{}")
                        .json()
                        .get("state")
                        .getStringValue())
                .isEqualTo("CLOSED");
        assertProblem(client.post(HIRAIZUMI, path + "/replies", "{\"text\":\"もう一つ\"}"), 409, "refused");
        assertThat(step(SECRETARIAT, path + "/reopen", etag(path), "{}")
                        .json()
                        .get("state")
                        .getStringValue())
                .isEqualTo("OPEN");
        assertThat(step(
                                HIRAIZUMI,
                                ofReply + "/withdraw",
                                edited.json()
                                                .get("replies")
                                                .get(1)
                                                .get("version")
                                                .getLongValue() + "",
                                "{}")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(SECRETARIAT, path + "/changes").json().size()).isGreaterThanOrEqualTo(3);
        assertProblem(client.get(HIRAIZUMI, path + "/changes"), 403, "forbidden");
    }

    @Test
    void its_author_edits_and_withdraws_from_the_version_that_was_read() {
        String path = "/api/v1/notes/" + id(written(ON_NINE, "PUBLIC"));
        String body = "{\"kind\":\"PROPOSAL\",\"text\":\"通年で数えてはどうか。\"}";

        assertProblem(
                send(SECRETARIAT, path, request -> request.PUT(HttpRequest.BodyPublishers.ofString(body))),
                428,
                "precondition-required");
        ApiClient.Answer edited = client.put(SECRETARIAT, path, "\"1\"", body);
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().get("kind").getStringValue()).isEqualTo("PROPOSAL");
        assertThat(edited.header("ETag")).isEqualTo(etag(path));
        assertProblem(client.put(SECRETARIAT, path, "\"1\"", body), 412, "stale");
        JsonNode change = client.get(SECRETARIAT, path + "/changes").json().get(0);
        assertThat(change.get("what").getStringValue()).isEqualTo("EDITED");
        assertThat(change.get("before").getStringValue()).isEqualTo("書いたもの。");

        for (String action : List.of("withdraw", "close", "reopen")) {
            assertProblem(client.post(SECRETARIAT, path + "/" + action, "{}"), 428, "precondition-required");
        }
        assertProblem(step(SECRETARIAT, path + "/withdraw", "\"1\"", "{}"), 412, "stale");
        assertThat(step(SECRETARIAT, path + "/withdraw", etag(path), "{}").status())
                .isEqualTo(200);
        assertProblem(client.get(HIRAIZUMI, path), 404, "not-found");
        assertProblem(client.post(SECRETARIAT, path + "/replies", "{\"text\":\"x\"}"), 409, "refused");
    }

    @Test
    void it_is_made_wider_only_by_the_secretariat_with_the_authors_consent() {
        ApiClient.Answer note = client.post(HIRAIZUMI, ON_NINE, note("OPINION", "MEMBERS", "町の意見。"));
        assertThat(note.status()).as(note.body()).isEqualTo(201);
        String path = "/api/v1/notes/" + id(note);
        String wider = "{\"visibility\":\"PUBLIC\",\"consent\":\"4月1日に電話で本人が同意\"}";

        assertProblem(client.post(SECRETARIAT, path + "/visibility", wider), 428, "precondition-required");
        assertProblem(
                step(SECRETARIAT, path + "/visibility", etag(path), "{\"visibility\":\"PUBLIC\"}"), 409, "refused");
        assertProblem(step(DemonstrationUser.ICHINOSEKI, path + "/visibility", etag(path), wider), 403, "forbidden");
        ApiClient.Answer shown = step(SECRETARIAT, path + "/visibility", etag(path), wider);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().get("visibility").getStringValue()).isEqualTo("PUBLIC");
        assertProblem(step(SECRETARIAT, path + "/visibility", "\"1\"", wider), 409, "refused");
        assertThat(step(HIRAIZUMI, path + "/visibility", etag(path), "{\"visibility\":\"MEMBERS\"}")
                        .status())
                .isEqualTo(200);
        JsonNode changes = client.get(HIRAIZUMI, path + "/changes").json();
        assertThat(changes.get(0).get("remark").getStringValue()).isEqualTo("4月1日に電話で本人が同意");
    }

    @Test
    void notes_are_given_to_a_desk_all_or_none() {
        String first = id(written(ON_NINE, "MEMBERS"));
        String second = id(written(ON_NINE, "PUBLIC"));
        String kept = id(written(ON_NINE, "COUNCIL"));
        JsonNode desk = client.get(SECRETARIAT, PLAN + "/notes?fiscalYear=2022")
                .json()
                .get("desks")
                .get(0);
        String town = desk.get("municipality").getStringValue();

        ApiClient.Answer assigned = client.post(SECRETARIAT, PLAN + "/notes/assign", assignment(town, first, second));
        assertThat(assigned.status()).as(assigned.body()).isEqualTo(200);
        assertThat(assigned.json().get("notes").getIntValue()).isEqualTo(2);
        assertThat(client.get(HIRAIZUMI, "/api/v1/notes/" + first)
                        .json()
                        .get("assignment")
                        .get("municipality")
                        .getStringValue())
                .isEqualTo(town);
        assertProblem(client.post(SECRETARIAT, PLAN + "/notes/assign", assignment(town, first, kept)), 409, "refused");
        assertProblem(
                client.post(
                        SECRETARIAT,
                        PLAN + "/notes/assign",
                        assignment(town, first, UUID.randomUUID().toString())),
                404,
                "not-found");
        assertProblem(client.post(SECRETARIAT, PLAN + "/notes/assign", assignment("352136", first)), 409, "refused");
        assertProblem(client.post(HIRAIZUMI, PLAN + "/notes/assign", assignment(town, first)), 403, "forbidden");
        assertThat(client.get(HIRAIZUMI, PLAN + "/notes?fiscalYear=2022")
                        .json()
                        .get("desks")
                        .size())
                .isZero();
    }

    @Test
    void whoever_sees_a_note_says_whether_mails_are_wanted() {
        String path = "/api/v1/notes/" + id(written(ON_NINE, "MEMBERS"));
        ApiClient.Answer followed = put(HIRAIZUMI, path + "/following", "{\"following\":true}");
        assertThat(followed.status()).as(followed.body()).isEqualTo(200);
        assertThat(client.get(HIRAIZUMI, path).json().get("following").getBooleanValue())
                .isTrue();
        assertProblem(put(HIRAIZUMI, path + "/following", "{}"), 400, "invalid-input");
        for (DemonstrationUser stranger : STRANGERS) {
            assertProblem(put(stranger, path + "/following", "{\"following\":true}"), 404, "not-found");
        }
    }

    @Test
    void the_committee_is_told_why_it_cannot_write_while_no_window_is_open() {
        JsonNode problem = assertProblem(
                client.post(DemonstrationUser.IIN, ON_NINE, note("OPINION", "COUNCIL", "委員の意見。")), 409, "refused");
        assertThat(problem.get("detail").getStringValue()).contains("受付");
        JsonNode writing = client.get(DemonstrationUser.IIN, ON_NINE).json().get("writing");
        assertThat(writing.get("allowed").getBooleanValue()).isFalse();
        assertThat(writing.get("refusal").getStringValue()).contains("受付");
        String path = "/api/v1/notes/" + id(written(ON_NINE, "COUNCIL"));
        assertProblem(client.post(DemonstrationUser.IIN, path + "/replies", "{\"text\":\"x\"}"), 409, "refused");
    }

    private static String assignment(String town, String... notes) {
        return "{\"notes\":[\"%s\"],\"municipality\":\"%s\"}".formatted(String.join("\",\"", notes), town);
    }

    private ApiClient.Answer put(DemonstrationUser user, String path, String body) {
        return send(user, path, request -> request.PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<String> idsIn(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json()
                .get("notes")
                .values()
                .forEach(note -> ids.add(note.get("id").getStringValue()));
        return ids;
    }
}

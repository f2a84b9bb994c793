package jp.kyosei.ui.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.MeetingsOfOwners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no note, and who may write none. */
class NotesRefusedTest extends NotesApiCase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"x\"}|kind",
                "{\"kind\":\"OPINION\",\"fiscalYear\":2022,\"text\":\"x\"}|visibility",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"text\":\"x\"}|fiscalYear",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":12,\"text\":\"x\"}|fiscalYear",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2100,\"text\":\"x\"}|fiscalYear",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022}|text",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\" \"}|text",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"a\\u0000b\"}|text"
            })
    void bad_input_names_the_field(String body, String field) {
        JsonNode problem = assertProblem(client.post(SECRETARIAT, ON_NINE, body), 400, "invalid-input");
        assertThat(problem.get("errors").get(0).get("field").getStringValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|notes",
                "{\"notes\":[]}|notes",
                "{\"notes\":[\"no-uuid\"]}|notes",
                "{\"notes\":[\"00000000-0000-4000-8000-000000000000\"],\"municipality\":\"1\"}|municipality",
                "{\"notes\":[\"00000000-0000-4000-8000-000000000000\"],\"department\":\"x\"}|municipality"
            })
    void a_bad_assignment_names_the_field(String body, String field) {
        JsonNode problem = assertProblem(client.post(SECRETARIAT, PLAN + "/notes/assign", body), 400, "invalid-input");
        assertThat(problem.get("errors").get(0).get("field").getStringValue()).isEqualTo(field);
    }

    @Test
    void what_is_nested_too_deeply_names_the_field_in_notes_replies_and_minutes() {
        String path = "/api/v1/notes/" + id(client.post(SECRETARIAT, ON_NINE, note("OPINION", "PUBLIC", "浅い意見")));
        String minutes = "/api/v1/meetings/%s/minutes"
                .formatted(id(client.post(SECRETARIAT, PLAN + "/meetings", MeetingsOfOwners.body("入れ子の懇談会"))));
        String emphasis = "*".repeat(1_950);
        for (String deep : List.of(">".repeat(4_000), "- ".repeat(1_900) + "字", emphasis + "字" + emphasis)) {
            String body = "{\"text\":\"%s\"}".formatted(deep);
            for (ApiClient.Answer answer : List.of(
                    client.post(SECRETARIAT, ON_NINE, note("OPINION", "PUBLIC", deep)),
                    client.post(SECRETARIAT, path + "/replies", body),
                    client.put(SECRETARIAT, minutes, "\"0\"", body))) {
                JsonNode problem = assertProblem(answer, 400, "invalid-input");
                assertThat(problem.get("errors").get(0).get("field").getStringValue())
                        .isEqualTo("text");
                assertThat(problem.get("detail").getStringValue()).contains("入れ子", "減らして");
            }
        }
    }

    @Test
    void four_thousand_characters_are_taken_and_one_more_is_not() {
        String longest = "𠮷".repeat(4000);
        ApiClient.Answer written = client.post(SECRETARIAT, ON_NINE, note("OPINION", "PUBLIC", longest));
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.json().get("text").getStringValue()).isEqualTo(longest);
        assertProblem(
                client.post(SECRETARIAT, ON_NINE, note("OPINION", "PUBLIC", longest + "a")), 400, "invalid-input");
        String path = "/api/v1/notes/" + id(written);
        assertProblem(client.post(SECRETARIAT, path + "/replies", "{\"text\":\"\"}"), 400, "invalid-input");
        assertProblem(step(SECRETARIAT, path + "/visibility", "\"1\"", "{}"), 400, "invalid-input");
        assertProblem(client.post(SECRETARIAT, ON_NINE, "{\"kind\":\"SHOUT\"}"), 400, "invalid-input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/plans/PLAN/indicators/9/notes|{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"x\"}",
                "POST|/plans/PLAN/sections/1/notes|{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"x\"}",
                "POST|/plans/PLAN/notes|{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"x\"}",
                "POST|/plans/PLAN/notes/assign|{\"notes\":[\"NOTE\"],\"municipality\":\"034029\"}",
                "PUT|/notes/NOTE|{\"kind\":\"OPINION\",\"text\":\"x\"}",
                "POST|/notes/NOTE/replies|{\"text\":\"x\",\"answers\":true}",
                "PUT|/notes/NOTE/replies/REPLY|{\"text\":\"x\"}",
                "POST|/notes/NOTE/replies/REPLY/withdraw|{}",
                "POST|/notes/NOTE/withdraw|{}",
                "POST|/notes/NOTE/close|{}",
                "POST|/notes/NOTE/reopen|{}",
                "POST|/notes/NOTE/visibility|{\"visibility\":\"COUNCIL\"}",
                "PUT|/notes/NOTE/following|{\"following\":true}"
            })
    void whoever_is_not_of_the_alliance_finds_nothing_to_write(String method, String path, String body) {
        ApiClient.Answer answered = client.post(
                SECRETARIAT, "/api/v1/notes/" + id(written(ON_NINE, "PUBLIC")) + "/replies", "{\"text\":\"返信\"}");
        String note = id(answered);
        String reply = answered.json().get("replies").get(0).get("id").getStringValue();
        for (DemonstrationUser stranger : STRANGERS) {
            assertProblem(
                    write(stranger, method, filled(path, SLUG, note, reply), filled(body, SLUG, note, reply)),
                    404,
                    "not-found");
            String absent = UUID.randomUUID().toString();
            assertProblem(
                    write(
                            stranger,
                            method,
                            filled(path, "no-such-plan", absent, absent),
                            filled(body, "no-such-plan", absent, absent)),
                    404,
                    "not-found");
        }
        assertThat(client.get(SECRETARIAT, "/api/v1/notes/" + note)
                        .json()
                        .get("version")
                        .getLongValue())
                .isEqualTo(answered.json().get("version").getLongValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/notes/NOTE|{\"kind\":\"OPINION\",\"text\":\"x\"}",
                "PUT|/notes/NOTE/replies/REPLY|{\"text\":\"x\"}",
                "POST|/notes/NOTE/replies/REPLY/withdraw|{}",
                "POST|/notes/NOTE/withdraw|{}",
                "POST|/notes/NOTE/close|{}",
                "POST|/notes/NOTE/visibility|{\"visibility\":\"COUNCIL\"}",
                "POST|/plans/PLAN/notes/assign|{\"notes\":[\"NOTE\"],\"municipality\":\"034029\"}",
                "POST|/plans/PLAN/indicators/9/notes|{\"kind\":\"OPINION\",\"visibility\":\"COUNCIL\",\"fiscalYear\":2022,\"text\":\"x\"}"
            })
    void whoever_sees_a_note_but_may_not_do_it_is_told_so(String method, String path, String body) {
        ApiClient.Answer answered = client.post(
                SECRETARIAT, "/api/v1/notes/" + id(written(ON_NINE, "MEMBERS")) + "/replies", "{\"text\":\"返信\"}");
        String note = id(answered);
        String reply = answered.json().get("replies").get(0).get("id").getStringValue();

        assertProblem(
                write(HIRAIZUMI, method, filled(path, SLUG, note, reply), filled(body, SLUG, note, reply)),
                403,
                "forbidden");
    }

    private static String filled(String text, String plan, String note, String reply) {
        return text.replace("PLAN", plan).replace("NOTE", note).replace("REPLY", reply);
    }

    private ApiClient.Answer write(DemonstrationUser user, String method, String path, String body) {
        return send(user, "/api/v1" + path, request -> request.header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

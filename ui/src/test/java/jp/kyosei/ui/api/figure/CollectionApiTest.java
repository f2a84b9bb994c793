package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another program takes part in 美祢市's collection of 令和6年度. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectionApiTest extends CollectionApiCase {
    @Test
    @Order(1)
    void the_secretariat_opens_a_round_once_however_often_it_asks_under_the_same_key() {
        String key = UUID.randomUUID().toString();
        String body = "{\"fiscalYear\":2024,\"instructions\":\"入力してください。\"}";

        ApiClient.Answer first = postWithKey(MINE, PLAN + "/rounds", key, body);
        ApiClient.Answer again = postWithKey(MINE, PLAN + "/rounds", key, body);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().get("state").getStringValue()).isEqualTo("OPEN");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(postWithKey(MINE, PLAN + "/rounds", key, "{\"fiscalYear\":2020}"), 422, "idempotency-key-used");
        assertProblem(client.post(MINE, PLAN + "/rounds", body), 409, "refused");
        assertProblem(client.post(STAFF, PLAN + "/rounds", "{\"fiscalYear\":2020}"), 403, "forbidden");
        assertThat(client.get(STAFF, PLAN + "/rounds").json().size()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void a_figure_is_written_from_the_version_that_was_read() {
        String cell = cell("1-1-1-1");
        ApiClient.Answer empty = client.get(STAFF, cell);
        assertThat(empty.status()).as(empty.body()).isEqualTo(200);
        assertThat(empty.header("ETag")).isEqualTo("\"0\"");
        assertThat(empty.json().get("value").isNull()).isTrue();
        assertThat(empty.json().get("lastYear").getStringValue()).isEqualTo("407");

        assertProblem(
                client.send(cell, request -> request.header("Authorization", "Bearer " + client.token(STAFF))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"value\":420.50}"))),
                428,
                "precondition-required");

        ApiClient.Answer written = client.put(STAFF, cell, "\"0\"", "{\"value\":420.50}");
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).contains("\"value\":420.50");
        assertThat(written.json().get("state").getStringValue()).isEqualTo("DRAFT");
        assertThat(written.json().get("change").getStringValue()).isEqualTo("+13.50");
        assertThat(client.get(STAFF, cell).header("ETag")).isEqualTo(written.header("ETag"));

        ApiClient.Answer late = client.put(MINE, cell, "\"0\"", "{\"value\":1}");
        assertProblem(late, 412, "stale");
        assertThat(late.body()).contains("420.50", "美祢市 観光政策課 担当");
        assertThat(late.header("ETag")).isEqualTo(written.header("ETag"));
        assertThat(client.put(STAFF, cell, written.header("ETag"), "{\"value\":421}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void a_ratio_a_reason_and_a_typed_text_are_taken() {
        ApiClient.Answer ratio = client.put(STAFF, cell("1-1-2-3"), "\"0\"", "{\"numerator\":11,\"denominator\":100}");
        assertThat(ratio.status()).as(ratio.body()).isEqualTo(200);
        ApiClient.Answer reason = client.put(
                STAFF,
                cell("1-1-1-2"),
                "\"0\"",
                "{\"missing\":{\"reason\":\"NOT_PUBLISHED\",\"note\":\"7月に公表\"},\"reason\":\"\"}");
        assertThat(reason.status()).as(reason.body()).isEqualTo(200);
        assertThat(reason.json().get("missing").get("reason").getStringValue()).isEqualTo("NOT_PUBLISHED");
        ApiClient.Answer typed = client.put(STAFF, cell("1-1-2-1"), "\"0\"", "{\"typed\":\"１８，０００（速報値）\"}");
        assertThat(typed.status()).as(typed.body()).isEqualTo(200);
        assertThat(typed.json().get("value").getIntValue()).isEqualTo(18000);
        assertThat(typed.json().get("note").getStringValue()).isEqualTo("速報値");
        assertThat(client.put(STAFF, cell("1-1-2-2"), "\"0\"", "{\"value\":17,\"referenceYear\":2023}")
                        .json()
                        .get("referenceYear")
                        .getIntValue())
                .isEqualTo(2023);
    }

    @Test
    @Order(4)
    void what_is_put_takes_the_place_of_the_whole_cell() {
        ApiClient.Answer first =
                client.put(STAFF, cell("1-1-3-2"), "*", "{\"value\":38806,\"referenceYear\":2016,\"note\":\"推計\"}");
        assertThat(first.status()).as(first.body()).isEqualTo(200);

        ApiClient.Answer figure = client.put(STAFF, cell("1-1-3-2"), "*", "{\"value\":401000}");
        assertThat(figure.json().get("note").getStringValue()).isEmpty();
        assertThat(figure.body()).doesNotContain("2016", "推計");

        ApiClient.Answer reason = client.put(
                STAFF, cell("1-1-3-2"), "*", "{\"missing\":{\"reason\":\"CANCELLED\"},\"note\":\"コロナのため中止\"}");
        assertThat(reason.json().get("missing").get("note").getStringValue()).isEqualTo("コロナのため中止");

        ApiClient.Answer typed = client.put(STAFF, cell("1-1-3-2"), "*", "{\"typed\":\"約300\"}");
        assertThat(typed.json().get("note").getStringValue()).isEqualTo("約300");
        assertThat(typed.json().get("value").getIntValue()).isEqualTo(300);
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|value",
                "{\"value\":1,\"typed\":\"2\"}|value",
                "{\"numerator\":1}|denominator",
                "{\"numerator\":5,\"denominator\":0}|denominator",
                "{\"numerator\":5,\"denominator\":-1}|denominator",
                "{\"value\":1e99999}|value",
                "{\"typed\":\"たくさん\"}|typed",
                "{\"missing\":{\"note\":\"なし\"}}|missing.reason",
                "{\"missing\":{\"reason\":\"CANCELLED\"},\"referenceYear\":2016}|referenceYear",
                "{\"missing\":{\"reason\":\"CANCELLED\",\"note\":\"雨\"},\"note\":\"雪\"}|note",
                "{\"value\":1,\"referenceYear\":12}|referenceYear"
            })
    void bad_input_names_the_field_and_changes_nothing(String body, String field) {
        ApiClient.Answer answer = client.put(STAFF, cell("1-1-3-1"), "\"0\"", body);

        JsonNode problem = assertProblem(answer, 400, "invalid-input");
        assertThat(problem.get("errors").get(0).get("field").getStringValue()).isEqualTo(field);
        assertThat(client.get(STAFF, cell("1-1-3-1")).header("ETag")).isEqualTo("\"0\"");
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            value = {"{\"value\":|", "[]|", "{\"value\":\"abc\"}|", "{\"missing\":{\"reason\":\"NONE\"}}|"})
    void what_is_no_such_json_is_refused(String body) {
        assertProblem(client.put(STAFF, cell("1-1-3-1"), "\"0\"", body), 400, "invalid-input");
    }

    @Test
    @Order(4)
    void a_body_of_another_kind_or_size_is_refused() {
        assertProblem(
                client.send(cell("1-1-3-1"), request -> request.header("Authorization", "Bearer " + client.token(STAFF))
                        .header("Content-Type", "text/plain")
                        .header("If-Match", "\"0\"")
                        .PUT(HttpRequest.BodyPublishers.ofString("5"))),
                415,
                "unsupported-media-type");
        assertProblem(
                client.put(STAFF, cell("1-1-3-1"), "\"0\"", "{\"typed\":\"" + "1".repeat(26 * 1024 * 1024) + "\"}"),
                413,
                "too-large");
    }

    @Test
    @Order(5)
    void only_the_department_that_is_asked_writes() {
        String foreign = foreignIndicator();
        assertProblem(client.put(STAFF, cell(foreign), "\"0\"", "{\"value\":1}"), 403, "forbidden");
        assertThat(client.put(MINE, cell(foreign), "\"0\"", "{\"value\":1}").status())
                .isEqualTo(200);
        assertProblem(client.get(STAFF, PLAN + "/indicators/1-1-1-1/actuals/2024/032093"), 404, "not-found");
        assertProblem(client.get(STAFF, PLAN + "/indicators/1-1-1-1/actuals/1999/" + TOWN), 400, "invalid-input");
    }

    @Test
    @Order(6)
    void a_narrative_is_written_from_the_version_that_was_read() {
        String narrative = PLAN + "/indicators/1-1-1-1/narratives/2024/" + TOWN;
        assertThat(client.get(STAFF, narrative).header("ETag")).isEqualTo("\"0\"");
        ApiClient.Answer written = client.put(
                STAFF,
                narrative,
                "\"0\"",
                "{\"progress\":\"案内を増やした。\",\"outlook\":\"続ける。\",\"initiatives\":\"観光振興事業\"}");
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertProblem(client.put(STAFF, narrative, "\"0\"", "{\"progress\":\"別\"}"), 412, "stale");
        assertProblem(
                client.put(
                        STAFF, narrative, written.header("ETag"), "{\"progress\":\"%s\"}".formatted("あ".repeat(4001))),
                400,
                "invalid-input");
        assertThat(client.get(MINE, narrative).json().get("progress").getStringValue())
                .isEqualTo("案内を増やした。");
    }

    @Test
    @Order(7)
    void figures_are_submitted_sent_back_and_confirmed_and_then_stand_in_the_results() {
        String tasks = "{\"indicator\":\"1-1-1-1\",\"municipality\":\"352136\"}";
        assertState(client.post(STAFF, ROUND + "/submit", tasks), "SUBMITTED");
        ApiClient.Answer locked = client.put(STAFF, cell("1-1-1-1"), etag("1-1-1-1"), "{\"value\":5}");
        assertProblem(locked, 409, "locked");
        assertThat(locked.body()).contains("引き戻す");
        assertProblem(client.post(STAFF, ROUND + "/confirm", tasks), 403, "forbidden");
        assertProblem(client.post(MINE, ROUND + "/return", tasks), 409, "refused");
        assertState(
                client.post(MINE, ROUND + "/return", "{\"indicator\":\"1-1-1-1\",\"comment\":\"単位を確かめてください。\"}"),
                "RETURNED");
        assertThat(client.put(STAFF, cell("1-1-1-1"), etag("1-1-1-1"), "{\"value\":422}")
                        .status())
                .isEqualTo(200);
        assertState(client.post(STAFF, ROUND + "/submit", tasks), "SUBMITTED");
        assertState(client.post(MINE, ROUND + "/confirm", tasks), "CONFIRMED");

        JsonNode row =
                rowOf(client.get(MINE, PLAN + "/results?fiscalYear=2024").json().get("rows"), "1-1-1-1");
        JsonNode actuals = row.get("actuals");
        JsonNode last = actuals.get(actuals.size() - 1);
        assertThat(List.of(
                        last.get("fiscalYear").getIntValue(), last.get("value").getIntValue()))
                .containsExactly(2024, 422);
    }

    @Test
    @Order(8)
    void the_history_says_who_what_when_and_why() {
        String version = etag("1-1-1-1");
        assertProblem(client.put(MINE, cell("1-1-1-1"), version, "{\"value\":423}"), 409, "locked");
        assertThat(client.put(MINE, cell("1-1-1-1"), version, "{\"value\":423,\"reason\":\"集計漏れ\"}")
                        .status())
                .isEqualTo(200);

        JsonNode entries = client.get(
                        STAFF,
                        "/api/v1/audit?plan=mine-strategy-2&indicator=1-1-1-1&fiscalYear=2024&municipality=" + TOWN)
                .json()
                .get("entries");
        JsonNode newest = entries.get(0);
        assertThat(newest.get("action").getStringValue()).isEqualTo("CHANGE_ACTUAL");
        assertThat(newest.get("before").get("value").getIntValue()).isEqualTo(422);
        assertThat(newest.get("after").get("value").getIntValue()).isEqualTo(423);
        assertThat(newest.get("reason").getStringValue()).isEqualTo("集計漏れ");
        assertThat(client.get(MINE, "/api/v1/audit?plan=mine-strategy-2&limit=2")
                        .json()
                        .get("more")
                        .getBooleanValue())
                .isTrue();
        JsonNode figures = client.get(
                        MINE,
                        "/api/v1/audit?plan=mine-strategy-2&indicator=1-1-1-1&matter=FIGURES&from=2020-04-01&limit=1")
                .json()
                .get("entries")
                .get(0);
        assertThat(figures.get("action").getStringValue()).isEqualTo("CHANGE_ACTUAL");
        assertThat(figures.get("subjectLabel").getStringValue()).isEqualTo("R6 美祢市");
        assertThat(client.get(MINE, "/api/v1/audit?plan=mine-strategy-2&until=2020-04-01")
                        .json()
                        .get("entries")
                        .size())
                .isZero();
        for (String wrong : List.of("matter=FIGS", "from=R6.4.1", "until=2024-13-01", "from=9999999-01-01")) {
            assertProblem(client.get(MINE, "/api/v1/audit?plan=mine-strategy-2&" + wrong), 400, "invalid-input");
            assertProblem(client.get(MINE, "/api/v1/owners/mine/audit?" + wrong), 400, "invalid-input");
        }
        assertProblem(client.get(STAFF, "/api/v1/audit?plan=mine-strategy-2"), 403, "forbidden");
        assertProblem(client.get(DemonstrationUser.DAISEN, "/api/v1/audit?plan=mine-strategy-2"), 404, "not-found");
        assertProblem(client.get(MINE, "/api/v1/audit"), 400, "invalid-input");
        assertProblem(client.get(MINE, "/api/v1/audit?plan=mine-strategy-2&limit=501"), 400, "invalid-input");
    }

    @Test
    @Order(9)
    void a_round_is_reminded_extended_closed_and_opened_again() {
        ApiClient.Answer reminded = client.post(MINE, ROUND + "/remind", "{}");
        assertThat(reminded.status()).as(reminded.body()).isEqualTo(200);
        assertThat(reminded.json().get("tasks").getIntValue()).isPositive();
        JsonNode unreasoned =
                assertProblem(client.post(MINE, ROUND + "/extend", "{\"dueOn\":\"2099-05-31\"}"), 409, "refused");
        assertThat(unreasoned.get("errors").get(0).get("field").getStringValue())
                .isEqualTo("comment");
        assertThat(client.post(MINE, ROUND + "/extend", "{\"dueOn\":\"2099-05-31\",\"reason\":\"災害対応のため\"}")
                        .json()
                        .get("round")
                        .get("dueOn")
                        .getStringValue())
                .isEqualTo("2099-05-31");
        assertThat(client.post(MINE, ROUND + "/close", "{}").status()).isEqualTo(200);
        assertProblem(client.put(STAFF, cell("3-0-1"), "\"0\"", "{\"value\":120}"), 409, "locked");
        assertProblem(client.post(STAFF, ROUND + "/submit", "{}"), 409, "refused");
        assertProblem(client.post(MINE, ROUND + "/reopen", "{}"), 409, "refused");
        assertThat(client.post(MINE, ROUND + "/reopen", "{\"reason\":\"1件の訂正\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.put(STAFF, cell("3-0-1"), "\"0\"", "{\"value\":120}").status())
                .isEqualTo(200);
    }

    @Test
    @Order(10)
    void a_submission_with_open_findings_is_asked_first_and_taken_once_they_are_acknowledged() {
        ApiClient.Answer entered = client.put(STAFF, cell("1-1-2-1"), "*", "{\"value\":-5}");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(entered.json().get("checks").size()).as(entered.body()).isPositive();

        String task = "{\"indicator\":\"1-1-2-1\",\"municipality\":\"352136\"%s}";
        JsonNode asked = assertProblem(client.post(STAFF, ROUND + "/submit", task.formatted("")), 409, "open-findings");
        assertThat(asked.get("errors").get(0).get("field").getStringValue()).isEqualTo("1-1-2-1/352136");
        assertThat(asked.get("detail").getStringValue()).contains("acknowledged", "確かめていない指摘");
        assertProblem(
                client.post(STAFF, ROUND + "/submit", task.formatted(",\"acknowledged\":false")), 409, "open-findings");

        ApiClient.Answer taken = client.post(STAFF, ROUND + "/submit", task.formatted(",\"acknowledged\":true"));
        assertState(taken, "SUBMITTED");
        assertThat(taken.json().get("open").get(0).get("sort").getStringValue()).isEqualTo("FINDING");
        assertThat(client.post(STAFF, ROUND + "/withdraw", task.formatted("")).status())
                .isEqualTo(200);
    }

    private static JsonNode rowOf(JsonNode rows, String no) {
        for (JsonNode row : rows.values()) {
            if (row.get("no").getStringValue().equals(no)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + no);
    }

    /** An indicator of another department than 観光政策課. */
    private String foreignIndicator() {
        for (JsonNode indicator :
                client.get(MINE, ROUND).json().get("indicators").values()) {
            JsonNode task = indicator.get("tasks").get(0);
            if (!task.get("department").getStringValue().equals("観光政策課")) {
                return indicator.get("no").getStringValue();
            }
        }
        throw new AssertionError("every indicator is of 観光政策課");
    }

    private ApiClient.Answer postWithKey(DemonstrationUser user, String path, String key, String body) {
        return client.send(path, request -> request.header("Authorization", "Bearer " + client.token(user))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String etag(String no) {
        return client.get(MINE, cell(no)).header("ETag");
    }

    private static String cell(String no) {
        return PLAN + "/indicators/%s/actuals/2024/%s".formatted(no, TOWN);
    }

    private static void assertState(ApiClient.Answer answer, String state) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("moved").get(0).get("state").getStringValue())
                .isEqualTo(state);
    }
}

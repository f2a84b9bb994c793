package jp.kyosei.ui.api.plan;

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

/** Another program writes a plan of 美祢市, adopts it, and next year raises a target. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanDraftApiTest extends PlanDraftCase {
    private static final String SLUG = "mine-written-by-rest";
    private static final String PLAN = "/api/v1/plans/" + SLUG;
    private static final String VERSIONS = PLAN + "/versions";
    private static final String FIRST = VERSIONS + "/1";
    private static final String SECOND = VERSIONS + "/2";
    private static final String GUESTS =
            "{\"no\":\"1-1-1\",\"section\":\"1-1\",\"name\":\"宿泊者数\",\"unit\":\"人\",\"direction\":\"HIGHER\","
                    + "\"baseline\":{\"value\":30000,\"fiscalYear\":2022},\"target\":{\"2024\":32000,\"2026\":36000}}";

    @Test
    @Order(1)
    void a_plan_is_begun_once_however_often_it_is_posted_under_the_same_key() {
        String body = "{\"title\":\"見本の観光計画\",\"kind\":\"BASIC_PLAN\",\"firstFiscalYear\":2024,\"lastFiscalYear\":2028,"
                + "\"levelNames\":[\"基本目標\",\"施策\"],\"slug\":\"%s\"}".formatted(SLUG);
        String key = UUID.randomUUID().toString();
        ApiClient.Answer first = begun(key, body);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(text(first.json(), "plan")).isEqualTo(SLUG);
        assertThat(begun(key, body).body()).isEqualTo(first.body());
        assertProblem(client.post(MINE, "/api/v1/owners/mine/plans", body), 409, "refused");

        JsonNode empty = version(VERSIONS, 1);
        assertThat(empty.get("draft").getBooleanValue()).isTrue();
        assertThat(empty.get("indicators").size()).isZero();
        assertProblem(client.post(MINE, VERSIONS, "{\"title\":\"次の版\"}"), 409, "refused");
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"計画\",\"firstFiscalYear\":2024,\"lastFiscalYear\":2028,\"levelNames\":[\"施策\"]}|kind",
                "{\"title\":\"計画\",\"kind\":\"BASIC_PLAN\",\"firstFiscalYear\":2024,\"lastFiscalYear\":2020,\"levelNames\":[\"施策\"]}|lastFiscalYear",
                "{\"title\":\"計画\",\"kind\":\"BASIC_PLAN\",\"firstFiscalYear\":6,\"lastFiscalYear\":2028,\"levelNames\":[\"施策\"]}|firstFiscalYear",
                "{\"title\":\"計画\",\"kind\":\"BASIC_PLAN\",\"firstFiscalYear\":2024,\"lastFiscalYear\":2028}|levelNames",
                "{\"title\":\"計画\",\"kind\":\"BASIC_PLAN\",\"firstFiscalYear\":2024,\"lastFiscalYear\":2028,\"levelNames\":[\"施策\"],\"slug\":\"daisen-x\"}|slug",
                "{\"name\":\"計画\",\"kind\":\"BASIC_PLAN\"}|name"
            })
    void a_plan_that_cannot_be_begun_is_answered_by_its_field(String body, String field) {
        ApiClient.Answer answer = client.post(MINE, "/api/v1/owners/mine/plans", body);

        assertProblem(answer, 400, "invalid-input");
        assertThat(field(answer)).isEqualTo(field);
    }

    @Test
    @Order(2)
    void its_tree_is_written_moved_numbered_anew_and_cut() {
        made(FIRST + "/sections", "{\"number\":\"1\",\"title\":\"人が訪れるまち\",\"body\":\"あらまし\"}");
        made(FIRST + "/sections", "{\"number\":\"1-1\",\"title\":\"観光の振興\",\"parent\":\"1\"}");
        made(FIRST + "/sections", "{\"number\":\"1-2\",\"title\":\"移住の支援\",\"parent\":\"1\"}");
        made(FIRST + "/sections", "{\"number\":\"1-9\",\"title\":\"祭りの継承\",\"parent\":\"1\",\"position\":2}");
        JsonNode last = made(FIRST + "/sections", "{\"number\":\"8\",\"title\":\"あとで消す\"}");
        assertThat(texts(version(VERSIONS, 1).get("sections"), "number"))
                .containsExactly("1", "1-1", "1-9", "1-2", "8");

        ApiClient.Answer numbered = client.post(MINE, FIRST + "/sections/numbering", "{\"below\":\"1\"}");
        assertThat(texts(numbered.json().get("sections"), "number")).containsExactly("1", "1-1", "1-2", "1-3", "8");

        JsonNode moved = one(version(VERSIONS, 1), "sections", "number", "1-3");
        JsonNode top = patched(
                FIRST + "/sections/1-3",
                etag(moved),
                "{\"number\":\"2\",\"title\":\"暮らしのまち\",\"parent\":\"\",\"position\":1}");
        assertThat(top.get("parent").isNull()).isTrue();
        assertThat(top.get("position").getIntValue()).isEqualTo(1);
        assertThat(texts(version(VERSIONS, 1).get("sections"), "title"))
                .containsExactly("暮らしのまち", "人が訪れるまち", "観光の振興", "祭りの継承", "あとで消す");

        JsonNode whole = one(version(VERSIONS, 1), "sections", "number", "1");
        assertThat(deleted(MINE, FIRST + "/sections/1", etag(whole)).body()).contains("一緒に削除するか");
        assertThat(deleted(MINE, FIRST + "/sections/8", etag(last)).status()).isEqualTo(204);
        made(FIRST + "/sections", "{\"number\":\"9\",\"title\":\"上\"}");
        made(FIRST + "/sections", "{\"number\":\"9-1\",\"title\":\"下\",\"parent\":\"9\"}");
        assertThat(deleted(MINE, FIRST + "/sections/9?withAll=true", "*").status())
                .isEqualTo(204);
        assertThat(version(VERSIONS, 1).get("sections").size()).isEqualTo(4);
    }

    @Test
    @Order(3)
    void indicators_and_initiatives_are_written_and_changed_field_by_field() {
        JsonNode guests = made(FIRST + "/indicators", GUESTS);
        assertThat(guests.get("reporters").get(0).getStringValue()).isEqualTo("352136");
        assertThat(text(guests.get("departments").get(0), "municipalityName")).isEqualTo("美祢市");

        JsonNode changed = patched(
                FIRST + "/indicators/1-1-1",
                etag(guests),
                "{\"target\":{\"2024\":null,\"2025\":33000.5,\"2028\":37000},\"decimals\":1,\"source\":\"観光統計\"}");
        assertThat(changed.get("target").entries()).hasSize(3);
        assertThat(changed.get("target").get("2025").getDoubleValue()).isEqualTo(33000.5);
        assertThat(changed.get("target").get("2024")).isNull();
        assertThat(text(changed, "name")).isEqualTo("宿泊者数");
        assertThat(changed.get("baseline").get("value").getIntValue()).isEqualTo(30000);

        JsonNode waste = made(
                FIRST + "/indicators",
                "{\"no\":\"2-1\",\"section\":\"2\",\"name\":\"ごみの量\",\"direction\":\"HIGHER\",\"target\":{\"2028\":900}}");
        JsonNode lower = patched(
                FIRST + "/indicators/2-1",
                etag(waste),
                "{\"direction\":\"LOWER\",\"baseline\":{\"addedLater\":\"令和6年度から\"},\"formula\":\"CHANGE_RATIO\","
                        + "\"no\":\"2-0-1\",\"section\":\"1-1\",\"position\":1,\"kind\":\"GOAL\"}");
        assertThat(List.of(
                        text(lower, "direction"), text(lower, "formula"), text(lower, "section"), text(lower, "kind")))
                .containsExactly("LOWER", "CHANGE_RATIO", "1-1", "GOAL");
        assertThat(texts(version(VERSIONS, 1).get("indicators"), "no")).containsExactly("2-0-1", "1-1-1");
        assertThat(deleted(MINE, FIRST + "/indicators/2-0-1", etag(lower)).status())
                .isEqualTo(204);

        JsonNode festival = made(
                FIRST + "/initiatives",
                "{\"title\":\"祭りの支援\",\"section\":\"1-2\",\"municipalities\":[\"352136\"],"
                        + "\"spans\":[{\"firstFiscalYear\":2024,\"lastFiscalYear\":2025,\"text\":\"調査\"}]}");
        String path = FIRST + "/initiatives/" + text(festival, "id");
        JsonNode renamed = patched(path, etag(festival), "{\"title\":\"祭りの継承の支援\"}");
        assertThat(text(renamed.get("spans").get(0), "text")).isEqualTo("調査");
        JsonNode other = made(FIRST + "/initiatives", "{\"title\":\"要らない取組\",\"section\":\"1-2\"}");
        assertThat(deleted(MINE, FIRST + "/initiatives/" + text(other, "id"), etag(other))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"target\":{\"2023\":1}}|target.2023",
                "{\"target\":{\"R7\":1}}|target.R7",
                "{\"target\":{\"2025\":\"たくさん\"}}|target.2025",
                "{\"target\":{\"2025\":1e99}}|target.2025",
                "{\"target\":{\"2025\":null,\"2026\":null,\"2028\":null}}|target",
                "{\"baseline\":{\"value\":1}}|baseline.fiscalYear",
                "{\"baseline\":{\"value\":1,\"fiscalYear\":2029}}|baseline.fiscalYear",
                "{\"baseline\":{\"absent\":true,\"addedLater\":\"x\"}}|baseline",
                "{\"baseline\":{\"year\":2020}}|baseline.year",
                "{\"reporters\":[\"052124\"]}|reporters",
                "{\"reporters\":[\"352136\",\"352136\"]}|reporters",
                "{\"reporters\":[\"123456\"]}|reporters[0]",
                "{\"section\":\"7\"}|section",
                "{\"decimals\":7}|decimals",
                "{\"direction\":\"UP\"}|direction",
                "{\"position\":0}|position",
                "{\"targets\":{\"2025\":1}}|targets"
            })
    void what_cannot_be_said_of_an_indicator_is_answered_by_its_field_and_changes_nothing(String body, String field) {
        JsonNode before = one(version(VERSIONS, 1), "indicators", "no", "1-1-1");

        ApiClient.Answer answer = client.patch(MINE, FIRST + "/indicators/1-1-1", etag(before), body);

        assertProblem(answer, 400, "invalid-input");
        assertThat(field(answer)).isEqualTo(field);
        assertThat(one(version(VERSIONS, 1), "indicators", "no", "1-1-1")).isEqualTo(before);
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource(
            delimiter = '|',
            value = {
                "sections|{\"number\":\" 1-1\",\"title\":\"同じ番号\",\"parent\":\"1\"}|400|number",
                "sections|{\"title\":\"番号がない\"}|400|number",
                "sections|{\"number\":\"5\",\"title\":\"上がない\",\"parent\":\"7\"}|400|parent",
                "sections|{\"number\":\"1-1-1\",\"title\":\"深すぎる\",\"parent\":\"1-1\"}|409|",
                "indicators|{\"no\":\" 1-1-1 \",\"section\":\"1-1\",\"name\":\"同じ番号\",\"direction\":\"KEEP\",\"target\":{\"2028\":1}}|400|no",
                "indicators|{\"no\":\"3\",\"section\":\"1-1\",\"name\":\" \",\"direction\":\"KEEP\",\"target\":{\"2028\":1}}|409|name",
                "indicators|{\"no\":\"3\",\"section\":\"1-1\",\"name\":\"向きがない\",\"target\":{\"2028\":1}}|400|direction",
                "indicators|{\"no\":\"3\",\"section\":\"1-1\",\"name\":\"目標がない\",\"direction\":\"KEEP\"}|400|target",
                "initiatives|{\"section\":\"1-1\"}|409|title",
                "initiatives|{\"title\":\"計画より前\",\"section\":\"1-1\",\"spans\":[{\"firstFiscalYear\":2020,\"lastFiscalYear\":2024}]}|400|spans",
                "initiatives|{\"title\":\"逆\",\"section\":\"1-1\",\"spans\":[{\"firstFiscalYear\":2025,\"lastFiscalYear\":2024}]}|400|spans[0].lastFiscalYear",
                "initiatives|{\"title\":\"よその市\",\"section\":\"1-1\",\"municipalities\":[\"052124\"]}|400|municipalities"
            })
    void what_cannot_be_added_is_answered_by_its_field(String kind, String body, int status, String field) {
        JsonNode before = version(VERSIONS, 1);

        ApiClient.Answer answer = client.post(MINE, FIRST + "/" + kind, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (field != null) {
            assertThat(field(answer)).isEqualTo(field);
        }
        assertThat(version(VERSIONS, 1)).isEqualTo(before);
    }

    @Test
    @Order(5)
    void a_change_names_what_it_began_from_and_half_of_one_is_never_written() {
        JsonNode draft = version(VERSIONS, 1);
        JsonNode section = one(draft, "sections", "number", "1-1");
        JsonNode guests = one(draft, "indicators", "no", "1-1-1");
        JsonNode work = draft.get("initiatives").get(0);
        for (String path : List.of("/sections/1-1", "/indicators/1-1-1", "/initiatives/" + text(work, "id"))) {
            assertProblem(without("PATCH", FIRST + path, "{}"), 428, "precondition-required");
            assertProblem(without("DELETE", FIRST + path, ""), 428, "precondition-required");
            assertProblem(client.patch(MINE, FIRST + path, "\"99\"", "{}"), 412, "stale");
            assertProblem(deleted(MINE, FIRST + path + "?withAll=true", "\"99\""), 412, "stale");
        }
        // The words would do, the place would not: below itself.
        assertProblem(
                client.patch(MINE, FIRST + "/sections/1", "*", "{\"title\":\"別の名称\",\"parent\":\"1-1\"}"),
                409,
                "refused");
        assertThat(version(VERSIONS, 1)).isEqualTo(draft);

        patched(FIRST + "/indicators/1-1-1", etag(guests), "{\"description\":\"市内の宿に泊まった人\"}");
        assertProblem(client.patch(MINE, FIRST + "/indicators/1-1-1", etag(guests), "{\"unit\":\"泊\"}"), 412, "stale");
        assertThat(etag(section)).isEqualTo(etag(one(version(VERSIONS, 1), "sections", "number", "1-1")));
    }

    @Test
    @Order(6)
    void it_is_adopted_by_its_secretariat_with_the_month_alone_and_then_stays() {
        assertProblem(client.post(MINE, FIRST + "/adopt", "{\"adoptedOn\":\"昨日\"}"), 400, "invalid-input");
        ApiClient.Answer adopted = client.post(MINE, FIRST + "/adopt", "{\"adoptedOn\":\"2024-03\"}");
        assertThat(adopted.status()).as(adopted.body()).isEqualTo(200);
        assertThat(text(adopted.json(), "adoptedOn")).isEqualTo("2024-03");

        JsonNode version = version(VERSIONS, 1);
        assertThat(version.get("draft").getBooleanValue()).isFalse();
        assertRefused(MINE, FIRST, version, 409);
        assertProblem(client.post(MINE, FIRST + "/adopt", "{\"adoptedOn\":\"2024-04\"}"), 409, "refused");
        assertProblem(deleted(MINE, FIRST, "*"), 409, "refused");
        assertThat(version(VERSIONS, 1)).isEqualTo(version);
    }

    @Test
    @Order(7)
    void next_year_a_target_is_raised_with_a_reason_and_the_old_year_stands_as_it_was() {
        String cell = PLAN + "/indicators/1-1-1/actuals/2024/352136";
        ApiClient.Answer entered = client.put(MINE, cell, "\"0\"", "{\"value\":33500,\"reason\":\"確報\"}");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        String before = results(2024);
        assertThat(before).contains("33500");

        ApiClient.Answer drafted = client.post(MINE, VERSIONS, "{\"title\":\"一部改訂（見本）\"}");
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        assertThat(drafted.json().get("number").getIntValue()).isEqualTo(2);
        JsonNode guests = one(version(VERSIONS, 2), "indicators", "no", "1-1-1");
        String raise = "{\"target\":{\"2028\":40000}%s}";
        ApiClient.Answer unexplained =
                client.patch(MINE, SECOND + "/indicators/1-1-1", etag(guests), raise.formatted(""));
        assertProblem(unexplained, 409, "refused");
        assertThat(field(unexplained)).isEqualTo("reason");
        patched(SECOND + "/indicators/1-1-1", etag(guests), raise.formatted(",\"reason\":\"宿泊施設が増えたため\""));
        assertThat(client.get(MINE, PLAN + "/results?fiscalYear=2025").body()).doesNotContain("40000");

        assertThat(client.post(MINE, SECOND + "/adopt", "{\"adoptedOn\":\"2025-04-20\"}")
                        .status())
                .isEqualTo(200);

        assertThat(results(2024)).isEqualTo(before);
        assertThat(results(2025)).contains("40000");
        assertThat(one(version(VERSIONS, 1), "indicators", "no", "1-1-1")
                        .get("target")
                        .get("2028")
                        .getIntValue())
                .isEqualTo(37000);
        assertThat(client.get(MINE, "/api/v1/audit?plan=%s&indicator=1-1-1".formatted(SLUG))
                        .body())
                .contains("宿泊施設が増えたため");
    }

    @Test
    @Order(8)
    void a_draft_is_its_secretariats_alone_and_can_be_thrown_away() {
        client.post(MINE, VERSIONS, "{\"title\":\"やめる案\"}");
        JsonNode draft = version(VERSIONS, 3);
        String third = VERSIONS + "/3";
        for (DemonstrationUser other :
                List.of(DemonstrationUser.MINE_STAFF, DemonstrationUser.IIN, DemonstrationUser.DAISEN)) {
            assertProblem(client.get(other, third), 404, "not-found");
            assertRefused(other, third, draft, 404);
            assertProblem(client.post(other, third + "/adopt", "{\"adoptedOn\":\"2025-05-01\"}"), 404, "not-found");
            assertProblem(deleted(other, third, "*"), 404, "not-found");
        }
        assertThat(client.get(DemonstrationUser.MINE_STAFF, SECOND).status()).isEqualTo(200);
        assertRefused(DemonstrationUser.MINE_STAFF, SECOND, version(VERSIONS, 2), 403);
        assertProblem(client.post(DemonstrationUser.MINE_STAFF, VERSIONS, "{\"title\":\"勝手な案\"}"), 403, "forbidden");
        String plan = "{\"title\":\"勝手な計画\",\"kind\":\"BASIC_PLAN\",\"firstFiscalYear\":2024,\"lastFiscalYear\":2028,"
                + "\"levelNames\":[\"施策\"]}";
        assertProblem(client.post(DemonstrationUser.MINE_STAFF, "/api/v1/owners/mine/plans", plan), 403, "forbidden");
        assertProblem(client.post(DemonstrationUser.DAISEN, "/api/v1/owners/mine/plans", plan), 404, "not-found");

        assertThat(deleted(MINE, third, "*").status()).isEqualTo(204);
        assertProblem(client.get(MINE, third), 404, "not-found");
        assertProblem(client.get(MINE, VERSIONS + "/zwei"), 404, "not-found");
    }

    /** Every route that changes what is in a version, each with what would do in a draft. */
    private void assertRefused(DemonstrationUser user, String path, JsonNode version, int status) {
        String section = path + "/sections/1-2";
        String initiative =
                path + "/initiatives/" + text(version.get("initiatives").get(0), "id");
        String indicator = path + "/indicators/1-1-1";
        for (ApiClient.Answer answer : List.of(
                client.post(user, path + "/sections", "{\"number\":\"6\",\"title\":\"新しい体系\"}"),
                client.post(user, path + "/sections/numbering", "{}"),
                client.patch(user, section, "*", "{\"title\":\"別の名称\"}"),
                client.patch(user, section, "*", "{\"position\":1}"),
                deleted(user, section + "?withAll=true", "*"),
                client.post(user, path + "/indicators", GUESTS.replace("1-1-1", "1-1-2")),
                client.patch(user, indicator, "*", "{\"target\":{\"2028\":1},\"reason\":\"下げる\"}"),
                client.patch(user, indicator, "*", "{\"position\":1}"),
                deleted(user, indicator + "?reason=x", "*"),
                client.post(user, path + "/initiatives", "{\"title\":\"新しい取組\",\"section\":\"1-1\"}"),
                client.patch(user, initiative, "*", "{\"title\":\"別の取組\"}"),
                deleted(user, initiative, "*"))) {
            assertThat(answer.status())
                    .as("%s %s", answer.response().request(), answer.body())
                    .isEqualTo(status);
        }
    }

    private String results(int year) {
        ApiClient.Answer answer = client.get(MINE, PLAN + "/results?fiscalYear=" + year);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private ApiClient.Answer begun(String key, String body) {
        return client.send(
                "/api/v1/owners/mine/plans", request -> request.header("Authorization", "Bearer " + client.token(MINE))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

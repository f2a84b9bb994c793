package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.FormWithFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportsApiTest {
    private static final String PLAN = "ichinoseki-hiraizumi-imports-api";
    private static final String IMPORTS = "/api/v1/owners/ichinoseki-hiraizumi/imports";

    private final ApiClient client = new ApiClient();

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "REST で取り込むビジョン");
    }

    @Test
    void a_file_is_received_looked_at_applied_once_and_turned_back() {
        String key = UUID.randomUUID().toString();
        String csv = "No.,指標名,単位,R4実績,R4達成度\n9,圏域内の宿泊者数,人,349268,A\n";
        ApiClient.Answer received = receive(key, csv, Map.of("plan", PLAN, "fiscalYear", "2022"));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        assertThat(received.json().get("state").getStringValue()).isEqualTo("READY");
        String path = "/api/v1/imports/" + received.json().get("id").getStringValue();
        assertThat(receive(key, csv, Map.of("plan", PLAN, "fiscalYear", "2022")).body())
                .isEqualTo(received.body());

        ApiClient.Answer read = client.get(DemonstrationUser.SECRETARIAT, path);
        JsonNode preview = read.json().get("preview");
        assertThat(preview.get("applicable").getBooleanValue()).isTrue();
        assertThat(preview.get("counts").get("changed").getIntValue()).isEqualTo(2);
        assertThat(preview.get("counts").get("new").getIntValue()).isZero();
        JsonNode change = preview.get("changes").get(0);
        assertThat(change.get("before").getStringValue()).isEqualTo("349,267");
        assertThat(change.get("after").getStringValue()).isEqualTo("349,268");
        assertThat(change.get("cell").get("cell").getStringValue()).isEqualTo("D2");
        assertThat(preview.get("checks").get(0).get("code").getStringValue()).isEqualTo("GRADE_DIFFERS_FROM_RECORD");
        assertThat(preview.get("sheets")
                        .get(0)
                        .get("columns")
                        .get(3)
                        .get("kind")
                        .getStringValue())
                .isEqualTo("ACTUAL");

        assertThat(apply(path, "{}").status()).isEqualTo(409);
        assertThat(apply(path, "{\"fingerprint\":\"0\",\"reason\":\"確報\"}").status())
                .isEqualTo(412);
        ApiClient.Answer applied = apply(path, "{\"reason\":\"確報\"}");
        assertThat(applied.status()).as(applied.body()).isEqualTo(200);
        assertThat(applied.json().get("state").getStringValue()).isEqualTo("APPLIED");
        assertThat(apply(path, "{\"reason\":\"確報\"}").status()).isEqualTo(409);

        ApiClient.Answer undone = client.post(DemonstrationUser.SECRETARIAT, path + "/undo", "{}");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(undone.json().get("state").getStringValue()).isEqualTo("UNDONE");
    }

    @Test
    void problems_are_named_by_sheet_and_cell_and_nothing_is_applied() {
        ApiClient.Answer received =
                receive(null, "No.,指標名,単位,R4実績\n9,圏域内の宿泊者数,人,たくさん\n", Map.of("plan", PLAN, "fiscalYear", "2022"));
        String path = "/api/v1/imports/" + received.json().get("id").getStringValue();
        ApiClient.Answer refused = apply(path, "{\"reason\":\"x\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").getStringValue()).isEqualTo("urn:kyosei:problem:import-refused");
        assertThat(refused.json().get("errors").get(0).get("field").getStringValue())
                .isEqualTo("!D2");
        assertThat(client.post(DemonstrationUser.SECRETARIAT, path + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_cell_of_a_sheet_says_what_became_of_it() {
        ApiClient.Answer received = receive(
                null, "担当メモ,No.,指標名,単位,R4実績\n宿泊の欄,9,圏域内の宿泊者数,人,349268\n", Map.of("plan", PLAN, "fiscalYear", "2022"));
        String path = "/api/v1/imports/" + received.json().get("id").getStringValue() + "/sheets/";
        ApiClient.Answer sheet = client.get(DemonstrationUser.SECRETARIAT, path + "0");
        assertThat(sheet.status()).as(sheet.body()).isEqualTo(200);
        assertThat(sheet.json().get("rows").getIntValue()).isEqualTo(2);
        Map<String, String> fates = new HashMap<>();
        sheet.json().get("cells").values().forEach(cell -> {
            fates.put(cell.get("cell").getStringValue(), cell.get("fate").getStringValue());
            assertThat(cell.get("because").getStringValue()).isNotBlank();
        });
        assertThat(fates)
                .hasSize(10)
                .containsEntry("A2", "IGNORED")
                .containsEntry("B2", "NO")
                .containsEntry("C2", "NAME")
                .containsEntry("D2", "UNIT")
                .containsEntry("E1", "HEAD")
                .containsEntry("E2", "ACTUAL");
        assertThat(client.get(DemonstrationUser.SECRETARIAT, path + "1").status())
                .isEqualTo(404);
        assertThat(client.get(DemonstrationUser.SECRETARIAT, path + "0?from=1000000")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(DemonstrationUser.SECRETARIAT, path + "0?from=-1").status())
                .isEqualTo(200);
        assertThat(client.get(DemonstrationUser.MINE, path + "0").status()).isEqualTo(404);
    }

    @Test
    void columns_are_corrected_from_the_version_that_was_read() {
        ApiClient.Answer received =
                receive(null, "No.,指標名,単位,合わせた数\n9,圏域内の宿泊者数,人,349269\n", Map.of("plan", PLAN, "fiscalYear", "2022"));
        String path = "/api/v1/imports/" + received.json().get("id").getStringValue();
        ApiClient.Answer read = client.get(DemonstrationUser.SECRETARIAT, path);
        String body = "{\"columns\":[{\"sheet\":\"\",\"index\":3,\"kind\":\"ACTUAL\",\"fiscalYear\":2022}]}";
        ApiClient.Answer corrected =
                client.put(DemonstrationUser.SECRETARIAT, path + "/columns", read.header("ETag"), body);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.json().get("preview").get("counts").get("changed").getIntValue())
                .isEqualTo(1);
        assertThat(client.put(DemonstrationUser.SECRETARIAT, path + "/columns", read.header("ETag"), body)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void a_new_plan_is_applied_without_a_word_and_turned_back() {
        ApiClient.Answer received = receive(
                null, "分野,指標名,単位,R4実績,目標値（R6）\n観光,入込客数,人,10,20\n", Map.of("title", "一言もいらない計画", "fiscalYear", "2022"));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        String path = "/api/v1/imports/" + received.json().get("id").getStringValue();
        for (String step : List.of("/apply", "/undo")) {
            ApiClient.Answer answer = client.send(path + step, request -> request.header(
                            "Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT))
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void two_new_plans_wait_under_two_slugs_and_a_slug_can_be_chosen_and_changed() {
        String csv = "分野,指標名,単位,R4実績,目標値（R6）\n観光,入込客数,人,10,20\n";
        ApiClient.Answer one = receive(null, csv, Map.of("title", "並ぶ計画の一", "fiscalYear", "2022"));
        ApiClient.Answer two = receive(null, csv, Map.of("title", "並ぶ計画の二", "fiscalYear", "2022"));
        assertThat(plan(one)).isNotEqualTo(plan(two));
        Map<String, String> chosen =
                Map.of("title", "選んだ計画", "slug", "ichinoseki-hiraizumi-midori", "fiscalYear", "2022");
        ApiClient.Answer three = receive(null, csv, chosen);
        assertThat(plan(three)).isEqualTo("ichinoseki-hiraizumi-midori");
        assertThat(receive(null, csv, chosen).status()).isEqualTo(409);
        assertThat(field(receive(null, csv, Map.of("title", "よその計画", "slug", "mine-midori", "fiscalYear", "2022"))))
                .isEqualTo("slug");
        assertThat(field(receive(
                        null, csv, Map.of("plan", PLAN, "slug", "ichinoseki-hiraizumi-x", "fiscalYear", "2022"))))
                .isEqualTo("slug");

        String path = "/api/v1/imports/" + three.json().get("id").getStringValue();
        String etag = client.get(DemonstrationUser.SECRETARIAT, path).header("ETag");
        ApiClient.Answer renamed = client.put(
                DemonstrationUser.SECRETARIAT, path + "/slug", etag, "{\"slug\":\"ichinoseki-hiraizumi-midori-2\"}");
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        assertThat(plan(renamed)).isEqualTo("ichinoseki-hiraizumi-midori-2");
        for (ApiClient.Answer each : List.of(one, two, three)) {
            String at = "/api/v1/imports/" + each.json().get("id").getStringValue();
            assertThat(apply(at, "{}").status()).as(each.body()).isEqualTo(200);
            assertThat(client.post(DemonstrationUser.SECRETARIAT, at + "/undo", "{}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_remembered_of_a_column_is_shown_and_forgotten() {
        String csv = "No.,指標名,単位,RESTで覚える値\n9,圏域内の宿泊者数,人,349269\n";
        Map<String, String> about = Map.of("plan", PLAN, "fiscalYear", "2022");
        String first =
                "/api/v1/imports/" + receive(null, csv, about).json().get("id").getStringValue();
        client.put(
                DemonstrationUser.SECRETARIAT,
                first + "/columns",
                client.get(DemonstrationUser.SECRETARIAT, first).header("ETag"),
                "{\"columns\":[{\"sheet\":\"\",\"index\":3,\"kind\":\"ACTUAL\",\"fiscalYear\":2022}]}");

        ApiClient.Answer next = receive(null, csv, about);
        JsonNode remembered = next.json().get("preview").get("remembered");
        assertThat(remembered.size()).isEqualTo(1);
        assertThat(remembered.get(0).get("label").getStringValue()).isEqualTo("RESTで覚える値");
        String path = "/api/v1/imports/" + next.json().get("id").getStringValue();
        String body = "{\"key\":\"%s\"}".formatted(remembered.get(0).get("key").getStringValue());
        ApiClient.Answer forgotten = client.post(DemonstrationUser.SECRETARIAT, path + "/forget", body);
        assertThat(forgotten.status()).as(forgotten.body()).isEqualTo(200);
        assertThat(forgotten.json().get("preview").get("remembered").size()).isZero();
        assertThat(client.post(DemonstrationUser.SECRETARIAT, path + "/forget", body)
                        .status())
                .isEqualTo(404);
        for (String each : List.of(first, path)) {
            client.post(DemonstrationUser.SECRETARIAT, each + "/cancel", "{}");
        }
    }

    private static String plan(ApiClient.Answer received) {
        assertThat(received.status()).as(received.body()).isBetween(200, 201);
        return received.json().get("plan").getStringValue();
    }

    @Test
    void a_request_without_plan_or_year_names_the_field() {
        String csv = "指標名,単位,R4実績\nあ,人,1\n";
        assertThat(field(receive(null, csv, Map.of("fiscalYear", "2022")))).isEqualTo("plan");
        assertThat(field(receive(null, csv, Map.of("plan", PLAN)))).isEqualTo("fiscalYear");
        assertThat(field(receive(null, csv, Map.of("plan", PLAN, "fiscalYear", "今年"))))
                .isEqualTo("fiscalYear");
        assertThat(field(receive(null, csv, Map.of("plan", PLAN, "title", "新しい", "fiscalYear", "2022"))))
                .isEqualTo("title");
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_read() {
        ApiClient.Answer refused =
                receive(null, "x".repeat(21 * 1024 * 1024), Map.of("plan", PLAN, "fiscalYear", "2022"));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().get("detail").getStringValue()).contains("20 MB");
    }

    private static String field(ApiClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().get("errors").get(0).get("field").getStringValue();
    }

    private ApiClient.Answer apply(String path, String body) {
        return client.post(DemonstrationUser.SECRETARIAT, path + "/apply", body);
    }

    private ApiClient.Answer receive(@Nullable String key, String csv, Map<String, String> fields) {
        return client.send(IMPORTS, request -> {
            request.header("Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT));
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            return new FormWithFile(fields, "r4.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))
                    .postedBy(request);
        });
    }
}

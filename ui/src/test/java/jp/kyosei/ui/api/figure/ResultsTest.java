package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.PublishedSheet;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;

/** The published figures as another program reads them. */
class ResultsTest {
    private static final String MINE = "/api/v1/plans/mine-strategy-2";
    private static final String VISION = "/api/v1/plans/ichinoseki-hiraizumi-vision-2";

    private final ApiClient client = new ApiClient();

    @Test
    void every_published_figure_of_mine_city_is_read_in_one_request() {
        Map<String, JsonNode> rows = new HashMap<>();
        sheet(DemonstrationUser.MINE, MINE, 2023)
                .get("rows")
                .values()
                .forEach(row -> rows.put(row.get("name").getStringValue(), row));
        List<String> read = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (PublishedSheet.Line line : PublishedSheet.mine()) {
            JsonNode row = Objects.requireNonNull(rows.get(line.get("name")), line.get("name"));
            read.add(text(row, "progressText") + "|" + text(row, "changeText") + "|" + text(row, "grade"));
            printed.add(line.get("published_progress") + "|" + line.get("published_yoy") + "|"
                    + line.get("published_status"));
        }
        assertThat(printed).hasSize(56);
        assertThat(read).isEqualTo(printed);
    }

    @Test
    void every_published_grade_of_the_joint_vision_is_read_but_the_recorded_error_of_no_17() {
        Map<Integer, String> years = Map.of(2019, "R1", 2020, "R2", 2021, "R3", 2022, "R4");
        Map<String, PublishedSheet.Line> lines = new HashMap<>();
        PublishedSheet.vision().forEach(line -> lines.put(line.get("no"), line));
        Set<String> differing = new TreeSet<>();
        for (Map.Entry<Integer, String> year : years.entrySet()) {
            for (JsonNode row : sheet(DemonstrationUser.IIN, VISION, year.getKey())
                    .get("rows")
                    .values()) {
                String no = text(row, "no");
                String published = Objects.requireNonNull(lines.get(no)).get("published_grade_" + year.getValue());
                if (!text(row, "grade").equals(published)) {
                    differing.add("No.%s %s %s".formatted(no, year.getValue(), text(row, "grade")));
                }
            }
        }
        assertThat(differing).containsExactly("No.17 R3 D");
    }

    @Test
    void the_names_of_the_sheet_are_those_of_the_contract() {
        JsonNode sheet = sheet(DemonstrationUser.MINE, MINE, 2023);
        assertThat(names(sheet)).contains("plan", "fiscalYear", "rows");
        JsonNode row = sheet.get("rows").get(0);
        assertThat(names(row))
                .contains(
                        "no",
                        "kind",
                        "name",
                        "unit",
                        "section",
                        "cumulative",
                        "direction",
                        "baseline",
                        "target",
                        "actuals",
                        "progressText",
                        "changeText",
                        "grade",
                        "manualGrade",
                        "checks");
        assertThat(names(row.get("baseline"))).contains("value", "fiscalYear");
        assertThat(names(row.get("target"))).contains("value", "fiscalYear");
        JsonNode actual = row.get("actuals").get(0);
        assertThat(names(actual)).contains("fiscalYear", "value", "referenceYear", "missing", "byMunicipality");
        assertThat(names(actual.get("byMunicipality").get(0)))
                .contains("municipality", "value", "numerator", "denominator", "missing", "state");
    }

    @Test
    void the_summary_and_the_trend_are_read_as_published() {
        JsonNode summary = client.get(DemonstrationUser.SECRETARIAT, VISION + "/summary?fiscalYear=2022")
                .json();
        Map<String, Integer> counts = new HashMap<>();
        summary.get("counts")
                .entries()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().getIntValue()));
        assertThat(counts).isEqualTo(Map.of("A", 3, "B", 11, "C", 7, "D", 8, "その他", 4));
        assertThat(names(summary)).contains("previous", "bySection");

        JsonNode trend =
                client.get(DemonstrationUser.SECRETARIAT, VISION + "/trend").json();
        assertThat(trend.get("rows").size()).isEqualTo(33);
        trend.get("rows").values().forEach(row -> assertThat(row.get("grades").size())
                .isEqualTo(trend.get("years").size()));
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() {
        ApiClient.Answer first = client.get(DemonstrationUser.MINE, MINE + "/results");
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        ApiClient.Answer again = conditional(tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(conditional("W/" + tag).status()).isEqualTo(304);
        assertThat(conditional("\"another\"").status()).isEqualTo(200);
    }

    @Test
    void the_description_of_the_contract_contains_every_route() {
        ApiClient.Answer description =
                client.send("/api/v1/openapi.yaml", request -> request.setHeader("Accept", "*/*"));
        assertThat(description.status()).isEqualTo(200);
        RunningKyosei.get()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.startsWith("/api/v1") && !path.endsWith("openapi.yaml"))
                .forEach(path -> assertThat(description.body()).contains("  " + path + ":"));
    }

    private ApiClient.Answer conditional(String tag) {
        return client.send(MINE + "/results", request -> request.header(
                        "Authorization", "Bearer " + client.token(DemonstrationUser.MINE))
                .setHeader("Accept", "*/*")
                .header("If-None-Match", tag));
    }

    private JsonNode sheet(DemonstrationUser user, String plan, int year) {
        ApiClient.Answer answer = client.get(user, plan + "/results?fiscalYear=" + year);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String text(JsonNode row, String name) {
        JsonNode value = row.get(name);
        return value == null || value.isNull() ? "" : value.getStringValue();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }
}

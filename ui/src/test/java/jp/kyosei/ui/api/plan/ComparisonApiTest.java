package jp.kyosei.ui.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RevisedPlan;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonApiTest {
    private static final String PLAN = "/api/v1/plans/ichinoseki-hiraizumi-compared-by-programs";

    private final ApiClient client = new ApiClient();

    @BeforeAll
    static void a_revision_is_drafted() {
        RevisedPlan.of("ichinoseki-hiraizumi-compared-by-programs", "機械で比べるビジョン");
    }

    @Test
    void a_line_for_each_field_that_differs_and_nothing_else() {
        JsonNode changes = client.get(DemonstrationUser.SECRETARIAT, PLAN + "/versions/1/compare/2")
                .json()
                .get("changes");

        assertThat(changes.size()).isPositive();
        assertThat(changes.get(0).get("what").getStringValue()).isEqualTo("INDICATOR");
        assertThat(changes.get(0).get("kind").getStringValue()).isEqualTo("CHANGED");
        assertThat(changes.get(0).get("no").getStringValue()).isEqualTo(RevisedPlan.NO);
        assertThat(changes.get(0).get("field").getStringValue()).isEqualTo("name");
        assertThat(changes.get(0).get("before").getStringValue()).isEqualTo("圏域内の宿泊者数");
        assertThat(changes.get(0).get("after").getStringValue()).isEqualTo(RevisedPlan.RENAMED);
        changes.values()
                .forEach(change -> assertThat(change.get("no").getStringValue()).isEqualTo(RevisedPlan.NO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/versions/1/compare/3",
                "/versions/x/compare/1",
                "/versions/0/compare/1",
                "/versions/1/compare/二"
            })
    void what_is_no_version_is_not_found(String path) {
        assertThat(client.get(DemonstrationUser.SECRETARIAT, PLAN + path.replace("二", "%E4%BA%8C"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_draft_is_the_secretariats_in_the_comparison_and_in_its_files() {
        for (DemonstrationUser other : new DemonstrationUser[] {
            DemonstrationUser.IIN, DemonstrationUser.HIRAIZUMI, DemonstrationUser.MINE, DemonstrationUser.OPERATOR
        }) {
            for (String path : new String[] {"/versions/1/compare/2", "/reports/comparison.csv?before=1&after=2"}) {
                assertThat(client.get(other, PLAN + path).status())
                        .as("%s %s", other, path)
                        .isEqualTo(404);
            }
        }
        assertThat(client.get(DemonstrationUser.IIN, PLAN + "/versions/1/compare/1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void one_version_alone_is_refused_and_named() {
        ApiClient.Answer answer = client.get(DemonstrationUser.SECRETARIAT, PLAN + "/reports/changes.csv?before=1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("field").getStringValue())
                .isEqualTo("after");
    }
}

package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;

/** Another program and 美祢市’s collection. */
abstract class CollectionApiCase {
    static final String PLAN = "/api/v1/plans/mine-strategy-2";
    static final String ROUND = PLAN + "/rounds/2024";
    static final String TOWN = "352136";
    static final DemonstrationUser MINE = DemonstrationUser.MINE;
    static final DemonstrationUser STAFF = DemonstrationUser.MINE_STAFF;

    final ApiClient client = new ApiClient();

    static JsonNode assertProblem(ApiClient.Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JsonNode problem = answer.json();
        assertThat(problem.get("type").getStringValue()).isEqualTo("urn:kyosei:problem:" + word);
        assertThat(answer.body()).doesNotContain("Exception", "jp.kyosei", "io.micronaut");
        return problem;
    }
}

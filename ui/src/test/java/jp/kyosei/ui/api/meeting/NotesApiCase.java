package jp.kyosei.ui.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.BeforeAll;

/** Notes on a copy of the plan, over HTTP. */
abstract class NotesApiCase {
    private static final AtomicBoolean COPIED = new AtomicBoolean();

    static final String SLUG = "ichinoseki-hiraizumi-notes-api";
    static final String PLAN = "/api/v1/plans/" + SLUG;
    static final String ON_NINE = PLAN + "/indicators/9/notes";
    static final DemonstrationUser SECRETARIAT = DemonstrationUser.SECRETARIAT;
    static final DemonstrationUser HIRAIZUMI = DemonstrationUser.HIRAIZUMI;
    static final List<DemonstrationUser> STRANGERS = List.of(
            DemonstrationUser.MINE, DemonstrationUser.MINE_STAFF, DemonstrationUser.DAISEN, DemonstrationUser.OPERATOR);

    final ApiClient client = new ApiClient();

    @BeforeAll
    static void a_plan_of_its_own() {
        if (COPIED.compareAndSet(false, true)) {
            PlanCopy.of(SLUG, "意見をAPIで書くビジョン");
        }
    }

    ApiClient.Answer written(String path, String visibility) {
        ApiClient.Answer answer = client.post(SECRETARIAT, path, note("QUESTION", visibility, "書いたもの。"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    static String note(String kind, String visibility, String text) {
        return "{\"kind\":\"%s\",\"visibility\":\"%s\",\"fiscalYear\":2022,\"text\":\"%s\"}"
                .formatted(kind, visibility, text);
    }

    ApiClient.Answer step(DemonstrationUser user, String path, String etag, String body) {
        return send(user, path, request -> request.header("If-Match", etag)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    ApiClient.Answer send(DemonstrationUser user, String path, UnaryOperator<HttpRequest.Builder> change) {
        return client.send(
                path,
                request -> change.apply(request.header("Authorization", "Bearer " + client.token(user))
                        .header("Content-Type", "application/json")));
    }

    String etag(String path) {
        return client.get(SECRETARIAT, path).header("ETag");
    }

    static String id(ApiClient.Answer answer) {
        return answer.json().get("id").getStringValue();
    }

    static JsonNode assertProblem(ApiClient.Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JsonNode problem = answer.json();
        assertThat(problem.get("type").getStringValue()).isEqualTo("urn:kyosei:problem:" + word);
        assertThat(answer.body()).doesNotContain("Exception", "jp.kyosei", "io.micronaut");
        return problem;
    }
}

package jp.kyosei.ui.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;

/** Another program that writes a plan. */
abstract class PlanDraftCase {
    static final DemonstrationUser MINE = DemonstrationUser.MINE;

    final ApiClient client = new ApiClient();

    /** The version of that number, as its secretariat reads it. */
    JsonNode version(String versions, int number) {
        ApiClient.Answer answer = client.get(MINE, versions + "/" + number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    static JsonNode one(JsonNode version, String kind, String key, String value) {
        return list(version.get(kind)).stream()
                .filter(thing -> text(thing, key).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s %s".formatted(kind, value)));
    }

    static String etag(JsonNode thing) {
        return "\"%d\"".formatted(thing.get("version").getLongValue());
    }

    JsonNode made(String path, String json) {
        ApiClient.Answer answer = client.post(MINE, path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    JsonNode patched(String path, String etag, String json) {
        ApiClient.Answer answer = client.patch(MINE, path, etag, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(etag(answer.json()));
        return answer.json();
    }

    ApiClient.Answer deleted(DemonstrationUser user, String path, String etag) {
        return client.send(path, request -> request.header("Authorization", "Bearer " + client.token(user))
                .header("If-Match", etag)
                .DELETE());
    }

    ApiClient.Answer without(String method, String path, String json) {
        return client.send(path, request -> request.header("Authorization", "Bearer " + client.token(MINE))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    static void assertProblem(ApiClient.Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(text(answer.json(), "type")).isEqualTo("urn:kyosei:problem:" + word);
        assertThat(answer.body()).doesNotContain("Exception", "jp.kyosei", "io.micronaut");
    }

    static String field(ApiClient.Answer answer) {
        return text(answer.json().get("errors").get(0), "field");
    }

    static String text(JsonNode object, String field) {
        return Objects.requireNonNull(object.get(field), field).getStringValue();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.values().spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array, String field) {
        return list(array).stream().map(one -> text(one, field)).toList();
    }
}

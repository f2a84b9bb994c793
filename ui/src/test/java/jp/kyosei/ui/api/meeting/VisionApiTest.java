package jp.kyosei.ui.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisionApiTest {
    private static final String VISION = "/api/v1/plans/ichinoseki-hiraizumi-vision-2/vision";
    private static final String OF_MINE = "/api/v1/plans/mine-strategy-2/vision";

    private final ApiClient client = new ApiClient();

    @Test
    void a_phrase_is_quoted_moved_and_removed() {
        String theme = addTheme("REST の暮らし");
        ApiClient.Answer quoted = client.post(DemonstrationUser.SECRETARIAT, VISION + "/phrases", """
                {"text":"星がきれい","survey":"住民アンケート 問3"}""");
        assertThat(quoted.status()).isEqualTo(201);
        String phrase = idOf(quoted.body(), "星がきれい");

        assertThat(unconditionally("PUT", "/phrases/" + phrase, "{\"theme\":\"%s\"}".formatted(theme))
                        .status())
                .isEqualTo(428);
        assertThat(put("/phrases/" + phrase, "{\"theme\":\"%s\"}".formatted(theme), "\"9\"")
                        .status())
                .isEqualTo(412);
        assertThat(put("/phrases/" + phrase, "{\"theme\":\"%s\"}".formatted(theme), "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.get(DemonstrationUser.IIN, VISION).body()).contains("星がきれい", "住民アンケート 問3");
        assertThat(remove("/phrases/" + phrase, "\"2\"").status()).isEqualTo(200);
    }

    @Test
    void wrong_input_names_what_is_wrong() {
        assertThat(post("/phrases", "{\"text\":\"言葉\"}").status()).isEqualTo(400);
        assertThat(post("/phrases", "{\"text\":\"\",\"survey\":\"問1\"}").status())
                .isEqualTo(409);
        assertThat(post("/phrases", "{\"text\":\"言葉\",\"note\":\"なし\"}").status())
                .isEqualTo(404);
        assertThat(post("/themes", "{\"title\":\" \"}").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"ICHINOSEKI", "HIRAIZUMI", "APPROVER"})
    void departments_are_refused(DemonstrationUser user) {
        assertThat(client.get(user, VISION).status()).isEqualTo(403);
        assertThat(client.post(user, VISION + "/themes", "{\"title\":\"テーマ\"}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "MINE_STAFF", "DAISEN", "OPERATOR"})
    void strangers_find_nothing_by_any_address(DemonstrationUser stranger) {
        String theme = addTheme("よそから見えない");
        for (String path : List.of(VISION, OF_MINE)) {
            for (String id : List.of(theme, UUID.randomUUID().toString(), "1-1-1-1-1", "x")) {
                ApiClient.Answer renamed = client.put(stranger, path + "/themes/" + id, "\"1\"", "{\"title\":\"変えた\"}");
                boolean own = path.equals(OF_MINE) && stranger == DemonstrationUser.MINE_STAFF;
                assertThat(renamed.status()).isEqualTo(own && !id.equals("x") && id.length() == 36 ? 403 : 404);
            }
        }
        assertThat(client.post(stranger, VISION + "/themes", "{\"title\":\"盗み\"}")
                        .status())
                .isEqualTo(404);
    }

    private String addTheme(String title) {
        ApiClient.Answer added = post("/themes", "{\"title\":\"%s\"}".formatted(title));
        assertThat(added.status()).isEqualTo(201);
        return idOf(added.body(), title);
    }

    private static String idOf(String body, String words) {
        int at = body.indexOf(words);
        int start = body.lastIndexOf("\"id\":\"", at) + 6;
        return body.substring(start, start + 36);
    }

    private ApiClient.Answer post(String path, String body) {
        return client.post(DemonstrationUser.SECRETARIAT, VISION + path, body);
    }

    private ApiClient.Answer put(String path, String body, String etag) {
        return client.put(DemonstrationUser.SECRETARIAT, VISION + path, etag, body);
    }

    private ApiClient.Answer unconditionally(String method, String path, String body) {
        return client.send(VISION + path, request -> request.header(
                        "Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private ApiClient.Answer remove(String path, String etag) {
        return client.send(VISION + path, request -> request.header(
                        "Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT))
                .header("If-Match", etag)
                .DELETE());
    }
}

package jp.kyosei.ui.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleApiTest {
    private static final String PEOPLE = "/api/v1/owners/mine/people";

    private final ApiClient client = new ApiClient();

    @Test
    void an_invitation_is_written_once_however_often_it_is_posted_and_is_listed_until_it_is_taken_back() {
        String mail = UUID.randomUUID() + "@api.example";
        ApiClient.Answer first = invite(mail, "[\"VIEWER\"]");
        assertThat(first.status()).isEqualTo(201);
        assertThat(text(first.json(), "state")).isEqualTo("WAITING");
        ApiClient.Answer again = invite(mail, "[\"VIEWER\"]");
        assertThat(text(again.json(), "id")).isEqualTo(text(first.json(), "id"));
        JsonNode listed = client.get(DemonstrationUser.MINE, PEOPLE + "?state=WAITING&words=" + mail)
                .json();
        assertThat(listed.get("total").getIntValue()).isEqualTo(1);
        assertThat(text(listed.get("people").get(0), "mail")).isEqualTo(mail);

        String invitation = PEOPLE + "/" + text(first.json(), "id");
        assertThat(client.post(DemonstrationUser.MINE, invitation + "/resend", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(text(
                        client.post(DemonstrationUser.MINE, invitation + "/withdraw", "{}")
                                .json(),
                        "state"))
                .isEqualTo("WITHDRAWN");
        assertThat(client.post(DemonstrationUser.MINE, invitation + "/withdraw", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(client.get(DemonstrationUser.MINE, invitation).status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_taken_is_answered_by_its_field() {
        assertThat(invite("no address", "[\"VIEWER\"]").body()).contains("\"mail\"", "メールアドレスを");
        assertThat(invite("a@b.example", "[]").body()).contains("\"roles\"", "権限を1つ以上");
        assertThat(invite("a@b.example", "[\"OPERATOR\"]").status()).isEqualTo(400);
        assertThat(client.get(DemonstrationUser.MINE, PEOPLE + "?role=KING").status())
                .isEqualTo(400);
        assertThat(client.get(DemonstrationUser.MINE, PEOPLE + "/staff").status())
                .isEqualTo(404);
    }

    @Test
    void a_change_names_the_version_that_it_began_from() {
        JsonNode person = client.get(DemonstrationUser.DAISEN, "/api/v1/owners/daisen/people?role=ADMIN")
                .json()
                .get("people")
                .get(0);
        String path = "/api/v1/owners/daisen/people/" + text(person, "id");
        String same = "{\"roles\":[\"ADMIN\",\"SECRETARIAT\"]}";
        assertThat(patch(path, null, same).status()).isEqualTo(428);
        assertThat(patch(path, "\"1\"", same).status()).isEqualTo(412);
        ApiClient.Answer changed =
                patch(path, client.get(DemonstrationUser.DAISEN, path).header("ETag"), same);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(patch(path, changed.header("ETag"), "{\"roles\":[\"VIEWER\"]}")
                        .body())
                .contains("団体管理者");
        assertThat(patch(path, changed.header("ETag"), "{\"active\":false}").body())
                .contains("自分の利用は止められません");
    }

    private ApiClient.Answer invite(String mail, String roles) {
        return client.post(
                DemonstrationUser.MINE,
                PEOPLE,
                "{\"mail\":\"%s\",\"displayName\":\"美祢 花子\",\"roles\":%s}".formatted(mail, roles));
    }

    private ApiClient.Answer patch(String path, @Nullable String tag, String body) {
        return client.send(path, request -> {
            request.header("Authorization", "Bearer " + client.token(DemonstrationUser.DAISEN))
                    .header("Content-Type", "application/json")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
            return tag == null ? request : request.header("If-Match", tag);
        });
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).getStringValue();
    }
}

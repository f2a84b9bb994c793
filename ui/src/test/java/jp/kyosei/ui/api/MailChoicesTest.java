package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.mail.MailKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailChoicesTest {
    private static final String PATH = "/api/v1/me/mail";
    private static final String ALL =
            Stream.of(MailKind.values()).map("\"%s\":true"::formatted).collect(Collectors.joining(",", "{", "}"));

    private final ApiClient client = new ApiClient();

    @Test
    void each_kind_is_switched_by_itself_and_for_the_caller_alone() {
        assertThat(client.get(DemonstrationUser.DAISEN, PATH).body()).isEqualTo(ALL);

        ApiClient.Answer changed = put("{\"REMINDER\":false,\"CONFIRMED\":false}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(put("{\"CONFIRMED\":true}").body()).isEqualTo(ALL.replace("REMINDER\":true", "REMINDER\":false"));
        assertThat(client.get(DemonstrationUser.DAISEN, PATH).body())
                .isEqualTo(ALL.replace("REMINDER\":true", "REMINDER\":false"));
        assertThat(client.get(DemonstrationUser.MINE, PATH).body()).isEqualTo(ALL);

        assertThat(put(ALL).body()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"NEWS\":true}",
                "{\"REMINDER\":\"perhaps\"}",
                "{\"REMINDER\":0}",
                "{\"CONFIRMED\":false,\"NEWS\":true}",
                "[true]",
                "{",
                ""
            })
    void what_is_no_choice_is_refused_and_changes_nothing(String body) {
        ApiClient.Answer answer = put(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("type").getStringValue()).endsWith("invalid-input");
        assertThat(client.get(DemonstrationUser.DAISEN, PATH).body()).isEqualTo(ALL);
    }

    @Test
    void a_kind_without_a_value_is_one_that_is_not_named() {
        ApiClient.Answer answer = put("{\"REMINDER\":null}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ALL);
    }

    @Test
    void without_a_login_there_is_no_choice() {
        assertThat(client.send(PATH, request -> request).status()).isEqualTo(401);
        assertThat(client.send(PATH, request -> request.header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(ALL)))
                        .status())
                .isEqualTo(401);
    }

    private ApiClient.Answer put(String body) {
        return client.send(
                PATH, request -> request.header("Authorization", "Bearer " + client.token(DemonstrationUser.DAISEN))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
}

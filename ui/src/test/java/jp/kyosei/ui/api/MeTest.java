package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeTest {
    private final ApiClient client = new ApiClient();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SECRETARIAT | ichinoseki VIEWER / ichinoseki-hiraizumi SECRETARIAT through 032093
            ICHINOSEKI  | ichinoseki CONTRIBUTOR / ichinoseki-hiraizumi through 032093
            HIRAIZUMI   | hiraizumi CONTRIBUTOR / ichinoseki-hiraizumi through 034029
            APPROVER    | ichinoseki APPROVER / ichinoseki-hiraizumi through 032093
            IIN         | ichinoseki-hiraizumi COMMITTEE
            MINE        | mine SECRETARIAT ADMIN
            MINE_STAFF  | mine CONTRIBUTOR
            DAISEN      | daisen SECRETARIAT ADMIN
            OPERATOR    | ''""")
    void everybody_learns_who_they_are_and_what_they_hold(DemonstrationUser user, String owners) {
        ApiClient.Answer answer = client.get(user, "/api/v1/me");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode me = answer.json();
        assertThat(me.get("username").getStringValue()).isEqualTo(user.username());
        assertThat(me.get("operator").getBooleanValue()).isEqualTo(user == DemonstrationUser.OPERATOR);
        List<String> held = new ArrayList<>();
        me.get("owners").values().forEach(owner -> held.add(words(owner)));
        assertThat(String.join(" / ", held)).isEqualTo(owners);
    }

    private static String words(JsonNode owner) {
        List<String> words = new ArrayList<>();
        words.add(owner.get("owner").getStringValue());
        owner.get("roles").values().forEach(role -> words.add(role.getStringValue()));
        owner.get("throughMembers").values().forEach(member -> {
            words.add("through");
            words.add(member.getStringValue());
        });
        return String.join(" ", words);
    }
}

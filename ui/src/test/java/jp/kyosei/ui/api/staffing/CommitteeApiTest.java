package jp.kyosei.ui.api.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;

class CommitteeApiTest {
    private static final String PATH = "/api/v1/owners/daisen/committee";

    private final ApiClient client = new ApiClient();

    @Test
    void members_are_put_in_an_order_and_one_is_invited_once_under_a_key() {
        String first = added("大曲 一郎");
        String second = added("大曲 二郎");
        ApiClient.Answer ordered = client.put(
                DemonstrationUser.DAISEN,
                PATH + "/order",
                "*",
                "{\"members\":[\"%s\",\"%s\"]}".formatted(second, first));
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
        assertThat(ordered.json().get("members").get(0).get("id").getStringValue())
                .isEqualTo(second);
        ApiClient.Answer partial =
                client.put(DemonstrationUser.DAISEN, PATH + "/order", "*", "{\"members\":[\"%s\"]}".formatted(first));
        assertThat(partial.status()).isEqualTo(409);
        assertThat(partial.body()).contains("全員、1回ずつ");
        assertThat(client.put(DemonstrationUser.DAISEN, PATH + "/order", "*", "{\"members\":[\"x\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(client.put(DemonstrationUser.MINE, PATH + "/order", "*", "{\"members\":[]}")
                        .status())
                .isEqualTo(404);

        ApiClient.Answer invited = client.post(
                DemonstrationUser.DAISEN, PATH + "/" + first + "/invite", "{\"mail\":\"omagari@committee.example\"}");
        assertThat(invited.status()).as(invited.body()).isEqualTo(200);
        assertThat(invited.body()).contains("\"invited\":true");
        assertThat(client.post(DemonstrationUser.DAISEN, PATH + "/" + second + "/invite", "{\"mail\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(DemonstrationUser.MINE, PATH + "/" + second + "/invite", "{\"mail\":\"x@y.example\"}")
                        .status())
                .isEqualTo(404);

        ApiClient.Answer note = client.post(
                DemonstrationUser.DAISEN,
                "/api/v1/plans/daisen-strategy-2/notes",
                "{\"kind\":\"OPINION\",\"visibility\":\"COUNCIL\",\"fiscalYear\":2022,\"text\":\"案内\",\"member\":\"%s\"}"
                        .formatted(second));
        assertThat(note.status()).as(note.body()).isEqualTo(201);
        assertThat(note.body()).contains("大曲 二郎（事務局が代わりに入力）");
        assertThat(client.post(
                                DemonstrationUser.MINE,
                                "/api/v1/plans/mine-strategy-2/notes",
                                "{\"kind\":\"OPINION\",\"visibility\":\"COUNCIL\",\"fiscalYear\":2022,\"text\":\"案内\",\"member\":\"%s\"}"
                                        .formatted(second))
                        .status())
                .isEqualTo(404);
    }

    private String added(String name) {
        ApiClient.Answer added = client.post(
                DemonstrationUser.DAISEN,
                PATH,
                "{\"name\":\"%s\",\"affiliation\":\"市民\",\"office\":\"委員\"}".formatted(name));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        return added.json()
                .get("members")
                .get(added.json().get("members").size() - 1)
                .get("id")
                .getStringValue();
    }
}

package jp.kyosei.ui.api.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;

class TransfersTest {
    private static final String PATH = "/api/v1/owners/daisen/transfers";
    private static final String WORK =
            "{\"effectiveOn\":\"2028-04-01\",\"work\":[{\"kind\":\"INDICATORS\",\"from\":\"%s\",\"to\":\"%s\"}],\"reason\":\"機構改革\"}";

    private final ApiClient client = new ApiClient();

    @Test
    void a_change_is_looked_at_prepared_and_taken_back_by_the_owners_admin() {
        ApiClient.Answer preview =
                client.post(DemonstrationUser.DAISEN, PATH + "/preview", WORK.formatted("nogyo", "shoko"));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("\"kind\":\"INDICATORS\"", "\"from\":\"nogyo\"");
        assertThat(client.get(DemonstrationUser.DAISEN, PATH).body()).contains("\"transfers\":[]");

        ApiClient.Answer prepared = client.post(DemonstrationUser.DAISEN, PATH, WORK.formatted("nogyo", "shoko"));
        assertThat(prepared.status()).as(prepared.body()).isEqualTo(201);
        String id = prepared.json().get("id").getStringValue();
        ApiClient.Answer twice = client.post(DemonstrationUser.DAISEN, PATH, WORK.formatted("nogyo", "kigyo"));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("もう準備されています");

        ApiClient.Answer back = client.patch(
                DemonstrationUser.DAISEN, PATH + "/" + id, "*", "{\"state\":\"TAKEN_BACK\",\"reason\":\"やり直し\"}");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.body()).contains("\"state\":\"TAKEN_BACK\"");
        assertThat(client.get(DemonstrationUser.DAISEN, "/api/v1/owners/052124/transfers")
                        .body())
                .contains(id);
    }

    @Test
    void nobody_else_finds_it_and_what_is_wrong_is_named() {
        assertThat(client.get(DemonstrationUser.MINE, PATH).status()).isEqualTo(404);
        assertThat(client.get(DemonstrationUser.MINE_STAFF, "/api/v1/owners/mine/transfers")
                        .status())
                .isEqualTo(403);
        assertThat(client.post(DemonstrationUser.MINE, PATH, WORK.formatted("nogyo", "shoko"))
                        .status())
                .isEqualTo(404);
        ApiClient.Answer dateless = client.post(DemonstrationUser.DAISEN, PATH, "{\"people\":[]}");
        assertThat(dateless.status()).isEqualTo(400);
        assertThat(dateless.body()).contains("effectiveOn");
        ApiClient.Answer nobody = client.post(
                DemonstrationUser.DAISEN,
                PATH,
                "{\"effectiveOn\":\"2028-04-01\",\"people\":[{\"person\":\"x\",\"posts\":[]}]}");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.body()).contains("people[0].person");
        assertThat(client.patch(DemonstrationUser.DAISEN, PATH + "/nothing", "*", "{\"state\":\"TAKEN_BACK\"}")
                        .status())
                .isEqualTo(404);
    }
}

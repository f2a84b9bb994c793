package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another program that is not of the alliance. */
class CollectionStrangersTest extends CollectionApiCase {
    @ParameterizedTest
    @CsvSource({
        "PUT, /indicators/9/actuals/2023/034029, {\"value\":1}",
        "PUT, /indicators/9/narratives/2023/034029, {\"progress\":\"x\"}",
        "PUT, /indicators/9/checks/2023/CUMULATIVE_FALLS, {\"reason\":\"x\"}",
        "DELETE, /indicators/9/actuals/2023/034029, ''",
        "POST, /rounds, {\"fiscalYear\":2022}",
        "POST, /rounds/2023/submit, {}",
        "POST, /rounds/2023/withdraw, {}",
        "POST, /rounds/2023/approve, {}",
        "POST, /rounds/2023/return, {\"comment\":\"x\"}",
        "POST, /rounds/2023/confirm, {}",
        "POST, /rounds/2023/extend, {\"dueOn\":\"2099-01-01\"}",
        "POST, /rounds/2023/remind, {}",
        "POST, /rounds/2023/change, {\"instructions\":\"x\"}",
        "POST, /rounds/2023/close, {}",
        "POST, /rounds/2023/reopen, {\"reason\":\"x\"}"
    })
    void whoever_is_not_of_the_alliance_finds_nothing_to_write(String method, String path, String body) {
        for (DemonstrationUser stranger : List.of(MINE, STAFF, DemonstrationUser.DAISEN, DemonstrationUser.OPERATOR)) {
            assertProblem(write(stranger, method, "ichinoseki-hiraizumi-vision-2", path, body), 404, "not-found");
            assertProblem(write(stranger, method, "no-such-plan", path, body), 404, "not-found");
        }
        ApiClient.Answer committee = write(DemonstrationUser.IIN, method, "ichinoseki-hiraizumi-vision-2", path, body);
        assertThat(committee.status()).as(committee.body()).isEqualTo(403);
    }

    private ApiClient.Answer write(DemonstrationUser user, String method, String plan, String path, String body) {
        return client.send("/api/v1/plans/" + plan + path, request -> request.header(
                        "Authorization", "Bearer " + client.token(user))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

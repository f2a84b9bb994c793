package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.DemonstrationUser;
import org.jspecify.annotations.Nullable;

/** A meeting of each owner with a paper, an outcome and minutes, planned once for all these tests by another program. */
public final class MeetingsOfOwners {
    public static final String VISION = "ichinoseki-hiraizumi-vision-2";

    private static final Map<String, DemonstrationUser> SECRETARIATS = Map.of(
            VISION,
            DemonstrationUser.SECRETARIAT,
            "mine-strategy-2",
            DemonstrationUser.MINE,
            "daisen-strategy-2",
            DemonstrationUser.DAISEN);
    private static @Nullable MeetingsOfOwners planned;

    private final ApiClient client = new ApiClient();
    private final Map<String, String> meetings = new HashMap<>();
    private final List<String> outcomes = new ArrayList<>();

    private MeetingsOfOwners() {
        SECRETARIATS.forEach((plan, secretariat) -> {
            String meeting =
                    id(client.post(secretariat, "/api/v1/plans/%s/meetings".formatted(plan), body("懇談会")), 201);
            String path = "/api/v1/meetings/" + meeting;
            id(client.post(secretariat, path + "/issue", "{}"), 200);
            outcomes.add(id(
                    client.post(secretariat, path + "/outcomes", "{\"text\":\"継続する。\",\"status\":\"CONTINUED\"}"),
                    201));
            publishMinutes(secretariat, path);
            meetings.put(plan, meeting);
        });
    }

    public static synchronized MeetingsOfOwners get() {
        MeetingsOfOwners known = planned;
        if (known == null) {
            known = new MeetingsOfOwners();
            planned = known;
        }
        return known;
    }

    public List<String> meetings() {
        return List.copyOf(meetings.values());
    }

    public List<String> outcomes() {
        return List.copyOf(outcomes);
    }

    /** The meeting of that plan. */
    public String of(String plan) {
        return Objects.requireNonNull(meetings.get(plan));
    }

    public static String body(String title) {
        return """
                {"fiscalYear":2022,"title":"%s","heldOn":"2031-02-01","startsAt":"13:30","endsAt":"15:00",
                 "place":"市役所","commentWindow":{"opensOn":"2031-01-10","closesOn":"2031-01-20"},
                 "agenda":["開会","議事"],"participants":[{"name":"見本 一郎","office":"会長"}],
                 "materials":[{"kind":"RESULTS"},{"kind":"NOTES"}]}""".formatted(title);
    }

    /** So that every reader of the plan finds them. */
    private void publishMinutes(DemonstrationUser secretariat, String path) {
        ApiClient.Answer answer = client.put(secretariat, path + "/minutes", "\"0\"", "{\"text\":\"# 議事要旨\"}");
        for (String step : List.of("approve", "publish")) {
            String version = answer.header("ETag");
            answer = client.send(path + "/minutes/" + step, request -> request.header(
                            "Authorization", "Bearer " + client.token(secretariat))
                    .header("If-Match", version)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    private static String id(ApiClient.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json().get("id").getStringValue();
    }
}

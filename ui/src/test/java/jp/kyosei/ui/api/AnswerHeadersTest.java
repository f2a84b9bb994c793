package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.RunningKyosei;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What REST answers says each thing once, and is kept by nothing on its way, errors included. */
class AnswerHeadersTest {
    private static final String PLAN = "/api/v1/plans/ichinoseki-hiraizumi-vision-2";

    static Stream<Sent> requests() {
        String me = "Authorization: Bearer " + new ApiClient().token(DemonstrationUser.SECRETARIAT);
        return Stream.of(
                Sent.get("/api/v1/me", me),
                Sent.get("/api/v1/plans", me),
                Sent.get(PLAN + "/results?fiscalYear=2022", me),
                Sent.get(PLAN + "/results?fiscalYear=1", me),
                Sent.get(PLAN + "/results?fiscalYear=x", me),
                Sent.get(PLAN + "/results", me, "Accept: text/plain"),
                Sent.get(PLAN + "/reports/results.csv?fiscalYear=2022", me),
                Sent.get(PLAN + "/reports/results.exe", me),
                Sent.get("/api/v1/plans/nobodys/results", me),
                Sent.get("/api/v1/nothing", me),
                Sent.get("/api/v1/me"),
                Sent.get("/api/v1/me", "Authorization: Bearer a.b.c"),
                Sent.get("/api/v1/nothing"),
                Sent.get("/api/v1/me?x=%zz", me),
                Sent.get("/api/v1/plans/%zz", me),
                new Sent("DELETE", "/api/v1/me", List.of(me), ""),
                Sent.post(PLAN + "/rounds", "application/json", "{").with(me),
                Sent.post(PLAN + "/rounds", "application/json", "{}").with(me),
                Sent.post(PLAN + "/rounds", "text/plain", "x").with(me));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void no_header_is_said_twice_and_nothing_is_kept(Sent sent) {
        String head = RawHttp.send(RunningKyosei.get().url(), sent).text().split("\r\n\r\n", 2)[0];
        List<String> names = head.lines()
                .skip(1)
                .map(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("vary"))
                .toList();

        assertThat(names).as(head).doesNotHaveDuplicates();
        assertThat(head).contains("Cache-Control: private, no-store", "X-Content-Type-Options: nosniff");
    }
}

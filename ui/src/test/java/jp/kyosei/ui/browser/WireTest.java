package jp.kyosei.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;

/** What goes over the wire: compressed where nobody learns anything by that, and kept by the browser where it cannot change. */
@InBrowser
class WireTest {
    private static final String BOARD = "plans/ichinoseki-hiraizumi-vision-2/collection/2023";
    private static final String GZIP = "Accept-Encoding: gzip";
    private static final int KILOBYTE = 1024;

    @Test
    void what_an_open_screen_is_sent_is_compressed(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT);
        List<Response> answers = new ArrayList<>();
        visitor.page().onResponse(answers::add);
        visitor.open(BOARD);

        List<Response> screens =
                answers.stream().filter(answer -> isOf(answer, "uidl")).toList();
        assertThat(screens)
                .filteredOn(answer -> answer.body().length > KILOBYTE)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(encoding(answer)).contains("gzip"));
        // a table of some hundred kilobytes
        assertThat(screens).anySatisfy(answer -> assertThat(answer.body().length)
                .isGreaterThan(5 * answer.request().sizes().responseBodySize));
        assertThat(answers.stream().filter(answer -> isOf(answer, "init")))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(encoding(answer)).isEmpty());
    }

    @Test
    void files_named_by_their_content_are_kept_for_good_and_all_others_are_asked_after(Visitor visitor) {
        List<Response> answers = new ArrayList<>();
        visitor.page().onResponse(answers::add);
        visitor.as(DemonstrationUser.SECRETARIAT);
        visitor.settle();

        List<Response> built = answers.stream()
                .filter(answer -> answer.url().matches(".*/(VAADIN/build/|lumo/|VAADIN/static/).*"))
                .toList();
        assertThat(built).hasSizeGreaterThan(10).allSatisfy(answer -> {
            assertThat(answer.headerValue("cache-control")).as(answer.url()).isEqualTo("max-age=31536000, immutable");
            assertThat(answer.request().sizes().responseBodySize < KILOBYTE
                            || encoding(answer).isPresent())
                    .as(answer.url())
                    .isTrue();
        });

        RawHttp.Answer page = RawHttp.send(visitor.kyosei().url(), Sent.get("/page/page.css"));
        assertThat(page.text()).contains("Cache-Control: no-cache");
        String changed = page.text()
                .lines()
                .filter(line -> line.startsWith("Last-Modified: "))
                .map(line -> line.substring("Last-Modified: ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(RawHttp.send(visitor.kyosei().url(), Sent.get("/page/page.css", "If-Modified-Since: " + changed))
                        .status())
                .isEqualTo(304);
    }

    /** Its length would say, letter by letter, the secret of the session to whoever puts words beside it. */
    @Test
    void what_another_site_could_have_opened_in_somebodys_name_is_not_compressed(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT);
        String cookie = ScreenWire.cookieOf(visitor);
        for (String target : new String[] {
            "/?v-r=init&location=&query=",
            "/?%76-r=init&location=&query=",
            "/?v=1&v-r=init&location=&query=",
            "/lumo/../?v-r=init&location=&query=",
            "/api/../?v-r=init&location=&query=",
            "/open/x/../../?v-r=init&location=&query=",
            "/VAADIN/build/%2e%2e/%2e%2e/?v-r=init&location=&query=",
            "/lumo/lumo.css?v=1&v-r=init",
            "/" + BOARD
        }) {
            RawHttp.Answer answer = RawHttp.send(visitor.kyosei().url(), Sent.get(target, cookie, GZIP));
            assertThat(answer.text().split("\r\n\r\n", 2)[0]).as(target).doesNotContain("Content-Encoding");
        }
    }

    /** A tag names the bytes, so what has one goes as it is. */
    @Test
    void what_is_short_or_packed_or_tagged_is_sent_as_it_is(Visitor visitor) {
        String me = "Authorization: Bearer " + new ApiClient().token(DemonstrationUser.SECRETARIAT);
        String plan = "/api/v1/plans/ichinoseki-hiraizumi-vision-2";
        for (String target : new String[] {
            "/api/v1/me",
            plan + "/reports/results.xlsx?fiscalYear=2022",
            plan + "/results?fiscalYear=x",
            plan + "/results?fiscalYear=2022"
        }) {
            assertThat(head(visitor, Sent.get(target, me, GZIP))).as(target).doesNotContain("Content-Encoding");
        }
    }

    private static String head(Visitor visitor, Sent sent) {
        return RawHttp.send(visitor.kyosei().url(), sent).text().split("\r\n\r\n", 2)[0];
    }

    private static boolean isOf(Response answer, String kind) {
        return answer.url().contains("v-r=" + kind);
    }

    private static Optional<String> encoding(Response answer) {
        return Optional.ofNullable(answer.headerValue("content-encoding"));
    }
}

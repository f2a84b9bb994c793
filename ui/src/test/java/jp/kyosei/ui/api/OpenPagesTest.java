package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody without a login asks for what is published; its owner's secretariat publishes it over REST. */
class OpenPagesTest {
    private static final String PLAN = "ichinoseki-hiraizumi-open";
    private static final String PUBLICATIONS = "/api/v1/plans/%s/publications".formatted(PLAN);
    private static final String PAGE = "/open/plans/%s/2022".formatted(PLAN);
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final ApiClient client = new ApiClient();

    @BeforeAll
    static void a_year_is_published() {
        PlanCopy.of(PLAN, "公開の試験の計画");
        assertThat(new ApiClient()
                        .post(DemonstrationUser.SECRETARIAT, PUBLICATIONS, "{\"fiscalYear\":2022}")
                        .status())
                .isEqualTo(201);
        refresh();
    }

    @Test
    void a_page_needs_no_login_and_may_be_kept_by_caches() throws Exception {
        HttpResponse<byte[]> page = get(PAGE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(page, "Cache-Control"))
                .isEqualTo("public, max-age=60, stale-while-revalidate=600, stale-if-error=604800");
        assertThat(header(page, "ETag")).matches("\"[\\w-]+\"");
        assertThat(header(page, "Last-Modified")).endsWith("GMT");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'self'");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().allValues("Referrer-Policy")).hasSize(1);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("Content-Length")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/indicators/9", "/results.json", "/results.csv"})
    void who_has_it_is_told_so_by_tag_and_by_date(String part) throws Exception {
        HttpResponse<byte[]> first = get(PAGE + part, "Accept-Encoding", "gzip");
        assertThat(header(first, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(first, "Vary")).contains("Accept-Encoding");

        HttpResponse<byte[]> again = get(PAGE + part, "If-None-Match", "\"x\", " + header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isNotEmpty();
        assertThat(get(PAGE + part, "If-Modified-Since", header(first, "Last-Modified"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(PAGE + part, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    }

    @Test
    void head_says_what_get_would() throws Exception {
        HttpResponse<byte[]> page = get(PAGE);
        HttpResponse<byte[]> head = send("HEAD", PAGE);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(page.body().length));
        assertThat(header(head, "ETag")).isEqualTo(header(page, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothing_is_written_here(String method) throws Exception {
        assertThat(send(method, PAGE).statusCode()).isIn(401, 403, 404, 405);
    }

    @Test
    void an_unknown_query_is_no_part_of_the_address() throws Exception {
        assertThat(header(get(PAGE + "?utm_source=x&fiscalYear=1999"), "ETag")).isEqualTo(header(get(PAGE), "ETag"));
    }

    @Test
    void other_forms_of_the_address_lead_to_the_page() throws Exception {
        assertThat(header(get("/open"), "Location")).isEqualTo("/open/");
        assertThat(get("/open/").statusCode()).isEqualTo(200);
        assertThat(header(get(PAGE + "/"), "Location")).isEqualTo(PAGE);
        assertThat(get(PAGE, "Accept", "application/json").statusCode()).isEqualTo(200);
        assertThat(get(PAGE, "Authorization", "Bearer nonsense").statusCode()).isIn(200, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open/plans/" + PLAN + "/2021",
                "/open/plans/" + PLAN + "/2022/indicators/999",
                "/open/plans/" + PLAN + "/x",
                "/open/plans/daisen-strategy-2",
                "/open/plans/absent/2022",
                "/open/daisen",
                "/open/%E3%81%82",
                "/open/plans/" + PLAN + "/2022/..%2f..%2fetc"
            })
    void what_is_not_published_is_not_there(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("daisen");
    }

    @Test
    void words_are_looked_for_by_a_plain_form_and_robots_are_led_from_the_root() throws Exception {
        HttpResponse<byte[]> found = get("/open/search?q=%EF%BC%AE%EF%BC%AF%EF%BC%8E9&x=1");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(new String(found.body(), StandardCharsets.UTF_8))
                .contains(PAGE + "/indicators/9", "noindex")
                .doesNotContain("<script");
        HttpResponse<byte[]> robots = get("/robots.txt");
        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(header(robots, "Content-Type")).startsWith("text/plain");
        assertThat(header(robots, "Set-Cookie")).isEmpty();
        assertThat(new String(robots.body(), StandardCharsets.UTF_8)).contains("Sitemap: ", "Disallow: /\n");
        assertThat(header(get("/open/feed.atom"), "Content-Type")).startsWith("application/atom+xml");
        assertThat(get(PAGE + "/results.xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void the_style_sheet_is_kept_for_ever_under_its_own_name() throws Exception {
        String html = new String(get(PAGE).body(), StandardCharsets.UTF_8);
        String style = html.replaceFirst("(?s).*href=\"(/open/style-[^\"]+\\.css)\".*", "$1");
        HttpResponse<byte[]> css = get(style);
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(header(css, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(css, "Content-Type")).startsWith("text/css");
    }

    @Test
    void a_year_is_replaced_and_withdrawn_over_rest_from_the_version_that_was_seen() throws Exception {
        String year = PUBLICATIONS + "/2021";
        assertThat(post(PUBLICATIONS, null, "{\"fiscalYear\":2021}").status()).isEqualTo(201);
        assertThat(post(PUBLICATIONS, null, "{\"fiscalYear\":2021}").status()).isEqualTo(428);
        assertThat(post(PUBLICATIONS, "\"0\"", "{\"fiscalYear\":2021}").status())
                .isEqualTo(412);
        String seen = client.get(DemonstrationUser.SECRETARIAT, year).header("ETag");
        assertThat(post(PUBLICATIONS, seen, "{\"fiscalYear\":2021,\"licence\":\"UNSTATED\"}")
                        .status())
                .isEqualTo(201);

        assertThat(post(year + "/withdraw", null, "{\"reason\":\"誤り\"}").status())
                .isEqualTo(428);
        assertThat(post(year + "/withdraw", seen, "{\"reason\":\"誤り\"}").status())
                .isEqualTo(412);
        String now = client.get(DemonstrationUser.SECRETARIAT, year).header("ETag");
        assertThat(post(year + "/withdraw", now, "{}").status()).isEqualTo(409);
        ApiClient.Answer withdrawn =
                post(year + "/withdraw", now, "{\"reason\":\"桁の誤り\",\"publicReason\":\"値に誤りがありました\"}");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body()).contains("\"state\":\"WITHDRAWN\"", "桁の誤り");
        refresh();
        HttpResponse<byte[]> gone = get("/open/plans/%s/2021".formatted(PLAN));
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(new String(gone.body(), StandardCharsets.UTF_8))
                .contains("取り下げられました", "値に誤りがありました")
                .doesNotContain("桁の誤り");
    }

    @Test
    void wrong_input_names_what_is_wrong_and_a_year_without_confirmed_figures_is_refused() {
        assertThat(post(PUBLICATIONS, null, "{}").body()).contains("fiscalYear");
        assertThat(post(PUBLICATIONS, null, "{\"fiscalYear\":2020,\"licence\":\"GPL\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post(PUBLICATIONS, null, "{\"fiscalYear\":2023}").status()).isEqualTo(409);
        assertThat(client.get(DemonstrationUser.SECRETARIAT, PUBLICATIONS + "/2022/preview?narratives=true")
                        .body())
                .contains("\"indicators\":33", "\"blanks\":[");
    }

    @Test
    void a_post_that_is_sent_twice_publishes_once() {
        for (int turn = 0; turn < 2; turn++) {
            assertThat(client.send(PUBLICATIONS, request -> request.header(
                                            "Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT))
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "publish-2020")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"fiscalYear\":2020}")))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(client.get(DemonstrationUser.SECRETARIAT, PUBLICATIONS + "/2020")
                        .body())
                .contains("\"revision\":1");
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"SECRETARIAT"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_the_owners_secretariat_publishes(DemonstrationUser user) {
        int expected =
                switch (user) {
                    case ICHINOSEKI, HIRAIZUMI, APPROVER, IIN -> 403;
                    default -> 404;
                };
        for (ApiClient.Answer answer : List.of(
                client.get(user, PUBLICATIONS),
                client.get(user, PUBLICATIONS + "/2022"),
                client.get(user, PUBLICATIONS + "/2022/preview"),
                client.post(user, PUBLICATIONS, "{\"fiscalYear\":2022}"),
                client.send(PUBLICATIONS + "/2022/withdraw", request -> request.header(
                                "Authorization", "Bearer " + client.token(user))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"x\"}"))))) {
            assertThat(answer.status()).isEqualTo(expected);
        }
    }

    private ApiClient.Answer post(String path, @Nullable String etag, String json) {
        return client.send(path, request -> {
            request.header("Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
            return etag == null ? request : request.header("If-Match", etag);
        });
    }

    private static void refresh() {
        RunningKyosei.get().bean(OpenShelf.class).refresh();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private static HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RunningKyosei.get().url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}

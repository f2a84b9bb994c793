package jp.kyosei.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.RunningKyosei;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A product with small limits, behind TLS. All tests come from one address: the one that uses it up is the last. */
@TestMethodOrder(OrderAnnotation.class)
class LimitsTest {
    private static final String PDF = "/api/v1/plans/ichinoseki-hiraizumi-vision-2/reports/results.pdf?fiscalYear=2022";
    private static final RunningKyosei FEW = RunningKyosei.alone(Map.of(
            "kyosei.public-url", "https://kyosei.example",
            "kyosei.limits.person.at-once", "30",
            "kyosei.limits.person.per-second", "1",
            "kyosei.limits.address.at-once", "400",
            "kyosei.limits.address.per-second", "1",
            "kyosei.expensive-work.at-once", "1",
            "kyosei.expensive-work.most-waiting", "1"));

    @Test
    @Order(1)
    void of_many_papers_at_once_some_are_made_and_the_others_may_be_asked_for_again() throws Exception {
        String token = FEW.accessToken(DemonstrationUser.SECRETARIAT);
        List<FutureTask<RawHttp.Answer>> asked = new ArrayList<>();
        for (int paper = 0; paper < 10; paper++) {
            FutureTask<RawHttp.Answer> one = new FutureTask<>(() -> get(PDF, token));
            Thread.ofVirtual().start(one);
            asked.add(one);
        }
        List<RawHttp.Answer> answers = new ArrayList<>();
        for (FutureTask<RawHttp.Answer> one : asked) {
            answers.add(one.get());
        }

        assertThat(answers)
                .extracting(RawHttp.Answer::status)
                .contains(200, 429)
                .containsOnly(200, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).allSatisfy(answer -> assertThat(answer.text())
                .contains("Retry-After: 10", "application/problem+json", "too-many-requests", "混み合って"));
        assertThat(get(PDF, token).status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void a_person_who_calls_too_often_waits_and_nobody_else_does() {
        String token = FEW.accessToken(DemonstrationUser.MINE);
        List<RawHttp.Answer> answers =
                Stream.generate(() -> get("/api/v1/me", token)).limit(50).toList();

        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(answers.getLast().status()).isEqualTo(429);
        assertThat(answers.getLast().text())
                .containsPattern("Retry-After: [1-9]")
                .contains("application/problem+json", "urn:kyosei:problem:too-many-requests", "少し待ってから")
                .doesNotContain("Exception");
        assertThat(get("/api/v1/me", FEW.accessToken(DemonstrationUser.DAISEN)).status())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void where_people_come_by_tls_the_cookie_of_a_login_is_bound_to_this_host() {
        Context context = (Context) FEW.bean(Tomcat.class).getHost().findChildren()[0];
        var cookie = context.getServletContext().getSessionCookieConfig();

        assertThat(cookie.getName()).isEqualTo("__Host-kyosei-session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    @Order(4)
    void an_address_that_asks_too_often_is_turned_away_in_the_words_of_where_it_asks() {
        RawHttp.Answer last = Stream.generate(() -> send(Sent.get("/open/")))
                .limit(1_000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(last.text()).containsPattern("Retry-After: [1-9]").contains("text/html", "要求が多すぎます");
        assertThat(send(Sent.get("/api/v1/me")).text())
                .contains(" 429 ", "application/problem+json", "too-many-requests");
        // Vaadin's client keeps what was typed and sends it again.
        assertThat(send(Sent.post("/?v-r=uidl&v-uiId=0", "application/json", "{}"))
                        .text())
                .contains(" 503 ")
                .containsPattern("Retry-After: [1-9]");
    }

    private static RawHttp.Answer get(String path, String token) {
        return send(Sent.get(path, "Authorization: Bearer " + token));
    }

    private static RawHttp.Answer send(Sent sent) {
        return RawHttp.send(FEW.listening(), sent);
    }
}

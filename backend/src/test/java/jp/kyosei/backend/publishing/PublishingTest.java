package jp.kyosei.backend.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;
import jp.kyosei.backend.publishing.open.OpenPage;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishingTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final String MINE = "mine-strategy-2";
    private static final FiscalYear R3 = new FiscalYear(2021);
    private static final FiscalYear R4 = new FiscalYear(2022);
    /** Under collection. */
    private static final FiscalYear R5 = new FiscalYear(2023);

    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final PublishingService publishing = BACKEND.bean(PublishingService.class);
    private final OpenShelf shelf = BACKEND.bean(OpenShelf.class);

    @BeforeEach
    void nothing_is_published() {
        for (YearPublication year : publishing.overview(secretariat(), VISION).years()) {
            if (year.state() == PublicationState.PUBLISHED) {
                publishing.withdraw(secretariat(), VISION, year.fiscalYear(), PublishingService.ANY_VERSION, "次の試験のため");
            }
        }
        shelf.refresh();
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_year_is_published_replaced_withdrawn_and_published_again() {
        long before = year(R4).version();
        YearPublication first = publishing.publish(secretariat(), VISION, order(R4), before);
        assertThat(first.state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(page("2022").status()).isEqualTo(200);
        assertThat(text("2022")).contains("第%d版".formatted(first.revision()));

        YearPublication second = publishing.publish(secretariat(), VISION, order(R4), first.version());
        assertThat(second.revision()).isEqualTo(first.revision() + 1);
        assertThat(text("2022")).contains("第%d版".formatted(second.revision()), "最初の公開は");

        YearPublication withdrawn = publishing.withdraw(secretariat(), VISION, R4, second.version(), "目印の理由：桁の誤り");
        assertThat(withdrawn.state()).isEqualTo(PublicationState.WITHDRAWN);
        for (String path : List.of("2022", "2022/indicators/9", "2022/results.csv", "2022/results.json")) {
            assertThat(page(path).status()).as(path).isEqualTo(410);
            assertThat(text(path)).contains("取り下げられました").doesNotContain("目印");
        }
        assertThat(shelf.addressOf(VISION)).isEmpty();

        YearPublication again = publishing.publish(secretariat(), VISION, order(R4), withdrawn.version());
        assertThat(again.revision()).isEqualTo(second.revision() + 1);
        assertThat(page("2022").status()).isEqualTo(200);
        assertThat(again.steps()).extracting(PublicationStep::withdrawal).endsWith(false, false, true, false);
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofPlan(secretariat(), VISION, null, TrailFilter.ALL, 0, 20)
                        .entries())
                .extracting(AuditEntry::action)
                .contains("PUBLISH", "REPLACE_PUBLICATION", "WITHDRAW_PUBLICATION");
    }

    @Test
    void the_page_shows_the_published_figures_and_counts() {
        publish(order(R4));

        Document page = Jsoup.parse(text("2022"));
        assertThat(page.select("html").attr("lang")).isEqualTo("ja");
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
        assertThat(page.select("table.counts tbody tr").eachText())
                .containsExactly(
                        "A 100%以上 3 5 △2",
                        "B 80〜99% 11 8 +3", "C 50〜79% 7 5 +2", "D 0〜49% 8 12 △4", "その他 把握できず 4 3 +1");
        assertThat(page.select("table.figures tbody tr:not(.section)")).hasSize(33);
        assertThat(page.select("table.figures th:not([scope])")).isEmpty();
    }

    @Test
    void csv_json_and_catalogue_say_the_same_and_can_be_read_by_programs() {
        publish(order(R4));

        OpenPage csv = page("2022/results.csv");
        assertThat(csv.bytes(false)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text("2022/results.csv").lines()).hasSize(34);
        assertThat(text("2022/results.csv"))
                .contains("\r\n9,KPI,3/3-1,圏域内の宿泊者数,")
                .contains(",349267,");
        assertThat(text("2022/results.json")).contains("\"value\":349267").doesNotContain("checks", "author", "state");
        String turtle = OpenWalk.text(shelf.at("catalog.ttl"));
        assertThat(turtle)
                .contains(
                        "a dcat:Catalog",
                        "a dcat:Dataset",
                        "dcterms:identifier \"ichinoseki-hiraizumi/ichinoseki-hiraizumi-vision-2/2022\"",
                        "dcterms:license <https://creativecommons.org/licenses/by/4.0/>",
                        "dcat:startDate \"2022-04-01\"^^xsd:date",
                        "/open/plans/ichinoseki-hiraizumi-vision-2/2022/results.csv> ;");
        assertThat(OpenWalk.text(shelf.at("catalog.jsonld"))).contains("\"dcat:Dataset\"", "\"dcterms:license\"");
    }

    @Test
    void what_is_not_confirmed_is_blank_and_the_preview_says_so() {
        assertThatThrownBy(() -> publishing.publish(secretariat(), VISION, order(R5), 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("確定した実績がない");
        PublicationPreview preview = publishing.preview(secretariat(), VISION, order(R4));
        assertThat(preview.blanks()).hasSize(4).allSatisfy(blank -> assertThat(blank.why())
                .isEqualTo(PublicationPreview.Why.REASON_GIVEN));
        assertThatThrownBy(() -> publishing.preview(secretariat(), VISION, order(new FiscalYear(2030))))
                .isInstanceOf(FiscalYearOutsidePlanException.class);
    }

    @Test
    void two_who_publish_at_the_same_time_do_not_overwrite_each_other() {
        long seen = year(R3).version();
        publishing.publish(secretariat(), VISION, order(R3), seen);
        assertThatThrownBy(() -> publishing.publish(secretariat(), VISION, order(R3), seen))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> publishing.withdraw(secretariat(), VISION, R3, seen, "理由"))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> publishing.withdraw(secretariat(), VISION, R3, PublishingService.ANY_VERSION, " "))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> publishing.withdraw(secretariat(), VISION, R5, PublishingService.ANY_VERSION, "理由"))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"ICHINOSEKI", "HIRAIZUMI", "APPROVER", "IIN"})
    void others_of_the_owner_are_refused(DemonstrationUser user) {
        Actor actor = BACKEND.user(user);
        assertThatThrownBy(() -> publishing.overview(actor, VISION)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> publishing.preview(actor, VISION, order(R4))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> publishing.publish(actor, VISION, order(R4), -1))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> publishing.withdraw(actor, VISION, R4, -1, "理由"))
                .isInstanceOf(ForbiddenException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "MINE_STAFF", "DAISEN", "OPERATOR"})
    void strangers_find_nothing(DemonstrationUser user) {
        Actor actor = BACKEND.user(user);
        assertThatThrownBy(() -> publishing.overview(actor, VISION)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> publishing.publish(actor, VISION, order(R4), -1))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> publishing.withdraw(actor, VISION, R4, -1, "理由"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_public_never_reads_within_somebodys_transaction() {
        assertThatThrownBy(() -> BACKEND.bean(TenantDoor.class).read(secretariat(), () -> BACKEND.bean(TenantDoor.class)
                        .published(() -> "seen")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_answer_has_a_strong_tag_for_each_encoding() {
        publish(order(R4));
        OpenPage page = page("2022");
        assertThat(page.tag(true)).isNotEqualTo(page.tag(false)).doesNotStartWith("W/");
        assertThat(page.isKnownBy(List.of("\"x\", " + page.tag(true)))).isTrue();
        assertThat(page.isKnownBy(List.of("W/" + page.tag(false)))).isTrue();
        assertThat(page.isKnownBy(List.of("\"x\""))).isFalse();
        assertThat(page.bytes(true).length).isLessThan(page.bytes(false).length / 4);
        assertThat(new String(page.bytes(false), StandardCharsets.UTF_8)).startsWith("<!doctype html>");
    }

    @Test
    void another_owner_publishes_with_other_rules_and_every_link_leads_somewhere() {
        publish(order(R4));
        publishing.publish(BACKEND.user(DemonstrationUser.MINE), MINE, order(R5), PublishingService.ANY_VERSION);
        shelf.refresh();
        assertThat(OpenWalk.all(shelf))
                .containsKeys("plans/mine-strategy-2/2023/indicators/1-1-1-1", "mine", "plans/mine-strategy-2")
                .hasSizeGreaterThan(33 + 56);
        assertThat(OpenWalk.text(shelf.at("plans/mine-strategy-2/2023"))).contains("目標達成", "未達成↓");
        publishing.withdraw(BACKEND.user(DemonstrationUser.MINE), MINE, R5, PublishingService.ANY_VERSION, "試験の終わり");
    }

    private void publish(PublishOrder order) {
        publishing.publish(secretariat(), VISION, order, PublishingService.ANY_VERSION);
        shelf.refresh();
    }

    private OpenPage page(String path) {
        shelf.refresh();
        return shelf.at("plans/" + VISION + "/" + path);
    }

    private String text(String path) {
        return OpenWalk.text(page(path));
    }

    private YearPublication year(FiscalYear year) {
        return publishing.year(secretariat(), VISION, year);
    }

    private static PublishOrder order(FiscalYear year) {
        return new PublishOrder(year, false, false, Licence.CC_BY_4_0);
    }

    private static Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}

package jp.kyosei.backend.revision.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.revision.AdoptionDay;
import jp.kyosei.backend.revision.PlanAdoption;
import jp.kyosei.backend.revision.RevisionService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A draft beside a version in force: changed, taken back, adopted; what was judged before stays. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DraftingTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final int DRAFT = 2;
    /** 圏域内の宿泊者数. */
    private static final String GUESTS = "9";

    private static final FiscalYear LAST_YEAR = new FiscalYear(2022);
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final Drafting drafting = BACKEND.bean(Drafting.class);

    @BeforeAll
    static void a_draft() {
        BACKEND.bean(RevisionService.class).draft(BACKEND.user(DemonstrationUser.SECRETARIAT), VISION, "一部改訂の案");
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    @Order(1)
    void every_change_can_be_taken_back_and_leaves_the_draft_as_it_was() {
        OpenDraft before = draft();
        Section first = before.content().sections().getFirst();
        Section last = before.content().sections().getLast();
        Indicator guests = indicator(GUESTS);
        Initiative work = before.initiatives().getFirst();
        SectionId added = SectionId.next();
        List<DraftChange> changes = List.of(
                new DraftChange.AddSection(added, first.id(), 0, "1-0", "新しい施策区分", "あらまし"),
                new DraftChange.RewordSection(first.id(), before.version(first.id()), first.number(), "別の名称", "別の内容"),
                new DraftChange.MoveSection(last.id(), before.version(last.id()), first.id(), 0),
                new DraftChange.NumberSections(Map.of(first.id(), "99")),
                new DraftChange.RemoveSection(first.id(), before.version(first.id()), true),
                new DraftChange.ChangeIndicator(target(guests, 400_000), before.version(guests.id())),
                new DraftChange.MoveIndicator(guests.id(), before.version(guests.id()), last.id(), 0),
                new DraftChange.RemoveIndicator(guests.id(), before.version(guests.id())),
                new DraftChange.AddInitiative(
                        new Initiative(
                                InitiativeId.next(),
                                last.number(),
                                "新しい取組",
                                List.of(),
                                List.of(new InitiativeSpan(LAST_YEAR, LAST_YEAR, "はじめの年"))),
                        0),
                new DraftChange.ChangeInitiative(
                        new Initiative(work.id(), work.section(), "別の名の取組", work.municipalities(), List.of()),
                        before.version(work.id())),
                new DraftChange.MoveInitiative(work.id(), before.version(work.id()), last.id(), 5),
                new DraftChange.RemoveInitiative(work.id(), before.version(work.id())));
        for (DraftChange change : changes) {
            Undo undo = drafting.change(secretariat(), VISION, DRAFT, fresh(change), "見直しのため");
            assertThat(content(draft())).describedAs("%s", change).isNotEqualTo(content(before));

            Undo again = drafting.undo(secretariat(), VISION, DRAFT, undo);
            assertThat(content(draft())).describedAs("back from %s", change).isEqualTo(content(before));

            Undo back = drafting.undo(secretariat(), VISION, DRAFT, again);
            assertThat(content(draft())).describedAs("%s again", change).isNotEqualTo(content(before));
            drafting.undo(secretariat(), VISION, DRAFT, back);
            assertThat(content(draft()))
                    .describedAs("back again from %s", change)
                    .isEqualTo(content(before));
        }
    }

    @Test
    @Order(2)
    void whoever_changes_what_somebody_else_has_changed_meanwhile_is_told_and_nothing_is_written() {
        Indicator guests = indicator(GUESTS);
        long seen = draft().version(guests.id());
        change(new DraftChange.ChangeIndicator(target(guests, 390_000), seen), "目標の上方修正");
        OpenDraft after = draft();

        assertThatThrownBy(() -> change(new DraftChange.ChangeIndicator(target(guests, 1), seen), "勘違い"))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> change(new DraftChange.RemoveIndicator(guests.id(), seen), "勘違い"))
                .isInstanceOf(StaleException.class);
        assertThat(content(draft())).isEqualTo(content(after));
    }

    @Test
    @Order(3)
    void a_target_that_results_are_read_by_is_changed_with_a_reason_alone() {
        Indicator guests = indicator(GUESTS);
        assertThatThrownBy(() -> change(
                        new DraftChange.ChangeIndicator(target(guests, 400_000), draft().version(guests.id())), " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("目標値を変える理由");
        assertThatThrownBy(() -> change(new DraftChange.RemoveIndicator(guests.id(), draft().version(guests.id())), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("削除する理由");

        change(new DraftChange.ChangeIndicator(target(guests, 400_000), draft().version(guests.id())), "宿泊施設が増えたため");
        assertThat(history(GUESTS)).startsWith("CHANGE_INDICATOR");
    }

    @Test
    @Order(4)
    void what_cannot_be_is_refused_in_words() {
        Section first = draft().content().sections().getFirst();
        Section below = draft().content().sections().stream()
                .filter(section -> first.number().equals(section.parent()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() ->
                        change(new DraftChange.MoveSection(first.id(), draft().version(first.id()), below.id(), 0), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("自分より下");
        assertThatThrownBy(
                        () -> change(new DraftChange.AddSection(SectionId.next(), below.id(), 0, "x", "深すぎる", ""), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("階層");
        assertThatThrownBy(() ->
                        change(new DraftChange.AddSection(SectionId.next(), null, 0, first.number(), "同じ番号", ""), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("既にあります");
        assertThatThrownBy(
                        () -> change(new DraftChange.RemoveSection(first.id(), draft().version(first.id()), false), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("一緒に削除するか");
        assertThatThrownBy(() -> change(new DraftChange.AddSection(SectionId.next(), null, 0, "70", " ", ""), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("名称を入力");
    }

    @Test
    @Order(5)
    void nobody_but_the_secretariat_changes_a_draft_and_for_strangers_it_does_not_exist() {
        DraftChange change = new DraftChange.AddSection(SectionId.next(), null, 0, "9", "勝手な体系", "");
        for (DemonstrationUser other : List.of(
                DemonstrationUser.HIRAIZUMI,
                DemonstrationUser.APPROVER,
                DemonstrationUser.IIN,
                DemonstrationUser.MINE)) {
            assertThatThrownBy(() -> drafting.change(BACKEND.user(other), VISION, DRAFT, change, ""))
                    .isInstanceOfAny(NotFoundException.class, ForbiddenException.class);
            assertThatThrownBy(() -> drafting.open(BACKEND.user(other), VISION, DRAFT))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    @Order(6)
    void a_change_takes_the_same_statements_whatever_is_changed() {
        Section first = draft().content().sections().getFirst();
        Indicator guests = indicator(GUESTS);
        Actor secretariat = secretariat();
        assertThat(SentStatements.roundTrips(() -> drafting.open(secretariat, VISION, DRAFT)))
                .isEqualTo(8);
        long section = draft().version(first.id());
        assertThat(SentStatements.roundTrips(() -> drafting.change(
                        secretariat,
                        VISION,
                        DRAFT,
                        new DraftChange.RewordSection(first.id(), section, first.number(), "また別の名称", ""),
                        "")))
                .isLessThanOrEqualTo(12);
        long indicator = draft().version(guests.id());
        assertThat(SentStatements.roundTrips(() -> drafting.change(
                        secretariat,
                        VISION,
                        DRAFT,
                        new DraftChange.ChangeIndicator(target(guests, 410_000), indicator),
                        "さらに増えたため")))
                .isLessThanOrEqualTo(22);
    }

    @Test
    @Order(7)
    void once_adopted_it_stays_and_the_years_before_are_judged_as_they_were() {
        ResultsService results = BACKEND.bean(ResultsService.class);
        List<?> before = results.results(secretariat(), VISION, LAST_YEAR).rows();

        BACKEND.bean(PlanAdoption.class).adopt(secretariat(), VISION, DRAFT, AdoptionDay.of(LocalDate.of(2024, 3, 29)));

        assertThat(results.results(secretariat(), VISION, LAST_YEAR).rows()).isEqualTo(before);
        assertThat(results.results(secretariat(), VISION, new FiscalYear(2023)).rows().stream()
                        .filter(row -> row.indicator().no().equals(GUESTS))
                        .map(row ->
                                row.indicator().measure().finalTarget().value().intValue()))
                .containsExactly(410_000);
        Section first = draft().content().sections().getFirst();
        assertThatThrownBy(() -> change(
                        new DraftChange.RewordSection(first.id(), draft().version(first.id()), "1", "もう変えられない", ""),
                        "理由"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("決定しています");
    }

    @Test
    @Order(8)
    void a_draft_is_thrown_away_and_the_version_in_force_stays() {
        Actor secretariat = secretariat();
        BACKEND.bean(RevisionService.class).draft(secretariat, VISION, "やめる案");
        PlanAdoption adoption = BACKEND.bean(PlanAdoption.class);
        assertThatThrownBy(() -> adoption.discard(secretariat, VISION, DRAFT)).isInstanceOf(RefusedException.class);

        adoption.discard(secretariat, VISION, DRAFT + 1);

        assertThatThrownBy(() -> drafting.open(secretariat, VISION, DRAFT + 1)).isInstanceOf(NotFoundException.class);
        assertThat(drafting.open(secretariat, VISION, DRAFT).indicators()).hasSizeGreaterThan(30);
    }

    @Test
    @Order(9)
    void an_indicator_that_goes_while_it_is_being_collected_breaks_no_board_and_no_entry() {
        Actor secretariat = secretariat();
        FiscalYear collected = new FiscalYear(2023);
        int number = BACKEND.bean(RevisionService.class)
                .draft(secretariat, VISION, "指標を減らす案")
                .number();
        Indicator guests = drafting.open(secretariat, VISION, number).indicators().stream()
                .filter(indicator -> indicator.no().equals(GUESTS))
                .findFirst()
                .orElseThrow();
        drafting.change(
                secretariat,
                VISION,
                number,
                new DraftChange.RemoveIndicator(
                        guests.id(), drafting.open(secretariat, VISION, number).version(guests.id())),
                "統計がなくなったため");
        BACKEND.bean(PlanAdoption.class)
                .adopt(secretariat, VISION, number, new AdoptionDay(LocalDate.of(2024, 3, 31), false));

        assertThat(BACKEND.bean(BoardService.class)
                        .board(secretariat, VISION, collected)
                        .content()
                        .version()
                        .number())
                .isEqualTo(number);
        assertThat(BACKEND.bean(EntryService.class)
                        .sheet(
                                BACKEND.user(DemonstrationUser.HIRAIZUMI),
                                VISION,
                                collected,
                                new MunicipalityCode("034029"))
                        .rows())
                .noneMatch(row -> row.indicator().no().equals(GUESTS));
        assertThat(BACKEND.bean(ResultsService.class)
                        .results(secretariat, VISION, LAST_YEAR)
                        .rows())
                .anyMatch(row -> row.indicator().no().equals(GUESTS));
    }

    /** The same change begun from how often its thing is changed now. */
    private DraftChange fresh(DraftChange change) {
        OpenDraft now = draft();
        return switch (change) {
            case DraftChange.RewordSection it ->
                new DraftChange.RewordSection(it.id(), now.version(it.id()), it.number(), it.title(), it.body());
            case DraftChange.MoveSection it ->
                new DraftChange.MoveSection(it.id(), now.version(it.id()), it.parent(), it.index());
            case DraftChange.RemoveSection it ->
                new DraftChange.RemoveSection(it.id(), now.version(it.id()), it.withAll());
            case DraftChange.ChangeIndicator it ->
                new DraftChange.ChangeIndicator(
                        it.indicator(), now.version(it.indicator().id()));
            case DraftChange.MoveIndicator it ->
                new DraftChange.MoveIndicator(it.id(), now.version(it.id()), it.section(), it.index());
            case DraftChange.RemoveIndicator it -> new DraftChange.RemoveIndicator(it.id(), now.version(it.id()));
            case DraftChange.ChangeInitiative it ->
                new DraftChange.ChangeInitiative(
                        it.initiative(), now.version(it.initiative().id()));
            case DraftChange.MoveInitiative it ->
                new DraftChange.MoveInitiative(it.id(), now.version(it.id()), it.section(), it.index());
            case DraftChange.RemoveInitiative it -> new DraftChange.RemoveInitiative(it.id(), now.version(it.id()));
            default -> change;
        };
    }

    private static List<Object> content(OpenDraft draft) {
        return List.of(draft.content().sections(), draft.indicators(), draft.initiatives());
    }

    private static Indicator target(Indicator of, int value) {
        return of.withMeasure(of.measure()
                .withTargets(List.of(new Target(of.measure().finalTarget().fiscalYear(), new BigDecimal(value)))));
    }

    private Undo change(DraftChange change, String reason) {
        return drafting.change(secretariat(), VISION, DRAFT, change, reason);
    }

    private OpenDraft draft() {
        return drafting.open(secretariat(), VISION, DRAFT);
    }

    private Indicator indicator(String no) {
        return draft().indicators().stream()
                .filter(indicator -> indicator.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private List<String> history(String no) {
        return BACKEND
                .bean(HistoryService.class)
                .ofPlan(secretariat(), VISION, no, TrailFilter.ALL, 0, 10)
                .entries()
                .stream()
                .map(entry -> entry.action())
                .toList();
    }

    private static Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}

package jp.kyosei.backend.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.vision.VisionService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan brought in to try: its years are asked, and it goes again with what hangs on it. */
class DraftRemovalTest {
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final MunicipalityCode MINE = new MunicipalityCode("352136");
    private static final String TABLE = "施策,指標名,単位,R4実績,R5実績,R6目標\n観光,試しの指標,人,10,,30\n観光,もう一つ,人,20,,40\n";

    private static RunningBackend backend;
    private static ImportInbox imports;
    private static DraftRemoval drafts;
    private static PlanService plans;

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
        imports = backend.bean(ImportInbox.class);
        drafts = backend.bean(DraftRemoval.class);
        plans = backend.bean(PlanService.class);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_draft_is_seen_by_those_who_work_on_it_and_by_all_readers_once_it_is_adopted() {
        Plan plan = applied(bring("策定中の計画", period(2022, 2026)));
        Actor viewer = viewer();
        PlanAdoption adoption = backend.bean(PlanAdoption.class);
        assertThat(slugs(backend.user(DemonstrationUser.MINE_STAFF))).contains(plan.slug());
        assertThat(slugs(viewer)).doesNotContain(plan.slug());
        assertThatThrownBy(() -> plans.plan(viewer, plan.slug())).isInstanceOf(NotFoundException.class);

        LocalDate tomorrow = LocalDate.now(JapanTime.ZONE).plusDays(1);
        assertThatThrownBy(() -> adoption.adopt(mine(), plan.slug(), AdoptionDay.of(tomorrow)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> adoption.adopt(
                        backend.user(DemonstrationUser.MINE_STAFF),
                        plan.slug(),
                        AdoptionDay.of(LocalDate.of(2024, 3, 29))))
                .isInstanceOf(ForbiddenException.class);
        adoption.adopt(mine(), plan.slug(), AdoptionDay.of(LocalDate.of(2024, 3, 29)));

        assertThat(slugs(viewer)).contains(plan.slug());
        assertThat(plans.plan(viewer, plan.slug()).content().version().adoptedOn())
                .isEqualTo(LocalDate.of(2024, 3, 29));
        assertThatThrownBy(() -> adoption.adopt(mine(), plan.slug(), AdoptionDay.of(LocalDate.of(2024, 3, 30))))
                .isInstanceOf(RefusedException.class);
    }

    private static Actor viewer() {
        Actor operator = backend.user(DemonstrationUser.OPERATOR);
        PeopleService people = backend.bean(PeopleService.class);
        PersonId person = people.register(operator, "reader", "reader", "閲覧者", false);
        people.giveRole(
                operator,
                backend.bean(OwnerService.class).find(operator, "mine").orElseThrow(),
                person,
                Role.VIEWER,
                null);
        return backend.bean(IdentityService.class).actorOf("reader").orElseThrow();
    }

    private static List<String> slugs(Actor actor) {
        return plans.plans(actor).stream().map(summary -> summary.plan().slug()).toList();
    }

    @Test
    void the_years_that_were_said_are_the_plans() {
        DataImport brought = bring("期間を選んだ計画", period(2022, 2026));
        assertThat(notices(brought)).noneMatch(message -> message.contains("計画期間は"));
        Plan plan = applied(brought);

        assertThat(plan.firstFiscalYear()).isEqualTo(new FiscalYear(2022));
        assertThat(plan.lastFiscalYear()).isEqualTo(new FiscalYear(2026));
    }

    @Test
    void years_that_nobody_said_are_told_before_anything_is_stored() {
        assertThat(notices(bring("期間を選ばない計画", null)))
                .anyMatch(message -> message.contains("計画期間は") && message.contains("令和4年度〜令和6年度"));
    }

    @Test
    void figures_after_the_period_are_a_problem_and_those_before_it_are_told() {
        assertThat(findings(bring("短すぎる計画", period(2019, 2021)), Finding.Weight.PROBLEM))
                .anyMatch(message -> message.contains("計画期間（令和元年度〜令和3年度）より後の年度（R4）"));
        DataImport late = bring("あとから始まる計画", period(2023, 2027));
        assertThat(findings(late, Finding.Weight.PROBLEM)).isEmpty();
        assertThat(notices(late)).anyMatch(message -> message.contains("より前の年度（R4）"));
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        assertThatExceptionOfType(WrongTextException.class)
                .isThrownBy(() -> period(2026, 2022))
                .satisfies(wrong -> assertThat(wrong.field()).isEqualTo("lastFiscalYear"));
    }

    @Test
    void a_draft_goes_with_its_trial_round_and_the_owners_history_says_so() {
        DataImport brought = bring("試しの計画", period(2022, 2026));
        Plan plan = applied(brought);
        backend.bean(CollectionService.class)
                .open(
                        mine(),
                        plan.slug(),
                        new OpenRound(R5, LocalDate.now(JapanTime.ZONE).plusDays(9), "試しです。", Set.of(), Set.of()));
        String no = backend.bean(EntryService.class)
                .sheet(mine(), plan.slug(), R5, MINE)
                .rows()
                .getFirst()
                .indicator()
                .no();
        backend.bean(EntryService.class)
                .enter(
                        mine(),
                        plan.slug(),
                        R5,
                        MINE,
                        List.of(new CellEdit(
                                no, new CellEdit.Typed(new TypedCell("12", "", "")), CellEdit.ANY_VERSION, "")));
        backend.bean(TaskService.class)
                .step(mine(), plan.slug(), R5, TaskStep.SUBMIT, new TaskSelection(Set.of(no), Set.of(MINE)), "");

        assertThatThrownBy(() -> drafts.remove(mine(), plan.slug(), " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("理由");
        drafts.remove(mine(), plan.slug(), "試し終えたため");

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> plans.plan(mine(), plan.slug()));
        assertThat(imports.find(mine(), brought.id()).state()).isEqualTo(ImportState.UNDONE);
        AuditEntry last =
                backend.bean(HistoryService.class).ofOwner(mine(), "mine", TrailFilter.ALL, 0, 50).entries().stream()
                        .filter(entry -> entry.action().equals("REMOVE_DRAFT"))
                        .findFirst()
                        .orElseThrow();
        assertThat(last.subjectId()).isEqualTo("試しの計画");
        assertThat(last.reason()).isEqualTo("試し終えたため");
        // The name is free again.
        assertThat(applied(bring("もう一度の計画", period(2022, 2026))).firstFiscalYear())
                .isEqualTo(new FiscalYear(2022));
    }

    @Test
    void what_was_adopted_stays() {
        assertThatThrownBy(() -> drafts.remove(mine(), "mine-strategy-2", "片付け"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("決定した版");
    }

    @Test
    void a_draft_about_which_people_have_written_stays_whole() {
        Plan plan = applied(bring("言葉のある計画", period(2022, 2026)));
        backend.bean(VisionService.class).addTheme(mine(), plan.slug(), "観光");

        assertThatThrownBy(() -> drafts.remove(mine(), plan.slug(), "片付け"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("将来像の材料");
        assertThat(plans.plan(mine(), plan.slug()).content().sections()).isNotEmpty();
    }

    @Test
    void nobody_but_the_owners_secretariat_removes_a_draft() {
        Plan plan = applied(bring("ほかの人の計画", period(2022, 2026)));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> drafts.remove(backend.user(DemonstrationUser.MINE_STAFF), plan.slug(), "片付け"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> drafts.remove(backend.user(DemonstrationUser.DAISEN), plan.slug(), "片付け"));
    }

    private static PlanPeriod period(int first, int last) {
        return new PlanPeriod(new FiscalYear(first), new FiscalYear(last));
    }

    private static DataImport bring(String title, @Nullable PlanPeriod period) {
        return imports.receive(
                mine(),
                "mine",
                new NewImport(null, title, R5, period, "試し.csv"),
                TABLE.getBytes(StandardCharsets.UTF_8));
    }

    private static Plan applied(DataImport brought) {
        ImportPreview preview = preview(brought);
        DataImport applied =
                backend.bean(ImportApplying.class).apply(mine(), brought.id(), preview.fingerprint(), "試し");
        return plans.plan(mine(), applied.planSlug()).content().plan();
    }

    private static ImportPreview preview(DataImport brought) {
        return backend.bean(ImportPreviews.class).preview(mine(), brought.id()).orElseThrow();
    }

    private static List<String> notices(DataImport brought) {
        return findings(brought, Finding.Weight.NOTICE);
    }

    private static List<String> findings(DataImport brought, Finding.Weight weight) {
        return preview(brought).findings().stream()
                .filter(finding -> finding.weight() == weight)
                .map(Finding::message)
                .toList();
    }

    private static Actor mine() {
        return backend.user(DemonstrationUser.MINE);
    }
}

package jp.kyosei.backend.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.NarrativeOutcome;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.workbook.RoundWorkbookService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 平泉町 leaves 一関・平泉定住自立圏: it reads and finishes the years in which it was a member, and no later ones. */
class YearsOfMembershipTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final String ALLIANCE = "ichinoseki-hiraizumi";
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final FiscalYear R5 = new FiscalYear(2023);

    private static RunningBackend backend;

    @BeforeAll
    static void start() {
        backend = RunningBackend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_town_that_left_after_the_year_reads_enters_and_submits_it() {
        member(2023);
        Actor town = hiraizumi();

        assertThat(town.lastYears().values()).containsExactly(2023);
        assertThat(backend.bean(PlanService.class).plans(town))
                .extracting(plan -> plan.plan().slug())
                .contains(PLAN);
        assertThat(backend.bean(ResultsService.class).results(town, PLAN, R5).rows())
                .hasSize(33);
        assertThat(entries().sheet(town, PLAN, R5, HIRAIZUMI).rows()).isNotEmpty();
        assertThat(backend.bean(BoardService.class).board(town, PLAN, R5).rows())
                .isNotEmpty();
        assertThat(enter(town, R5, "10", "804")).isInstanceOf(EntryOutcome.Saved.class);
        assertThat(entries()
                        .narrate(
                                town,
                                PLAN,
                                R5,
                                "15",
                                HIRAIZUMI,
                                new NarrativeText("整備が進んだ。", "", ""),
                                Actual.NOTHING_STORED,
                                ""))
                .isInstanceOf(NarrativeOutcome.Saved.class);
        assertThat(backend.bean(RoundWorkbookService.class)
                        .workbook(town, PLAN, R5, HIRAIZUMI)
                        .bytes())
                .isNotEmpty();
        assertThat(backend.bean(TaskService.class)
                        .step(town, PLAN, R5, TaskStep.SUBMIT, TaskSelection.of("10", HIRAIZUMI), "", open -> true)
                        .moved())
                .singleElement()
                .satisfies(moved -> assertThat(moved.state()).isEqualTo(TaskState.SUBMITTED));
    }

    @Test
    void later_years_are_neither_read_nor_written() {
        member(2022);
        Actor town = hiraizumi();

        assertThat(backend.bean(ResultsService.class).results(town, PLAN, R4).rows())
                .hasSize(33);
        assertThat(backend.bean(ResultsService.class).results(town, PLAN, null).years())
                .allMatch(year -> year.compareTo(R4) <= 0);
        assertThatExceptionOfType(FiscalYearOutsidePlanException.class)
                .isThrownBy(() -> backend.bean(ResultsService.class).results(town, PLAN, R5));
        assertThat(backend.bean(CollectionService.class).overview(town, PLAN).rounds())
                .extracting(CollectionRound::fiscalYear)
                .doesNotContain(R5);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> entries().sheet(town, PLAN, R5, HIRAIZUMI));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> backend.bean(BoardService.class).board(town, PLAN, R5));
        assertThatExceptionOfType(FiscalYearOutsidePlanException.class).isThrownBy(() -> enter(town, R5, "10", "805"));
        assertThatExceptionOfType(FiscalYearOutsidePlanException.class)
                .isThrownBy(() -> entries().cell(town, PLAN, "10", R5, HIRAIZUMI));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> backend.bean(HistoryService.class).ofCell(town, PLAN, "10", R5, HIRAIZUMI));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> backend.bean(TaskService.class)
                .step(town, PLAN, R5, TaskStep.SUBMIT, TaskSelection.ALL, "", open -> true));
    }

    @Test
    void row_level_security_holds_the_same_whatever_a_service_forgets() {
        StoredRows.write(backend, """
                insert into kyosei.actual (owner_id, indicator_id, fiscal_year, municipality_code, value, state, entered_by,
                                           entered_at)
                select distinct on (a.indicator_id) a.owner_id, a.indicator_id, 2023, '032093', 5, 'CONFIRMED', a.entered_by, now()
                from kyosei.actual a join kyosei.owner o on o.id = a.owner_id
                where o.slug = ? and a.fiscal_year = 2022 and a.municipality_code = '032093'
                on conflict do nothing""", ALLIANCE);
        member(2022);
        FigureSight everything = new FigureSight(true, Set.of(HIRAIZUMI));
        assertThat(years(hiraizumi(), everything)).contains(2022).doesNotContain(2023);

        member(2023);
        assertThat(years(hiraizumi(), everything)).contains(2022, 2023);

        member(null);
        assertThat(hiraizumi().lastYears()).isEmpty();
        assertThat(years(hiraizumi(), everything)).contains(2022, 2023);
    }

    @Test
    void a_plan_that_begins_after_the_end_is_not_the_towns_and_who_was_never_a_member_finds_nothing() {
        member(2018);
        assertThat(backend.bean(PlanService.class).plans(hiraizumi()))
                .extracting(plan -> plan.plan().slug())
                .doesNotContain(PLAN);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> backend.bean(ResultsService.class).trend(hiraizumi(), PLAN));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> backend.bean(ResultsService.class)
                .results(backend.user(DemonstrationUser.MINE), PLAN, R4));
    }

    @Test
    void a_town_that_comes_back_reads_every_year_again() {
        member(2020);
        StoredRows.write(backend, """
                insert into kyosei.alliance_member (owner_id, municipality_code, centre, first_fiscal_year)
                select id, '034029', false, 2024 from kyosei.owner where slug = ?""", ALLIANCE);
        try {
            assertThat(hiraizumi().lastYears()).isEmpty();
            assertThat(backend.bean(ResultsService.class)
                            .results(hiraizumi(), PLAN, R5)
                            .rows())
                    .hasSize(33);
        } finally {
            StoredRows.write(backend, """
                    delete from kyosei.alliance_member m using kyosei.owner o
                    where o.id = m.owner_id and o.slug = ? and m.first_fiscal_year = 2024
                      and m.municipality_code = '034029'""", ALLIANCE);
        }
    }

    private static List<Integer> years(Actor actor, FigureSight sight) {
        return backend.bean(TenantDoor.class).read(actor, () -> {
            PlanContent content = backend.bean(PlanService.class).inForceWithin(actor, PLAN);
            return backend.bean(ActualService.class).figuresWithin(sight, content).actuals().stream()
                    .map(actual -> actual.fiscalYear().year())
                    .distinct()
                    .toList();
        });
    }

    /** 平泉町 is a member from long ago up to a year; none for a member that stays. */
    private static void member(@Nullable Integer last) {
        assertThat(StoredRows.write(backend, """
                        update kyosei.alliance_member m set last_fiscal_year = nullif(?, 0), first_fiscal_year = 2015
                        from kyosei.owner o where o.id = m.owner_id and o.slug = ? and m.municipality_code = '034029'""", last == null ? 0 : last, ALLIANCE))
                .isEqualTo(1);
    }

    private static EntryOutcome enter(Actor actor, FiscalYear year, String no, String value) {
        return entries()
                .enter(
                        actor,
                        PLAN,
                        year,
                        HIRAIZUMI,
                        List.of(new CellEdit(
                                no, new CellEdit.Typed(new TypedCell(value, "", "")), CellEdit.ANY_VERSION, "")))
                .getFirst();
    }

    private static EntryService entries() {
        return backend.bean(EntryService.class);
    }

    private static Actor hiraizumi() {
        return backend.user(DemonstrationUser.HIRAIZUMI);
    }
}

package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.StepResult;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** The alliance collects the figures of 令和5年度; each test uses indicators of its own. */
class CollectionTest extends CollectionCase {
    @Test
    void the_demonstration_round_asks_every_reporting_town_for_every_indicator() {
        CollectionBoard board = boards.board(secretariat(), PLAN, R5);

        assertThat(board.rows()).hasSize(33);
        assertThat(board.rows()).allSatisfy(row -> assertThat(row.parts())
                .extracting(part -> part.task().municipality())
                .containsExactlyInAnyOrderElementsOf(row.indicator().reporters().stream()
                        .map(reporter -> reporter.municipality())
                        .toList()));
        assertThat(board.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(board.rows().stream()
                        .mapToInt(row -> row.parts().size())
                        .sum());
    }

    @Test
    void figures_go_from_the_towns_to_the_results_sheet_when_they_are_confirmed() {
        assertThat(enter(ichinoseki(), "9", ICHINOSEKI, "300,000")).isInstanceOf(EntryOutcome.Saved.class);
        assertThat(enter(hiraizumi(), "9", HIRAIZUMI, "61,234")).isInstanceOf(EntryOutcome.Saved.class);
        assertThat(row(secretariat(), "9").consolidated()).isEqualTo("361,234");
        assertThat(figure(iin(), "9").observation()).isNull();

        // 一関市では所属長の承認が要り、平泉町では要らない
        assertThat(step(ichinoseki(), TaskStep.SUBMIT, "9", ICHINOSEKI, "").moved())
                .extracting(StepResult.Moved::state)
                .containsExactly(TaskState.AWAITING_APPROVAL);
        assertThat(step(hiraizumi(), TaskStep.SUBMIT, "9", HIRAIZUMI, "").moved())
                .extracting(StepResult.Moved::state)
                .containsExactly(TaskState.SUBMITTED);
        assertThat(step(secretariat(), TaskStep.CONFIRM, "9", ICHINOSEKI, "").refused())
                .extracting(StepResult.Refused::message)
                .containsExactly("いまは「承認待ち」なので、確定できません。");

        step(approver(), TaskStep.APPROVE, "9", ICHINOSEKI, "");
        step(secretariat(), TaskStep.CONFIRM, "9", ICHINOSEKI, "");
        step(secretariat(), TaskStep.CONFIRM, "9", HIRAIZUMI, "");

        YearFigure published = figure(iin(), "9");
        assertThat(published.text()).isEqualTo("361,234");
        assertThat(published.provisional()).isFalse();
        assertThat(published.byTown())
                .extracting(part -> part.text() + " " + part.state())
                .containsExactly("300,000 CONFIRMED", "61,234 CONFIRMED");
    }

    @Test
    void a_draft_is_the_towns_own_until_it_is_submitted() {
        enter(hiraizumi(), "10", HIRAIZUMI, "804");

        assertThat(entries.cell(hiraizumi(), PLAN, "10", R5, HIRAIZUMI).figure())
                .isEqualTo("804");
        assertThat(entries.cell(secretariat(), PLAN, "10", R5, HIRAIZUMI).figure())
                .isEqualTo("804");
        assertThat(entries.cell(ichinoseki(), PLAN, "10", R5, HIRAIZUMI).figure())
                .isEmpty();
        assertThat(figure(iin(), "10").byTown()).isEmpty();

        step(hiraizumi(), TaskStep.SUBMIT, "10", HIRAIZUMI, "");

        assertThat(entries.cell(ichinoseki(), PLAN, "10", R5, HIRAIZUMI).figure())
                .isEqualTo("804");
        assertThat(figure(iin(), "10").byTown()).isEmpty();
        assertThat(figure(secretariat(), "10").provisional()).isTrue();
    }

    @Test
    void while_a_year_is_collected_the_year_before_is_shown_first() {
        assertThat(backend.bean(ResultsService.class)
                        .results(secretariat(), PLAN, null)
                        .fiscalYear())
                .isEqualTo(R4);
    }

    @Test
    void only_the_department_that_is_asked_enters_a_figure_of_its_own_town() {
        assertThat(enter(hiraizumi(), "19", ICHINOSEKI, "1"))
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.forbidden())
                        .isTrue());
        assertThat(enter(hiraizumi(), "17", HIRAIZUMI, "1"))
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.message())
                        .contains("農林振興課"));
        assertThat(enter(iin(), "19", HIRAIZUMI, "1"))
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.forbidden())
                        .isTrue());
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> enter(mine(), "19", HIRAIZUMI, "1"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> enter(hiraizumi(), "11", HIRAIZUMI, "1"));
    }

    @Test
    void what_is_sent_back_says_why_and_is_open_again() {
        enter(ichinoseki(), "11", ICHINOSEKI, "1,452");
        step(ichinoseki(), TaskStep.SUBMIT, "11", ICHINOSEKI, "");
        assertThat(enter(ichinoseki(), "11", ICHINOSEKI, "1,453"))
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.message())
                        .contains("一関市 観光物産課 担当", "承認", "引き戻す"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> step(approver(), TaskStep.RETURN, "11", ICHINOSEKI, " "));

        step(approver(), TaskStep.RETURN, "11", ICHINOSEKI, "内訳を注に書いてください。");

        assertThat(part(ichinoseki(), "11", ICHINOSEKI).task().comment()).isEqualTo("内訳を注に書いてください。");
        assertThat(part(ichinoseki(), "11", ICHINOSEKI).actual())
                .extracting(Actual::state)
                .isEqualTo(ActualState.RETURNED);
        EntryRow now = entries.cell(ichinoseki(), PLAN, "11", R5, ICHINOSEKI);
        assertThat(enter(ichinoseki(), "11", ICHINOSEKI, new TypedCell("1,453", "", "市内 1,200"), now.version(), ""))
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    @Test
    void a_confirmed_figure_is_changed_by_the_secretariat_and_only_with_a_reason() {
        enter(ichinoseki(), "13", ICHINOSEKI, "85,000（主催者発表）");
        step(ichinoseki(), TaskStep.SUBMIT, "13", ICHINOSEKI, "");
        step(approver(), TaskStep.APPROVE, "13", ICHINOSEKI, "");
        step(secretariat(), TaskStep.CONFIRM, "13", ICHINOSEKI, "");
        long version = entries.cell(secretariat(), PLAN, "13", R5, ICHINOSEKI).version();
        TypedCell corrected = new TypedCell("86,000", "", "主催者発表");

        assertThat(enter(ichinoseki(), "13", ICHINOSEKI, corrected, version, "訂正"))
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.message())
                        .contains("一関市 政策企画課（事務局）", "確定しました", "差戻しを依頼"));
        assertThat(enter(secretariat(), "13", ICHINOSEKI, corrected, version, ""))
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.message())
                        .contains("理由"));
        assertThat(enter(secretariat(), "13", ICHINOSEKI, corrected, version, "主催者が訂正したため"))
                .isInstanceOf(EntryOutcome.Saved.class);

        assertThat(changes(ICHINOSEKI, "13").getFirst())
                .extracting(AuditEntry::action, AuditEntry::reason)
                .containsExactly("CHANGE_ACTUAL", "主催者が訂正したため");
        assertThat(part(secretariat(), "13", ICHINOSEKI).actual())
                .extracting(Actual::state)
                .isEqualTo(ActualState.CONFIRMED);
    }

    @Test
    void a_figure_of_a_year_without_a_collection_is_corrected_by_the_secretariat_with_a_reason() {
        EntryRow before = entries.cell(secretariat(), PLAN, "14", R4, ICHINOSEKI);
        TypedCell corrected = new TypedCell("447", "", "");

        assertThat(entries.enter(
                                ichinoseki(),
                                PLAN,
                                R4,
                                ICHINOSEKI,
                                List.of(edit("14", corrected, before.version(), "x")))
                        .getFirst())
                .isInstanceOf(EntryOutcome.Locked.class);
        assertThat(entries.enter(
                                secretariat(),
                                PLAN,
                                R4,
                                ICHINOSEKI,
                                List.of(edit("14", corrected, before.version(), "集計漏れ")))
                        .getFirst())
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    @Test
    void a_closed_round_takes_nothing_until_it_is_opened_again_with_a_reason() {
        Actor daisen = backend.user(DemonstrationUser.DAISEN);
        String plan = "daisen-strategy-2";
        FiscalYear year = collections.overview(daisen, plan).openable().getFirst();
        MunicipalityCode town = new MunicipalityCode("052124");
        String no = firstNo(daisen, plan);
        collections.open(daisen, plan, new OpenRound(year, today().plusDays(10), "", Set.of(no), Set.of()));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> collections.open(
                        daisen, plan, new OpenRound(year, today().plusDays(10), "", Set.of(), Set.of())));
        collections.close(daisen, plan, year);

        assertThat(entries.enter(daisen, plan, year, town, List.of(edit(no, new TypedCell("5", "", ""), 0, "")))
                        .getFirst())
                .isInstanceOfSatisfying(EntryOutcome.Locked.class, locked -> assertThat(locked.message())
                        .contains("締め切られました", "再開"));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> collections.reopen(daisen, plan, year, ""));
        collections.reopen(daisen, plan, year, "1件の訂正のため");
        assertThat(entries.enter(daisen, plan, year, town, List.of(edit(no, new TypedCell("5", "", ""), 0, "")))
                        .getFirst())
                .isInstanceOf(EntryOutcome.Saved.class);

        tasks.extend(daisen, plan, year, today().plusDays(20), TaskSelection.ALL, "年度末の事務のため");
        assertThat(boards.board(daisen, plan, year).round().dueOn()).isEqualTo(today().plusDays(20));
    }

    @Test
    void nobody_else_opens_closes_or_sees_a_round() {
        OpenRound order = new OpenRound(R4, today().plusDays(3), "", Set.of(), Set.of());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> collections.open(hiraizumi(), PLAN, order));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> collections.open(iin(), PLAN, order));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> boards.board(iin(), PLAN, R5));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> collections.overview(iin(), PLAN));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> entries.sheet(hiraizumi(), PLAN, R5, ICHINOSEKI));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> boards.board(mine(), PLAN, R5));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tasks.step(mine(), PLAN, R5, TaskStep.CONFIRM, TaskSelection.ALL, ""));
        assertThat(boards.board(hiraizumi(), PLAN, R5).rows()).allSatisfy(row -> assertThat(row.parts())
                .extracting(part -> part.task().municipality())
                .containsExactly(HIRAIZUMI));
    }

    private static LocalDate today() {
        return LocalDate.now(JapanTime.ZONE);
    }

    private static String firstNo(Actor actor, String plan) {
        return backend.bean(ResultsService.class)
                .results(actor, plan, null)
                .rows()
                .getFirst()
                .indicator()
                .no();
    }

    private static CollectionBoard.Row row(Actor actor, String no) {
        return boards.board(actor, PLAN, R5).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private static CollectionBoard.Part part(Actor actor, String no, MunicipalityCode town) {
        return row(actor, no).parts().stream()
                .filter(part -> part.task().municipality().equals(town))
                .findFirst()
                .orElseThrow();
    }

    private static YearFigure figure(Actor actor, String no) {
        ResultsRow row = backend.bean(ResultsService.class).results(actor, PLAN, R5).rows().stream()
                .filter(candidate -> candidate.indicator().no().equals(no))
                .findFirst()
                .orElseThrow();
        return row.figure(R5).orElseThrow();
    }

    private static Actor approver() {
        return backend.user(DemonstrationUser.APPROVER);
    }

    private static Actor iin() {
        return backend.user(DemonstrationUser.IIN);
    }

    private static Actor mine() {
        return backend.user(DemonstrationUser.MINE);
    }
}

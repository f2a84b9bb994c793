package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** To whom, to where and when a workbook goes, and what it costs. */
class RoundWorkbookRightsTest extends RoundWorkbookCase {
    @Test
    void what_is_submitted_or_confirmed_is_locked_and_the_secretariat_corrects_with_a_reason() {
        byte[] before = file(secretariat());
        enter("2", "5", "", "");
        tasks.step(secretariat(), PLAN, R5, TaskStep.SUBMIT, TaskSelection.of("2", HIRAIZUMI), "", open -> true);
        byte[] late =
                FilledWorkbook.of(before, sheet -> sheet.type("2", "実績値", 6).type("2", "進捗状況", "文"));
        UploadedWorkbook submitted = preview(
                secretariat(),
                late,
                new Decisions(Set.of(decision(preview(secretariat(), late, Decisions.NONE), "2")), Set.of()));
        assertThat(submitted.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("引き戻す");
            assertThat(problem.no()).isEqualTo("2");
        });
        look(file(secretariat()), sheet -> assertThat(
                        sheet.cell("2", "実績値").getCellStyle().getLocked())
                .isTrue());

        tasks.step(secretariat(), PLAN, R5, TaskStep.CONFIRM, TaskSelection.of("2", HIRAIZUMI), "", open -> true);
        byte[] confirmed = file(secretariat());
        UploadedWorkbook silent =
                apply(secretariat(), FilledWorkbook.of(confirmed, sheet -> sheet.type("2", "実績値", 7)), Decisions.NONE);
        assertThat(silent.applied()).isFalse();
        assertThat(silent.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("理由が要り"));
        byte[] reasoned =
                FilledWorkbook.of(confirmed, sheet -> sheet.type("2", "実績値", 7).type("2", "確定後", "集計漏れ"));
        assertThat(apply(secretariat(), reasoned, Decisions.NONE).applied()).isTrue();
        assertThat(changes("2").getFirst()).extracting(AuditEntry::reason).isEqualTo("集計漏れ");
    }

    @Test
    void a_workbook_goes_to_its_own_plan_year_and_town_only() {
        byte[] file = file(secretariat());

        assertThat(message(workbooks.preview(secretariat(), PLAN, R5, ICHINOSEKI, FILE, file, Decisions.NONE)))
                .contains("一関市のExcelではありません", "034029");
        assertThat(message(workbooks.preview(daisen(), OF_DAISEN, R6, DAISEN, FILE, file, Decisions.NONE)))
                .isEqualTo("この計画の実績照会のExcelではありません。送り先の計画を確かめてください。");
        assertThat(message(preview(
                        secretariat(),
                        FilledWorkbook.of(file, sheet -> sheet.workbook()
                                .getSheet("kyosei")
                                .getRow(3)
                                .getCell(1)
                                .setCellValue("2022")),
                        Decisions.NONE)))
                .contains("壊れています");
        assertThat(message(preview(
                        secretariat(),
                        FilledWorkbook.of(file, sheet -> sheet.workbook().removeSheetAt(2)),
                        Decisions.NONE)))
                .contains("実績照会のExcelではありません");
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> preview(secretariat(), "PK".getBytes(StandardCharsets.UTF_8), Decisions.NONE));
    }

    @Test
    void a_closed_round_gives_out_and_takes_in_nothing() {
        String plan = PlansOfSize.slug(4);
        backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(4));
        open(plan);
        FiscalYear year = new FiscalYear(2024);
        byte[] file = FilledWorkbook.of(
                workbooks.workbook(daisen(), plan, year, DAISEN).bytes(), sheet -> sheet.type("1", "実績値", 5));
        collections.close(daisen(), plan, year);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> workbooks.workbook(daisen(), plan, year, DAISEN));
        assertThat(message(workbooks.apply(daisen(), plan, year, DAISEN, FILE, file, Decisions.NONE)))
                .contains("締め切られています");
    }

    @Test
    void nobody_else_gets_or_sends_a_workbook() {
        byte[] file = FilledWorkbook.of(file(secretariat()), sheet -> sheet.type("20", "実績値", 5));
        for (DemonstrationUser stranger : List.of(
                DemonstrationUser.MINE,
                DemonstrationUser.MINE_STAFF,
                DemonstrationUser.DAISEN,
                DemonstrationUser.OPERATOR)) {
            Actor actor = backend.user(stranger);
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> workbooks.workbook(actor, PLAN, R5, HIRAIZUMI));
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> preview(actor, file, Decisions.NONE));
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> apply(actor, file, Decisions.NONE));
        }
        for (DemonstrationUser reader : List.of(DemonstrationUser.IIN, DemonstrationUser.ICHINOSEKI)) {
            Actor actor = backend.user(reader);
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> workbooks.workbook(actor, PLAN, R5, HIRAIZUMI));
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> apply(actor, file, Decisions.NONE));
        }
        // a department that was handed the secretariat's file stores its own rows, no others
        assertThat(apply(hiraizumi(), file, Decisions.NONE)).satisfies(refused -> {
            assertThat(refused.applied()).isFalse();
            assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                    .contains("担当です"));
        });
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> workbooks.workbook(secretariat(), PLAN, R5, DAISEN));
    }

    @Test
    void two_hundred_indicators_take_as_many_statements_as_three() {
        List<Integer> sizes = List.of(3, 200);
        FiscalYear year = new FiscalYear(2024);
        for (int size : sizes) {
            backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(size));
            open(PlansOfSize.slug(size));
        }
        Actor daisen = daisen();
        List<Integer> given = sizes.stream()
                .map(size -> trips(() -> workbooks.workbook(daisen, PlansOfSize.slug(size), year, DAISEN)))
                .toList();
        assertThat(given.get(1)).isEqualTo(given.get(0));
        // the second time, when every statement is prepared
        for (int value : new int[] {7, 8}) {
            List<Integer> taken = sizes.stream()
                    .map(size -> {
                        byte[] file = FilledWorkbook.of(
                                workbooks
                                        .workbook(daisen, PlansOfSize.slug(size), year, DAISEN)
                                        .bytes(),
                                sheet -> IntStream.rangeClosed(1, size)
                                        .mapToObj(Integer::toString)
                                        .forEach(no ->
                                                sheet.type(no, "実績値", value).type(no, "進捗状況", "文" + value)));
                        return trips(() -> assertThat(workbooks
                                        .apply(daisen, PlansOfSize.slug(size), year, DAISEN, FILE, file, Decisions.NONE)
                                        .applied())
                                .isTrue());
                    })
                    .toList();
            if (value == 8) {
                assertThat(taken.get(1)).isEqualTo(taken.get(0));
            }
        }
    }

    private static int trips(Runnable call) {
        // A connection that lay idle is tested when it is next taken; that is not what a call costs.
        daisen();
        return SentStatements.roundTrips(call);
    }
}

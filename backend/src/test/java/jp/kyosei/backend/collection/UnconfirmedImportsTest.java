package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** Figures that a file brought in wait for their towns like those that were typed. */
class UnconfirmedImportsTest extends UnconfirmedFiguresCase {
    @Test
    void an_import_does_not_confirm_what_no_town_has_submitted_when_the_round_is_closed() {
        collections.close(secretariat, PLAN, R5);

        DataImport brought = receive("No.,指標名,単位,R5実績\n3,医師・医療介護従事者修学資金貸付修学者数,人,771\n");
        assertThat(problems(brought)).singleElement().asString().contains("D2", "まだ確定していません", "再開", "取り込まない");
        assertThatThrownBy(() -> applying.apply(secretariat, brought.id(), null, "紙で届いたため"))
                .isInstanceOf(ImportRefusedException.class);

        reopen();
        assertThat(allThatTheCommitteeReads("3")).doesNotContain("771");
        assertThat(task("3", ICHINOSEKI).state()).isEqualTo(TaskState.NOT_STARTED);
    }

    @Test
    void an_import_of_the_whole_owners_figure_or_of_printed_grades_waits_for_the_towns_too() {
        collections.close(secretariat, PLAN, R5);

        assertThat(problems(receive("No.,指標名,単位,R5実績,R5進捗率,R5達成度\n4,保育料が無料となる第3子以降の数,人,772,99.1%,B\n")))
                .anyMatch(problem -> problem.contains("D2") && problem.contains("まだ確定していません"))
                .anyMatch(problem -> problem.contains("公表値") && problem.contains("確定してから"));
        assertThat(problems(receive("No.,指標名,単位,R5進捗状況・成果\n4,保育料が無料となる第3子以降の数,人,対象者が増えた。\n")))
                .anyMatch(problem -> problem.contains("評価文") && problem.contains("まだ確定していません"));
    }

    @Test
    void an_import_changes_what_is_confirmed_in_a_closed_round() {
        enter(secretariat, "28", HIRAIZUMI, "500");
        confirm("28", HIRAIZUMI);
        collections.close(secretariat, PLAN, R5);

        DataImport brought = receive("No.,指標名,単位,R5実績\n28,平泉スマートインターチェンジの1日当たりの利用台数,台,501\n");
        assertThat(problems(brought)).isEmpty();
        applying.apply(secretariat, brought.id(), null, "集計誤りの訂正");

        assertThat(figure(iin, "28").text()).isEqualTo("501");
        assertThat(figure(iin, "28").provisional()).isFalse();
    }

    @Test
    void an_import_is_not_turned_back_under_a_collection_that_began_since() {
        Actor daisen = backend.user(DemonstrationUser.DAISEN);
        String plan = "daisen-strategy-2";
        MunicipalityCode town = new MunicipalityCode("052124");
        FiscalYear year = collections.overview(daisen, plan).openable().stream()
                .filter(candidate ->
                        results.trend(daisen, plan).years().stream().noneMatch(known -> known.equals(candidate)))
                .findFirst()
                .orElseThrow();
        var indicator = results.results(daisen, plan, null).rows().getFirst().indicator();
        TaskSelection cell = TaskSelection.of(indicator.no(), town);
        DataImport brought = imports.receive(
                daisen,
                "daisen",
                new NewImport(plan, "", year, "新しい年度.csv"),
                "No.,指標名,%s実績\n%s,%s,780\n"
                        .formatted(year.shortLabel(), indicator.no(), indicator.name())
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(previews.preview(daisen, brought.id()).orElseThrow().findings())
                .noneMatch(finding -> finding.weight() == Finding.Weight.PROBLEM);
        applying.apply(daisen, brought.id(), null, "");

        collections.open(daisen, plan, new OpenRound(year, today().plusDays(9), "", Set.of(indicator.no()), Set.of()));
        assertNotTurnedBack(daisen, brought);
        tasks.step(daisen, plan, year, TaskStep.RETURN, cell, "確かめてください。");
        collections.close(daisen, plan, year);
        assertNotTurnedBack(daisen, brought);

        collections.reopen(daisen, plan, year, "確定のため");
        tasks.step(daisen, plan, year, TaskStep.SUBMIT, cell, "", open -> true);
        tasks.step(daisen, plan, year, TaskStep.CONFIRM, cell, "", open -> true);
        collections.close(daisen, plan, year);
        assertThat(undoing.undo(daisen, brought.id()).state()).isEqualTo(ImportState.UNDONE);
    }

    private void assertNotTurnedBack(Actor actor, DataImport brought) {
        assertThatThrownBy(() -> undoing.undo(actor, brought.id()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("実績照会が始まった", "取り消せません");
    }

    private DataImport receive(String text) {
        return imports.receive(
                secretariat,
                "ichinoseki-hiraizumi",
                new NewImport(PLAN, "", R5, "r5.csv"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(DataImport brought) {
        return previews.preview(secretariat, brought.id()).orElseThrow().findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.PROBLEM)
                .map(finding -> "%s %s"
                        .formatted(
                                finding.place() == null ? "" : finding.place().name(), finding.message()))
                .toList();
    }
}

package jp.kyosei.backend.collection.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.ApprovingCase;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.junit.jupiter.api.Test;

/** The superior of 一関市's 観光物産課; each test uses indicators of its own, and leaves nothing that waits. */
class ApprovalTest extends ApprovingCase {
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    private final ApprovalService approvals = backend.bean(ApprovalService.class);

    @Test
    void what_is_submitted_waits_for_the_superior_and_for_nobody_else() {
        enter(clerk(), "9", "300,000");
        taken(clerk(), TaskStep.SUBMIT, "9", "");

        assertThat(approvals.waiting(superior())).singleElement().satisfies(waiting -> {
            assertThat(waiting.plan().plan().slug()).isEqualTo(PLAN);
            assertThat(waiting.fiscalYear()).isEqualTo(R5);
            assertThat(waiting.municipality()).isEqualTo(ICHINOSEKI);
            assertThat(waiting.municipalityName()).isEqualTo("一関市");
            assertThat(waiting.count()).isEqualTo(1);
        });
        for (DemonstrationUser other : List.of(
                DemonstrationUser.ICHINOSEKI,
                DemonstrationUser.HIRAIZUMI,
                DemonstrationUser.SECRETARIAT,
                DemonstrationUser.MINE)) {
            assertThat(approvals.waiting(backend.user(other))).isEmpty();
        }
        ApprovalRow row = row("9");
        assertThat(row.figure()).isEqualTo("300,000");
        assertThat(row.entry().last()).isNotEmpty();
        assertThat(row.seenBefore()).isFalse();
        assertThat(row.words().isEmpty()).isTrue();

        taken(superior(), TaskStep.APPROVE, "9", "");
        assertThat(approvals.waiting(superior())).isEmpty();
        assertThat(approvals.look(superior(), PLAN, R5, ICHINOSEKI).rows()).isEmpty();
    }

    @Test
    void what_has_changed_since_the_superior_looked_is_told_until_it_comes_once_more() {
        enter(clerk(), "13", "100");
        taken(clerk(), TaskStep.SUBMIT, "13", "");
        assertThat(row("13").changed()).isEmpty();
        taken(superior(), TaskStep.RETURN, "13", "桁を確かめてください。");

        enter(clerk(), "13", "110");
        narrate("13", "利用が増えた。");
        taken(clerk(), TaskStep.SUBMIT, "13", "");

        List<ChangedPart> told =
                List.of(new ChangedPart("実績", "100", "110"), new ChangedPart("進捗状況・成果", "", "利用が増えた。"));
        assertThat(row("13").changed()).isEqualTo(told);
        // Looking again, or loading the page anew, does not make it forgotten.
        assertThat(row("13").changed()).isEqualTo(told);

        taken(superior(), TaskStep.RETURN, "13", "もう一度確かめてください。");
        taken(clerk(), TaskStep.SUBMIT, "13", "");
        ApprovalRow unchanged = row("13");
        assertThat(unchanged.seenBefore()).isTrue();
        assertThat(unchanged.changed()).isEmpty();
        taken(superior(), TaskStep.APPROVE, "13", "");
    }

    @Test
    void the_lock_of_a_figure_that_waits_names_the_buttons_of_whoever_reads_it() {
        enter(clerk(), "10", "800");
        taken(clerk(), TaskStep.SUBMIT, "10", "");

        assertThat(lock(superior(), "10")).contains("「承認」の画面").doesNotContain("引き戻す");
        assertThat(lock(clerk(), "10")).contains("所属長の承認を待っています", "引き戻す");
        taken(superior(), TaskStep.APPROVE, "10", "");
        assertThat(lock(superior(), "10")).contains("承認し", "引き戻す");
    }

    @Test
    void another_town_and_another_owner_see_nothing_of_it() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> approvals.look(backend.user(DemonstrationUser.IIN), PLAN, R5, ICHINOSEKI));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> approvals.look(superior(), PLAN, R5, HIRAIZUMI));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> approvals.look(backend.user(DemonstrationUser.MINE), PLAN, R5, ICHINOSEKI));
    }

    @Test
    void the_number_in_the_menu_costs_whoever_is_no_superior_nothing() {
        Actor clerk = clerk();
        assertThat(SentStatements.roundTrips(() -> approvals.waiting(clerk))).isZero();
    }

    @Test
    void looking_takes_as_many_round_trips_for_several_rows_as_for_one() {
        enter(clerk(), "11", "1");
        taken(clerk(), TaskStep.SUBMIT, "11", "");
        Actor superior = superior();
        int one = SentStatements.roundTrips(() -> approvals.look(superior, PLAN, R5, ICHINOSEKI));
        if (lock(clerk(), "10").isEmpty()) {
            enter(clerk(), "10", "801");
        } else {
            taken(clerk(), TaskStep.WITHDRAW, "10", "");
        }
        taken(clerk(), TaskStep.SUBMIT, "10", "");

        assertThat(SentStatements.roundTrips(() -> approvals.look(superior, PLAN, R5, ICHINOSEKI)))
                .isEqualTo(one);
        taken(superior, TaskStep.APPROVE, "10", "");
        taken(superior, TaskStep.APPROVE, "11", "");
        taken(clerk(), TaskStep.WITHDRAW, "10", "");
    }

    private ApprovalRow row(String no) {
        return approvals.look(superior(), PLAN, R5, ICHINOSEKI).rows().stream()
                .filter(row -> row.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private String lock(Actor actor, String no) {
        return entries.sheet(actor, PLAN, R5, ICHINOSEKI).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .map(EntryRow::lock)
                .findFirst()
                .orElseThrow();
    }

    private void narrate(String no, String progress) {
        entries.narrate(
                clerk(), PLAN, R5, no, ICHINOSEKI, new NarrativeText(progress, "", ""), CellEdit.ANY_VERSION, "");
    }
}

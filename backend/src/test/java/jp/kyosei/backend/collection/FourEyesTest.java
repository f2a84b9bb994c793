package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.NarrativeOutcome;
import jp.kyosei.backend.collection.step.OpenPointsException;
import jp.kyosei.backend.collection.step.StepResult;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MissingTextException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** Who entered a figure does not approve it; what is open of a figure is asked about before anybody vouches for it. */
class FourEyesTest extends ApprovingCase {
    @Test
    void a_superior_who_entered_a_figure_does_not_approve_it_until_it_was_sent_back_and_another_entered_it() {
        enter(superior(), "9", "335000");
        taken(clerk(), TaskStep.SUBMIT, "9", "");
        assertRefused(superior(), "9");

        // another one has entered over it: the superior had a hand in it still
        step(clerk(), TaskStep.WITHDRAW, "9", "");
        enter(clerk(), "9", "335100");
        taken(clerk(), TaskStep.SUBMIT, "9", "");
        assertRefused(superior(), "9");

        step(superior(), TaskStep.RETURN, "9", "内訳を確かめてください。");
        enter(clerk(), "9", "-335200");
        for (TaskStep step : List.of(TaskStep.SUBMIT, TaskStep.APPROVE, TaskStep.CONFIRM)) {
            assertAskedFirst(
                    switch (step) {
                        case SUBMIT -> clerk();
                        case APPROVE -> superior();
                        default -> secretariat();
                    },
                    step,
                    "9");
        }

        // after 確定 the town has nothing more to say of it
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        entries.confirmCheck(clerk(), PLAN, R5, "9", ICHINOSEKI, CheckCode.UNIT_DOES_NOT_FIT, "正しい"))
                .withMessageContaining("確定しました");
        entries.confirmCheck(secretariat(), PLAN, R5, "9", ICHINOSEKI, CheckCode.UNIT_DOES_NOT_FIT, "正しい");
    }

    @Test
    void what_the_superior_wrote_stays_the_superiors_while_it_stands_and_is_left_behind_by_approving_all() {
        enter(superior(), "10", "8000");
        taken(clerk(), TaskStep.SUBMIT, "10", "");
        step(superior(), TaskStep.RETURN, "10", "もう一度見てください。");
        taken(clerk(), TaskStep.SUBMIT, "10", "");
        assertRefused(superior(), "10");

        StepResult all = tasks.step(
                superior(),
                PLAN,
                R5,
                TaskStep.APPROVE,
                new TaskSelection(Set.of(), Set.of(ICHINOSEKI)),
                "",
                open -> true);

        assertThat(all.moved()).extracting(StepResult.Moved::no).doesNotContain("10");
        assertThat(all.refused()).anySatisfy(left -> assertThat(left.message()).contains("ご自分が入力または提出"));
    }

    @Test
    void a_superior_who_submitted_a_figure_does_not_approve_it() {
        enter(clerk(), "11", "1452");
        taken(superior(), TaskStep.SUBMIT, "11", "");
        assertRefused(superior(), "11");

        step(clerk(), TaskStep.WITHDRAW, "11", "");
        taken(clerk(), TaskStep.SUBMIT, "11", "");
        assertRefused(superior(), "11");
    }

    @Test
    void
            where_the_superior_wrote_the_narrative_the_secretariat_approves_with_a_reason_and_not_what_it_entered_itself() {
        enter(clerk(), "13", "17000");
        assertThat(entries.narrate(
                        superior(), PLAN, R5, "13", ICHINOSEKI, new NarrativeText("増えた。", "続ける。", ""), 0, ""))
                .isInstanceOf(NarrativeOutcome.Saved.class);
        taken(clerk(), TaskStep.SUBMIT, "13", "");
        assertRefused(superior(), "13");

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> step(secretariat(), TaskStep.APPROVE, "13", ""))
                .withMessageContaining("理由を書けば");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> step(clerk(), TaskStep.APPROVE, "13", "所属長が入力したため"));
        assertThat(step(secretariat(), TaskStep.APPROVE, "13", "所属長が入力したため").moved())
                .extracting(StepResult.Moved::state)
                .containsExactly(TaskState.SUBMITTED);

        enter(secretariat(), "23", "3");
        taken(secretariat(), TaskStep.SUBMIT, "23", "");
        assertRefused(secretariat(), "23");
    }

    @Test
    void a_figure_without_a_narrative_and_without_findings_goes_on_and_it_is_told() {
        enter(secretariat(), "26", "4900");

        StepResult submitted = step(secretariat(), TaskStep.SUBMIT, "26", "");

        assertThat(submitted.moved()).hasSize(1);
        assertThat(submitted.open()).extracting(OpenPoint::sort).containsExactly(OpenPoint.Sort.NO_NARRATIVE);
    }

    @Test
    void a_finding_that_was_confirmed_with_a_reason_is_not_asked_again() {
        enter(secretariat(), "3", "0");
        entries.confirmCheck(secretariat(), PLAN, R5, "3", ICHINOSEKI, CheckCode.ZERO_MAY_MEAN_MISSING, "希望者がいなかった");

        assertThat(step(secretariat(), TaskStep.SUBMIT, "3", "").moved()).hasSize(1);
    }

    @Test
    void more_time_is_given_with_a_reason_only() {
        assertThatExceptionOfType(MissingTextException.class)
                .isThrownBy(
                        () -> tasks.extend(secretariat(), PLAN, R5, LocalDate.of(2099, 5, 31), TaskSelection.ALL, " "))
                .satisfies(missing -> assertThat(missing.field()).isEqualTo("comment"));
    }

    private void assertRefused(Actor actor, String no) {
        assertThat(step(actor, TaskStep.APPROVE, no, "代わりに").refused())
                .singleElement()
                .satisfies(left -> assertThat(left.message()).contains("ご自分が入力または提出したもの", "ほかの所属長", "事務局"));
    }

    /** It lists all that is open and takes the step once that is known. */
    private void assertAskedFirst(Actor actor, TaskStep step, String no) {
        List<OpenPoint> open = tasks.open(actor, PLAN, R5, step, TaskSelection.of(no, ICHINOSEKI));
        assertThat(open)
                .as("open before %s", step)
                .extracting(OpenPoint::sort)
                .containsExactly(OpenPoint.Sort.FINDING, OpenPoint.Sort.NO_NARRATIVE);
        assertThatExceptionOfType(OpenPointsException.class)
                .isThrownBy(() -> step(actor, step, no, ""))
                .withMessageContaining("確かめていない指摘が1件、評価文の空欄が1件")
                .satisfies(asked -> assertThat(asked.points()).isEqualTo(open));

        StepResult known = tasks.step(actor, PLAN, R5, step, TaskSelection.of(no, ICHINOSEKI), "", open::contains);

        assertThat(known.moved()).hasSize(1);
        assertThat(known.open()).isEqualTo(open);
    }

    private StepResult step(Actor actor, TaskStep step, String no, String comment) {
        return tasks.step(actor, PLAN, R5, step, TaskSelection.of(no, ICHINOSEKI), comment);
    }
}

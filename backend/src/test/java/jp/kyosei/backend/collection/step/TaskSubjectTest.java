package jp.kyosei.backend.collection.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.entry.Locks;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** A round asks for the texts of sections beside its figures; each test uses sections of its own. */
class TaskSubjectTest extends TaskSubjectCase {
    @Test
    void the_text_of_a_section_is_submitted_approved_sent_back_and_confirmed_like_a_figure() {
        TaskKey text = ask("1-1", ICHINOSEKI, true);

        assertThat(step(ichinoseki(), TaskStep.SUBMIT, "1-1", "").refused())
                .extracting(StepResult.Refused::message)
                .containsExactly("まだ入力がありません。施策の実績・方向性を入力してください。");
        TEXTS.written.add(text);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> step(hiraizumi(), TaskStep.SUBMIT, "1-1", ""));

        assertThat(step(ichinoseki(), TaskStep.SUBMIT, "1-1", "").moved())
                .containsExactly(new StepResult.Moved(text.subject(), "1-1", ICHINOSEKI, TaskState.AWAITING_APPROVAL));
        assertThat(lock(ichinoseki(), text)).contains("一関市 観光物産課 担当", "承認を待っています");
        assertThat(step(secretariat(), TaskStep.CONFIRM, "1-1", "").refused())
                .extracting(StepResult.Refused::message)
                .containsExactly("いまは「承認待ち」なので、確定できません。");
        step(approver(), TaskStep.APPROVE, "1-1", "");
        step(secretariat(), TaskStep.RETURN, "1-1", "来年度の方向性を書いてください。");
        assertThat(task(text).comment()).isEqualTo("来年度の方向性を書いてください。");
        assertThat(lock(ichinoseki(), text)).isEmpty();
        step(ichinoseki(), TaskStep.SUBMIT, "1-1", "");
        step(approver(), TaskStep.APPROVE, "1-1", "");
        step(secretariat(), TaskStep.CONFIRM, "1-1", "");

        assertThat(task(text).state()).isEqualTo(TaskState.CONFIRMED);
        assertThat(lock(ichinoseki(), text)).contains("確定しました");
        assertThat(TEXTS.marked)
                .containsExactly(
                        TaskState.AWAITING_APPROVAL,
                        TaskState.SUBMITTED,
                        TaskState.RETURNED,
                        TaskState.AWAITING_APPROVAL,
                        TaskState.SUBMITTED,
                        TaskState.CONFIRMED);
        assertThat(history("1-1 施策の実績・方向性 032093"))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "CONFIRM_TASK", "APPROVE_TASK", "SUBMIT_TASK", "RETURN_TASK", "APPROVE_TASK", "SUBMIT_TASK");
        assertThat(history("1-1 施策の実績・方向性 032093"))
                .extracting(AuditEntry::indicator)
                .containsOnlyNulls();
    }

    @Test
    void the_board_of_figures_and_the_figures_themselves_do_not_wait_for_a_text() {
        Map<TaskState, Integer> before = counts();
        int unfinished = unfinishedCells();

        ask("1-2", ICHINOSEKI, false);

        assertThat(counts()).isEqualTo(before);
        assertThat(unfinishedCells()).isEqualTo(unfinished);
    }

    @Test
    void more_time_is_given_and_reminders_are_sent_for_texts_alone() {
        TaskKey text = ask("1-3", HIRAIZUMI, false);
        TaskSelection selection =
                new TaskSelection(Set.of(TaskSubject.Kind.SECTION_TEXT), Set.of("1-3"), Set.of(HIRAIZUMI));

        service.extend(secretariat(), PLAN, R5, round.dueOn().plusDays(7), selection, "議会のため");
        assertThat(task(text).dueOn()).isEqualTo(round.dueOn().plusDays(7));
        assertThat(all().stream().filter(CollectionTask::asksForFigure))
                .extracting(CollectionTask::dueOn)
                .containsOnly(round.dueOn());

        assertThat(reminders.remind(secretariat(), PLAN, R5, selection).tasks()).isEqualTo(1);
        TEXTS.written.add(text);
        service.step(hiraizumi(), PLAN, R5, TaskStep.SUBMIT, selection, "");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> reminders.remind(secretariat(), PLAN, R5, selection));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> reminders.remind(
                        secretariat(), PLAN, R5, new TaskSelection(selection.kinds(), Set.of("99"), Set.of())));
    }

    @Test
    void more_time_that_is_given_while_a_town_submits_does_not_undo_the_submission() {
        TaskKey text = ask("2-1", HIRAIZUMI, false);
        TEXTS.written.add(text);
        TaskSelection selection =
                new TaskSelection(Set.of(TaskSubject.Kind.SECTION_TEXT), Set.of("2-1"), Set.of(HIRAIZUMI));
        LocalDate later = round.dueOn().plusDays(9);

        CompletableFuture<Void> extending = door().write(secretariat(), () -> {
            service.step(secretariat(), PLAN, R5, TaskStep.SUBMIT, selection, "");
            CompletableFuture<Void> other = CompletableFuture.runAsync(
                    () -> service.extend(secretariat(), PLAN, R5, later, selection, "議会のため"));
            awaitLockOfAnother(other);
            return other;
        });
        extending.join();

        assertThat(task(text))
                .returns(TaskState.SUBMITTED, CollectionTask::state)
                .returns(later, CollectionTask::dueOn);
    }

    @Test
    void a_number_of_an_indicator_never_means_the_section_of_the_same_number() {
        TaskKey text = ask("1", ICHINOSEKI, false);
        TEXTS.written.add(text);

        service.step(secretariat(), PLAN, R5, TaskStep.SUBMIT, TaskSelection.of("1", ICHINOSEKI), "");

        assertThat(task(text).state()).isEqualTo(TaskState.NOT_STARTED);
    }

    private static StepResult step(Actor actor, TaskStep step, String section, String comment) {
        return service.step(
                actor,
                PLAN,
                R5,
                step,
                new TaskSelection(Set.of(TaskSubject.Kind.SECTION_TEXT), Set.of(section), Set.of(ICHINOSEKI)),
                comment);
    }

    private static String lock(Actor actor, TaskKey key) {
        return new Locks(backend.bean(AccessPolicy.class), actor, owner()).of(round, task(key), "");
    }

    private static Map<TaskState, Integer> counts() {
        return backend.bean(BoardService.class).board(secretariat(), PLAN, R5).counts();
    }

    private static int unfinishedCells() {
        return Integer.parseInt(value("select count(*) from kyosei.unfinished_cell"));
    }

    private static List<AuditEntry> history(String subject) {
        return backend
                .bean(HistoryService.class)
                .ofPlan(secretariat(), PLAN, null, TrailFilter.ALL, 0, HistoryService.MOST)
                .entries()
                .stream()
                .filter(entry -> entry.subjectId().equals(subject))
                .toList();
    }

    /** Until another transaction waits for a row of this one, or has failed. */
    private static void awaitLockOfAnother(CompletableFuture<Void> other) {
        while (!other.isDone()
                && value(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .equals("0")) {
            Thread.onSpinWait();
        }
    }

    private static Actor ichinoseki() {
        return backend.user(DemonstrationUser.ICHINOSEKI);
    }

    private static Actor approver() {
        return backend.user(DemonstrationUser.APPROVER);
    }

    private static Actor hiraizumi() {
        return backend.user(DemonstrationUser.HIRAIZUMI);
    }
}

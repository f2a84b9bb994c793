package jp.kyosei.backend.collection.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 未入力 → 入力中 → (承認待ち) → 提出 → (差戻し) → 確定. */
class TaskStepTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SUBMIT,   NOT_STARTED,       false, -",
                "SUBMIT,   DRAFT,             false, SUBMITTED",
                "SUBMIT,   DRAFT,             true,  AWAITING_APPROVAL",
                "SUBMIT,   RETURNED,          true,  AWAITING_APPROVAL",
                "SUBMIT,   RETURNED,          false, SUBMITTED",
                "SUBMIT,   CONFIRMED,         false, -",
                "WITHDRAW, AWAITING_APPROVAL, true,  DRAFT",
                "WITHDRAW, SUBMITTED,         false, DRAFT",
                "WITHDRAW, CONFIRMED,         false, -",
                "APPROVE,  AWAITING_APPROVAL, true,  SUBMITTED",
                "APPROVE,  SUBMITTED,         true,  -",
                "RETURN,   AWAITING_APPROVAL, true,  RETURNED",
                "RETURN,   SUBMITTED,         false, RETURNED",
                "RETURN,   CONFIRMED,         false, RETURNED",
                "RETURN,   DRAFT,             false, -",
                "CONFIRM,  SUBMITTED,         false, CONFIRMED",
                "CONFIRM,  AWAITING_APPROVAL, true,  -",
                "CONFIRM,  DRAFT,             false, -",
            })
    void leads_from_state_to_state(TaskStep step, TaskState from, boolean needsApproval, TaskState to) {
        assertThat(step.from(from, needsApproval)).isEqualTo(Optional.ofNullable(to));
    }

    @Property
    void nothing_is_confirmed_that_was_not_submitted_and_nothing_submitted_that_the_superior_did_not_approve(
            @ForAll @Size(max = 30) List<TaskStep> steps, @ForAll boolean needsApproval) {
        TaskState state = TaskState.DRAFT;
        for (TaskStep step : steps) {
            Optional<TaskState> next = step.from(state, needsApproval);
            if (next.filter(TaskState.CONFIRMED::equals).isPresent()) {
                assertThat(state).isEqualTo(TaskState.SUBMITTED);
            }
            if (needsApproval && next.filter(TaskState.SUBMITTED::equals).isPresent()) {
                assertThat(step).isEqualTo(TaskStep.APPROVE);
            }
            state = next.orElse(state);
        }
    }

    @Property
    void a_confirmed_task_changes_only_by_being_sent_back(@ForAll TaskStep step, @ForAll boolean needsApproval) {
        assertThat(step.from(TaskState.CONFIRMED, needsApproval).isPresent()).isEqualTo(step == TaskStep.RETURN);
    }
}

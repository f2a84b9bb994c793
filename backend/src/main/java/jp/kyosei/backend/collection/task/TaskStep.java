package jp.kyosei.backend.collection.task;

import java.util.Optional;

/** A step of a task from one state to the next. */
public enum TaskStep {
    SUBMIT("提出"),
    WITHDRAW("引き戻し"),
    APPROVE("承認"),
    RETURN("差戻し"),
    CONFIRM("確定");

    private final String label;

    TaskStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a comment says why; without it nobody would know what to do. */
    public boolean needsComment() {
        return this == RETURN;
    }

    /** Whether it vouches for what stands there, so that what is open is to be known first. */
    public boolean vouches() {
        return this == SUBMIT || this == APPROVE || this == CONFIRM;
    }

    /**
     * Where the step leads.
     *
     * @param needsApproval whether the town's superior approves before the secretariat sees it
     * @return empty if the step cannot be taken from that state
     */
    public Optional<TaskState> from(TaskState state, boolean needsApproval) {
        return switch (this) {
            case SUBMIT ->
                state == TaskState.DRAFT || state == TaskState.RETURNED
                        ? Optional.of(needsApproval ? TaskState.AWAITING_APPROVAL : TaskState.SUBMITTED)
                        : Optional.empty();
            case WITHDRAW ->
                state == TaskState.AWAITING_APPROVAL || state == TaskState.SUBMITTED
                        ? Optional.of(TaskState.DRAFT)
                        : Optional.empty();
            case APPROVE -> state == TaskState.AWAITING_APPROVAL ? Optional.of(TaskState.SUBMITTED) : Optional.empty();
            case RETURN ->
                state == TaskState.AWAITING_APPROVAL || state == TaskState.SUBMITTED || state == TaskState.CONFIRMED
                        ? Optional.of(TaskState.RETURNED)
                        : Optional.empty();
            case CONFIRM -> state == TaskState.SUBMITTED ? Optional.of(TaskState.CONFIRMED) : Optional.empty();
        };
    }
}

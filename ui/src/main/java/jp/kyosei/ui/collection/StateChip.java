package jp.kyosei.ui.collection;

import com.vaadin.flow.component.html.Span;
import jp.kyosei.backend.collection.task.TaskState;

/** The state of a task; the word always stands, colour never speaks alone. */
public final class StateChip extends Span {
    public StateChip(TaskState state) {
        super(state.label());
        addClassName("state-chip");
        getElement().setAttribute("data-tone", tone(state));
    }

    /** By which the look of a state is chosen: todo, doing, waiting, returned or done. */
    public static String tone(TaskState state) {
        return switch (state) {
            case NOT_STARTED -> "todo";
            case DRAFT -> "doing";
            case AWAITING_APPROVAL, SUBMITTED -> "waiting";
            case RETURNED -> "returned";
            case CONFIRMED -> "done";
        };
    }
}

package jp.kyosei.ui.collection;

import com.vaadin.flow.component.html.Span;
import jp.kyosei.backend.collection.task.TaskState;

/** The state of a task; the word always stands, colour never speaks alone. */
final class StateChip extends Span {
    StateChip(TaskState state) {
        super(state.label());
        addClassName("state-chip");
        getElement().setAttribute("data-tone", EntryRows.tone(state));
    }
}

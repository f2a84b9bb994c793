package jp.kyosei.ui.meeting.outcome;

import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.ui.form.PlainSelect;

/** What becomes of an outcome; the word always stands. */
final class StatusChip extends Span {
    private StatusChip(OutcomeStatus status) {
        super(status.label());
        addClassName("state-chip");
        getElement()
                .setAttribute(
                        "data-tone",
                        switch (status) {
                            case REFLECTED -> "done";
                            case WITHIN_YEAR -> "doing";
                            case CONTINUED -> "waiting";
                        });
    }

    static StatusChip of(OutcomeStatus status) {
        return new StatusChip(status);
    }

    /** To choose it. */
    static PlainSelect select(String label) {
        Map<String, String> words = new LinkedHashMap<>();
        Stream.of(OutcomeStatus.values()).forEach(status -> words.put(status.name(), status.label()));
        return new PlainSelect(label, words);
    }
}

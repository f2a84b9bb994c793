package jp.kyosei.ui.form;

import com.vaadin.flow.component.select.Select;
import java.util.Map;
import java.util.Objects;

/** A choice of one of several. */
public final class PlainSelect extends Select<String> implements Refusable {
    private final Map<String, String> choices;

    /**
     * Makes one with the first choice taken.
     *
     * @param choices the words by value, in order
     */
    public PlainSelect(String label, Map<String, String> choices) {
        this.choices = choices;
        setLabel(label);
        setItems(choices.keySet());
        setItemLabelGenerator(this::words);
        setManualValidation(true);
        choices.keySet().stream().findFirst().ifPresent(this::setValue);
    }

    /** Keeps its label from sight, where the place says what it is; it is read aloud. */
    public PlainSelect inTable() {
        setAriaLabel(getLabel());
        setLabel("");
        return this;
    }

    /** Says what helps to choose. */
    public PlainSelect hint(String words) {
        setHelperText(words);
        return this;
    }

    private String words(String value) {
        return Objects.requireNonNullElse(choices.get(value), value);
    }
}

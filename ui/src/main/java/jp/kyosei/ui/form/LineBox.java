package jp.kyosei.ui.form;

import com.vaadin.flow.component.textfield.TextField;
import jp.kyosei.backend.text.TextKind;

/** A text of one line. It is sent when the person leaves it or presses Enter, so never half converted. */
public final class LineBox extends TextField implements Refusable {
    public LineBox(String label) {
        super(label);
        setManualValidation(true);
    }

    /** Keeps its label from sight, where the place says what it is; it is read aloud. */
    public LineBox inTable() {
        setAriaLabel(getLabel());
        setLabel("");
        return this;
    }

    /**
     * Holds what is typed or pasted near the limit of its kind. A browser counts UTF-16 units and cuts without a word, so it
     * lets in twice the limit, which no text within the limit exceeds; the service says what is too long.
     */
    public LineBox of(TextKind kind) {
        setMaxLength(2 * kind.most());
        return this;
    }
}

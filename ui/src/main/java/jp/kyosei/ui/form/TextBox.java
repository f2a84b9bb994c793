package jp.kyosei.ui.form;

import com.vaadin.flow.component.textfield.TextArea;
import jp.kyosei.backend.text.TextKind;

/** A text of several lines. It is sent when the person leaves it, so never half converted. */
public final class TextBox extends TextArea implements Refusable {
    /**
     * Makes an empty one.
     *
     * @param rows how many lines it shows at least; it grows with the text
     */
    public TextBox(String label, int rows) {
        super(label);
        setMinRows(rows);
        setWidthFull();
        setManualValidation(true);
    }

    /** Says what helps to fill it in. */
    public TextBox hint(String words) {
        setHelperText(words);
        return this;
    }

    /** As {@link LineBox#of}. */
    public TextBox of(TextKind kind) {
        setMaxLength(2 * kind.most());
        return this;
    }
}

package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Map;

/** A plain choice of one of several. */
@Tag("select")
public final class PlainSelect extends AbstractSinglePropertyField<PlainSelect, String> implements HasStyle {
    /**
     * Makes one with the first choice taken.
     *
     * @param label what it is called by screen readers
     * @param choices the words by value, in order
     */
    public PlainSelect(String label, Map<String, String> choices) {
        super("value", "", false);
        setSynchronizedEvent("change");
        addClassName("plain-field");
        getElement().setAttribute("aria-label", label);
        choices.forEach((value, words) -> {
            Element option = new Element("option");
            option.setAttribute("value", value);
            option.setText(words);
            getElement().appendChild(option);
        });
        choices.keySet().stream().findFirst().ifPresent(this::setValue);
    }
}

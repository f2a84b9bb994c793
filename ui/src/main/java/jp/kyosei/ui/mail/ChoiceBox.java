package jp.kyosei.ui.mail;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;
import jp.kyosei.backend.mail.MailKind;

/** One kind of mail with its check box: the browser's own, so that the keyboard and screen readers know it. */
final class ChoiceBox extends Div {
    private static final String CHECKED = "checked";

    private final Element box = new Element("input");

    /** @param save keeps what the person has chosen; where it throws, the box shows what was kept before */
    ChoiceBox(MailKind kind, boolean wanted, Consumer<Boolean> save) {
        String id = "mail-" + kind.name();
        addClassName("mail-choice");
        box.setAttribute("type", "checkbox");
        box.setAttribute("id", id);
        box.setAttribute("aria-describedby", id + "-when");
        box.setProperty(CHECKED, wanted);
        box.addPropertyChangeListener(CHECKED, "change", event -> {
            if (event.isUserOriginated()) {
                keep(box.getProperty(CHECKED, false), save);
            }
        });
        Element label = new Element("label");
        label.setAttribute("for", id);
        label.setText(kind.label());
        Span when = new Span(kind.when());
        when.setId(id + "-when");
        when.addClassName("when");
        getElement().appendChild(box, label, when.getElement());
    }

    private void keep(boolean chosen, Consumer<Boolean> save) {
        boolean kept = false;
        try {
            save.accept(chosen);
            kept = true;
        } finally {
            if (!kept) {
                box.setProperty(CHECKED, !chosen);
            }
        }
    }
}

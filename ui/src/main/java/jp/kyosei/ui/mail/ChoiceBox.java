package jp.kyosei.ui.mail;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;
import jp.kyosei.backend.mail.MailKind;

/** One kind of mail, wanted or not. */
final class ChoiceBox extends Checkbox {
    /** @param save keeps what the person has chosen; where it throws, the box shows what was kept before */
    ChoiceBox(MailKind kind, boolean wanted, Consumer<Boolean> save) {
        super(kind.label(), wanted);
        addClassName("mail-choice");
        setHelperText(kind.when());
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(change.getValue(), save);
            }
        });
    }

    private void keep(boolean chosen, Consumer<Boolean> save) {
        boolean kept = false;
        try {
            save.accept(chosen);
            kept = true;
        } finally {
            if (!kept) {
                setValue(!chosen);
            }
        }
    }
}

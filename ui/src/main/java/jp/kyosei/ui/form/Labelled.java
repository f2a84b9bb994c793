package jp.kyosei.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeLabel;

/** A field inside its label, so that a click on the words reaches it. */
public final class Labelled extends NativeLabel {
    public Labelled(Component... parts) {
        for (Component part : parts) {
            add(part);
        }
    }
}

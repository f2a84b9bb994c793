package jp.kyosei.ui.collection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeLabel;

/** A field inside its label, so that a click on the words reaches it. */
final class Labelled extends NativeLabel {
    Labelled(Component... parts) {
        for (Component part : parts) {
            add(part);
        }
    }
}

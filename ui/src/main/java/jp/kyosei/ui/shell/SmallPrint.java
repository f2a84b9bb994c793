package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Paragraph;

/** A line in small letters, for what stands beside the matter. */
public final class SmallPrint extends Paragraph {
    public SmallPrint(String words) {
        super(words);
        addClassName("small");
    }
}

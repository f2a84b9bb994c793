package jp.kyosei.ui.importing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A sentence about an import that is read out where it appears. */
final class ImportNote extends Div {
    /** What a sentence is. */
    enum Kind {
        WRONG("import-wrong"),
        NOTE("import-note"),
        GOOD("import-good");

        private final String look;

        Kind(String look) {
            this.look = look;
        }
    }

    ImportNote(Kind kind, String text) {
        super(new Paragraph(text));
        addClassName(kind.look);
        getElement().setAttribute("role", "status");
    }
}

package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import jp.kyosei.backend.discussion.markup.NoteMarkup;

/** The text of a note or reply as it was written, kept within its own lines whatever characters it holds. */
@CssImport("./discussion/note.css")
public final class NoteBody extends Div {
    /** @param text Markdown as written */
    public NoteBody(String text) {
        addClassName("note-text");
        getElement().setProperty("innerHTML", NoteMarkup.html(text));
    }
}

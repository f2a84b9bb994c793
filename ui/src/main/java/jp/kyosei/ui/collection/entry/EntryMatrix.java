package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;

/**
 * The table into which a town types its actuals of a year. Keyboard, saving, undoing and pasting are the browser's, which
 * keeps what it could not send; what is stored, and whether it may be, is the desk's.
 */
@Tag("kyosei-entry-matrix")
@JsModule("./collection/kyosei-entry-matrix.ts")
@CssImport("./collection/entry-matrix.css")
public final class EntryMatrix extends Component {
    private final EntryDesk desk;

    public EntryMatrix(EntryDesk desk) {
        this.desk = desk;
    }

    public void setContent(EntryContent content) {
        getElement().setPropertyBean("content", content);
    }

    /** Shows rows that somebody else has changed; what this person is typing at the moment stays. */
    public void refresh(List<EntryContent.Row> rows) {
        getElement().callJsFunction("refreshRows", rows);
    }

    public void setPresence(List<EntryContent.Presence> presence) {
        getElement().setPropertyList("presence", presence);
    }

    /** Leads the person to the row of that number. */
    public void goTo(String no) {
        getElement().callJsFunction("goTo", no);
    }

    @ClientCallable
    List<EntryContent.Answer> save(List<EntryContent.Edit> edits) {
        return desk.save(edits);
    }

    @ClientCallable
    List<EntryContent.Preview> preview(List<EntryContent.Edit> edits) {
        return desk.preview(edits);
    }

    @ClientCallable
    void selected(String no) {
        desk.selected(no);
    }
}

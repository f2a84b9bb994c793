package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The text of minutes; the browser keeps what is not saved yet. */
@Tag("kyosei-minutes-editor")
@JsModule("./meeting/kyosei-minutes-editor.ts")
final class MinutesEditor extends Component {
    private final Desk desk;

    /**
     * What stands in the editor.
     *
     * @param key tells the texts that the browser keeps apart
     * @param version from which a change begins
     */
    record Content(String key, String text, String version) {}

    /**
     * What became of a text that was sent.
     *
     * @param text what is stored, where somebody else was faster
     * @param version the one that is stored; empty where nothing is to be compared
     * @param who who was faster, if it is known
     */
    record Answer(boolean saved, String text, String version, String message, String who) {}

    /** Keeps texts and shows how they will look. */
    interface Desk {
        Answer save(String text, long version);

        void preview(String text);
    }

    MinutesEditor(Desk desk) {
        this.desk = desk;
    }

    /** Shows what is stored; what is being written, or was kept by the browser, stays. */
    void setContent(Content content) {
        getElement().setPropertyBean("content", content);
    }

    /** Shows what is stored in the place of whatever was written. */
    void replaceContent(Content content) {
        getElement().callJsFunction("replaceContent", content);
    }

    /** Runs it if all is saved, else the other. */
    void whenSaved(Runnable saved, Runnable unsaved) {
        getElement().callJsFunction("isChanged").then(Boolean.class, changed -> (changed ? unsaved : saved).run());
    }

    @ClientCallable
    Answer save(String text, String version) {
        return desk.save(text, Long.parseLong(version));
    }

    @ClientCallable
    void preview(String text) {
        desk.preview(text);
    }
}

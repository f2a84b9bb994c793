package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Says 書きかけ where this browser keeps something that was not sent. */
@Tag("kyosei-draft-mark")
@JsModule("./reading/kyosei-draft-mark.ts")
final class DraftMark extends Component {
    /** @param key as of {@link jp.kyosei.ui.discussion.NoteBox#draftKey} */
    DraftMark(String key) {
        getElement().setProperty("key", key);
    }
}

package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Function;

/** The texts of one indicator, saved as they are written; the browser keeps what it could not send. */
@Tag("kyosei-narrative-editor")
@JsModule("./collection/kyosei-narrative-editor.ts")
final class NarrativeEditor extends Component {
    private final Function<NarrativeContent.Edit, NarrativeContent.Answer> save;

    NarrativeEditor(Function<NarrativeContent.Edit, NarrativeContent.Answer> save) {
        this.save = save;
    }

    void setContent(NarrativeContent content) {
        getElement().setPropertyBean("content", content);
    }

    @ClientCallable
    NarrativeContent.Answer save(NarrativeContent.Edit edit) {
        return save.apply(edit);
    }
}

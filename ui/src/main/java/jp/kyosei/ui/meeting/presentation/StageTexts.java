package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** What the towns wrote, in letters as large as let all of it stand on the screen; where none are, it can be scrolled. */
@Tag("kyosei-stage-texts")
@JsModule("./meeting/kyosei-stage-texts.ts")
final class StageTexts extends Component implements HasComponents {
    StageTexts() {
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "各市町が行ったこと");
    }
}

package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Three sizes of type to choose from; the browser remembers which. */
@Tag("kyosei-text-size")
@JsModule("./reading/kyosei-text-size.ts")
public final class TextSize extends Component {}

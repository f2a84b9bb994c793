package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.dependency.JsModule;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.ui.shell.ScreenFrame;

/** What the projector shows: the view alone, without the frame of the desk, and its keys. The next indicator is said aloud. */
@Prototype
@JsModule("./meeting/stage.ts")
public final class StageLayout extends ScreenFrame {

    public StageLayout() {
        lay("stage", main());
    }
}

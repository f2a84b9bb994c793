package jp.kyosei.ui.shell;

import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.ui.session.Person;

/** The frame of a product without features; gives way to any other source. */
@Singleton
@Secondary
class EmptyFrame implements FrameContentSource {
    @Override
    public FrameContent contentFor(Person person, String path) {
        return new FrameContent(
                "",
                List.of(),
                "",
                List.of(new NavigationGroup("しごと", List.of(new NavigationEntry("ホーム", "", path.isEmpty())))));
    }
}

package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;

/** Lets what is on a screen follow what others change; what the person sees of it is read anew with the person's own rights. */
public final class LiveChanges {
    private LiveChanges() {}

    /**
     * Follows the channel for as long as the component is on a screen.
     *
     * @param concerns whether a change matters to what is shown; asked in the channel's thread, so it only looks
     * @param work what is then done, in the screen's own thread, if the component is still on it
     */
    public static void follow(
            Component shown, LiveChannel live, Predicate<Announcement> concerns, Consumer<Announcement> work) {
        shown.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable subscription = live.listen(announcement -> {
                if (concerns.test(announcement)) {
                    later(ui, () -> {
                        if (shown.isAttached()) {
                            work.accept(announcement);
                        }
                    });
                }
            });
            shown.addDetachListener(detached -> {
                subscription.run();
                detached.unregisterListener();
            });
        });
    }

    /** In the screen's own thread; what goes wrong there is told by the session's error handler. */
    public static void later(UI ui, Command work) {
        Future<Void> told = ui.access(work);
        assert told != null;
    }
}

package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.shell.LiveChanges;
import org.jspecify.annotations.Nullable;

/** Tells others at which row of a sheet this screen's person is, and shows where others are. */
final class EntryPresence {
    private final Whereabouts whereabouts;
    private final EntryMatrix matrix;
    private @Nullable Seat seat;

    /** A screen at a sheet. */
    private record Seat(String place, UI ui, Runnable listening) {}

    EntryPresence(Whereabouts whereabouts, EntryMatrix matrix) {
        this.whereabouts = whereabouts;
        this.matrix = matrix;
    }

    /** The screen shows this sheet from now on, and no other. */
    void enter(String place, Actor actor, UI ui) {
        leave();
        matrix.setPresence(whereabouts.others(place, actor.person()));
        Runnable show =
                () -> LiveChanges.later(ui, () -> matrix.setPresence(whereabouts.others(place, actor.person())));
        seat = new Seat(place, ui, whereabouts.listen(place, show));
    }

    /** The person has gone to a row. */
    void at(Actor actor, String no) {
        Seat taken = seat;
        if (taken != null) {
            whereabouts.at(
                    taken.place(),
                    taken.ui(),
                    new Whereabouts.Who(actor.person(), actor.displayName()),
                    no,
                    () -> isOpen(taken.ui()));
        }
    }

    /** The screen is closed, or shows something else. */
    void leave() {
        Seat left = seat;
        seat = null;
        if (left != null) {
            left.listening().run();
            whereabouts.gone(left.place(), left.ui());
        }
    }

    /** A browser that was closed hard says nothing of it, and its screen is given up after minutes; its socket ends at once. */
    private static boolean isOpen(UI ui) {
        PushConnection socket = ui.getInternals().getPushConnection();
        return !ui.isClosing() && socket != null && socket.isConnected();
    }
}

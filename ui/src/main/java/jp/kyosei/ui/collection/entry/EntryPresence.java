package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.UI;
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
    void enter(String place, UI ui) {
        leave();
        seat = new Seat(
                place,
                ui,
                whereabouts.listen(
                        place, () -> LiveChanges.later(ui, () -> matrix.setPresence(whereabouts.others(place, ui)))));
    }

    /** @param who the person's name as others read it */
    void at(String who, String no) {
        Seat taken = seat;
        if (taken != null) {
            whereabouts.at(taken.place(), taken.ui(), who, no);
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
}

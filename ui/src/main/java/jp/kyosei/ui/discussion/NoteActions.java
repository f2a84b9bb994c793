package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.Rights;
import org.jspecify.annotations.Nullable;

/** The buttons below a note: exactly what the reader may do with it as it stands. */
final class NoteActions extends Div {
    private final NoteDesk desk;
    private final NoteWork work;
    private @Nullable Offer offered;

    /** What decides which buttons there are; where it stays the same, no button is swept away under a pointer. */
    private record Offer(
            Rights rights, boolean awaits, boolean following, boolean narrower, boolean wider, boolean changes) {}

    NoteActions(NoteDesk desk, NoteWork work) {
        this.desk = desk;
        this.work = work;
        addClassNames("note-actions", "no-print");
    }

    void offer(Note note) {
        Rights rights = note.rights();
        Offer offer = new Offer(
                rights,
                note.awaitsAnswer(),
                note.following(),
                rights.visibilities().stream().anyMatch(one -> one.isNarrowerThan(note.visibility())),
                rights.visibilities().stream().anyMatch(note.visibility()::isNarrowerThan),
                note.version() > 1 && desk.seesChangesOf(note));
        if (offer.equals(offered)) {
            return;
        }
        offered = offer;
        removeAll();
        add(rights.may(NoteRight.ANSWER), "回答する", work::answer, note.awaitsAnswer() ? "primary" : "further");
        add(rights.may(NoteRight.REPLY), "返信", work::reply);
        add(rights.may(NoteRight.ASSIGN), "担当を決める", work::assign);
        add(rights.may(NoteRight.CLOSE), NoteStep.CLOSE.label(), () -> work.step(NoteStep.CLOSE));
        add(rights.may(NoteRight.REOPEN), NoteStep.REOPEN.label(), () -> work.step(NoteStep.REOPEN));
        add(rights.may(NoteRight.EDIT), "直す", work::edit);
        add(offer.narrower(), "見える人を絞る", work::narrow);
        add(offer.wider(), "見える人を広げる", work::widen);
        add(rights.may(NoteRight.WITHDRAW), "取り下げる", work::withdraw);
        if (!note.isWithdrawn()) {
            add(!note.following(), "通知を受け取る", () -> work.follow(true));
            add(note.following(), "通知をやめる", () -> work.follow(false));
        }
        add(offer.changes(), "経過を見る", work::changes);
    }

    private void add(boolean allowed, String label, Runnable action, String... looks) {
        if (allowed) {
            Button button = new Button(label, click -> action.run());
            button.addClassName("button");
            button.addClassNames(looks);
            add(button);
        }
    }
}

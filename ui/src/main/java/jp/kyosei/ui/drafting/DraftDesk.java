package jp.kyosei.ui.drafting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.revision.drafting.Drafting;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.revision.drafting.Undo;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.ui.session.CurrentActor;

/** A draft on somebody's screen: what it says now, and what this person has changed in it since it was opened. */
final class DraftDesk {
    private static final int MOST_UNDONE = 200;

    private final Drafting drafting;
    private final CurrentActor current;
    private final String plan;
    private final int number;
    private final Deque<Undo> done = new ArrayDeque<>();
    private final Deque<Undo> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private OpenDraft draft;

    DraftDesk(Drafting drafting, CurrentActor current, String plan, int number) {
        this.drafting = drafting;
        this.current = current;
        this.plan = plan;
        this.number = number;
        draft = drafting.open(current.require(), plan, number);
    }

    /** As it was read last. */
    OpenDraft draft() {
        return draft;
    }

    /** Calls whenever the draft was read anew. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Reads it anew. */
    void reload() {
        draft = drafting.open(current.require(), plan, number);
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Reads it anew if somebody else has changed it; one's own changes are shown already. */
    void follow() {
        OpenDraft now = drafting.open(current.require(), plan, number);
        if (!now.equals(draft)) {
            draft = now;
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    /**
     * Makes a change and reads the draft anew.
     *
     * @throws StaleException if somebody else was faster; the draft is read anew
     * @throws jp.kyosei.backend.tenancy.RefusedException if it cannot be; says why
     */
    void change(DraftChange change, String reason) {
        try {
            push(done, drafting.change(current.require(), plan, number, change, reason));
            undone.clear();
        } finally {
            reload();
        }
    }

    /** Whether there is something to take back. */
    boolean canUndo() {
        return !done.isEmpty();
    }

    /** Whether there is something to make again. */
    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** Takes the last change back; errors as {@link #change}. What cannot be taken back any more is forgotten. */
    void undo() {
        turn(done, undone);
    }

    /** Makes the change again that was taken back last. */
    void redo() {
        turn(undone, done);
    }

    private void turn(Deque<Undo> from, Deque<Undo> to) {
        Undo last = from.poll();
        if (last == null) {
            return;
        }
        try {
            push(to, drafting.undo(current.require(), plan, number, last));
        } finally {
            reload();
        }
    }

    private static void push(Deque<Undo> to, Undo undo) {
        to.push(undo);
        if (to.size() > MOST_UNDONE) {
            to.removeLast();
        }
    }
}

package jp.kyosei.backend.revision.drafting;

/** What takes a change back, as long as nobody has changed the same thing since. Only {@link Drafting} makes one. */
public final class Undo {
    private final DraftChange change;

    Undo(DraftChange change) {
        this.change = change;
    }

    DraftChange change() {
        return change;
    }
}

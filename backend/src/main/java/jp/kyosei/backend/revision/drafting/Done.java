package jp.kyosei.backend.revision.drafting;

import java.util.List;
import jp.kyosei.backend.audit.Change;

/**
 * A change that was made.
 *
 * @param undo what would take it back, were nobody to change the thing meanwhile
 * @param trail what is written down of it; empty where nothing is different from before
 */
record Done(DraftChange undo, List<Change> trail) {
    Done {
        trail = List.copyOf(trail);
    }

    static Done of(DraftChange undo, Change trail) {
        return new Done(undo, List.of(trail));
    }
}

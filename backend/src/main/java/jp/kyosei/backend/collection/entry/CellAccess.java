package jp.kyosei.backend.collection.entry;

import jp.kyosei.backend.actual.cell.ActualState;

/**
 * Whether the actor may change a cell now.
 *
 * @param lock why not; empty if the actor may
 * @param forbidden whether the actor may never change it, rather than not as things stand
 * @param state the state of what is written
 */
record CellAccess(String lock, boolean forbidden, ActualState state) {
    boolean isRefused() {
        return !lock.isEmpty();
    }

    /** What an edit is, where it is refused. */
    TownEntry.Verdict refusal() {
        return forbidden ? TownEntry.Verdict.FORBIDDEN : TownEntry.Verdict.LOCKED;
    }
}

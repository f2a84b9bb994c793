package jp.kyosei.infra.drills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one writer knows of its writes; its cells are its own. Counts are read when the writer has ended. */
final class Writes {
    private final Map<Cell, List<Long>> stored = new HashMap<>();
    private final Set<Long> acknowledged = new HashSet<>();
    private final Set<Long> notTaken = new HashSet<>();
    private final Map<String, Integer> unanswered = new TreeMap<>();
    private int sent;
    private int taken;
    private int late;
    private int refused;

    void sent() {
        sent++;
    }

    void acknowledged(Cell cell, long value) {
        stored(cell).add(value);
        acknowledged.add(value);
    }

    /** @param how the status, or what happened to the connection */
    void unanswered(String how) {
        unanswered.merge(how, 1, Integer::sum);
    }

    /** Without an answer, but found in the cell. */
    void taken(Cell cell, long value) {
        stored(cell).add(value);
        taken++;
    }

    /** Without an answer, and not found in the cell. */
    void notTaken(long value) {
        notTaken.add(value);
    }

    /** Told that somebody else was faster, though nobody else writes here: a write that had not been found was on its way. */
    void refused(Cell cell, long there) {
        refused++;
        if (notTaken.remove(there)) {
            stored(cell).add(there);
            late++;
        }
    }

    /** The values that must be in the cell's history, in this order. */
    List<Long> stored(Cell cell) {
        return stored.computeIfAbsent(cell, key -> new ArrayList<>());
    }

    boolean isAcknowledged(long value) {
        return acknowledged.contains(value);
    }

    /** How often which answer came that says nothing of the write. */
    Map<String, Integer> unansweredCounts() {
        return unanswered;
    }

    int sentCount() {
        return sent;
    }

    int acknowledgedCount() {
        return acknowledged.size();
    }

    int takenCount() {
        return taken;
    }

    int notTakenCount() {
        return notTaken.size();
    }

    int lateCount() {
        return late;
    }

    int refusedCount() {
        return refused;
    }
}

package jp.kyosei.backend.meeting.minutes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members' round of corrections to the minutes of a meeting.
 *
 * @param dueOn the last day on which they propose; null where they were never asked
 * @param open whether it goes on: it ends with the approval of the minutes
 * @param passages the lines of the minutes that can be proposed about; empty for whoever proposes nothing now
 * @param corrections in the order in which they were proposed
 * @param mayOpen whether the reader may ask the members, or move the day
 * @param mayPropose whether the reader may propose now
 * @param mayDecide whether the reader takes or declines
 */
public record MinutesRound(
        @Nullable LocalDate dueOn,
        boolean open,
        List<Passage> passages,
        List<Correction> corrections,
        boolean mayOpen,
        boolean mayPropose,
        boolean mayDecide) {
    public MinutesRound {
        passages = List.copyOf(passages);
        corrections = List.copyOf(corrections);
    }

    /** How many wait for the secretariat's word. */
    public long undecided() {
        return corrections.stream()
                .filter(one -> one.state() == Correction.State.OPEN)
                .count();
    }
}

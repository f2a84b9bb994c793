package jp.kyosei.backend.understanding.heading;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;

/**
 * What a head was read as.
 *
 * @param meaning {@link ColumnKind#IGNORED} for what is known not to be taken, and for what is not understood
 * @param certainty from 0 to 1
 * @param because a Japanese clause without full stop: 見出しの「実績」と「R4」から
 * @param alternatives what else it may be, the likeliest first; without the meaning itself
 */
public record HeadingReading(
        ColumnMeaning meaning, double certainty, String because, List<ColumnMeaning> alternatives) {
    /** Below it nothing is taken before somebody has answered. */
    public static final double THRESHOLD = 0.7;

    public HeadingReading {
        alternatives = alternatives.stream()
                .filter(other -> !other.equals(meaning))
                .distinct()
                .toList();
    }

    /** Whether it is to be asked rather than taken. */
    public boolean isAsked() {
        return certainty < THRESHOLD;
    }

    /** Whether its words say for certain that its figures are others than the indicator's. */
    public boolean isLeftOut() {
        return meaning.kind() == ColumnKind.IGNORED && !isAsked() && !alternatives.isEmpty();
    }

    HeadingReading as(ColumnMeaning other, double sure, String why) {
        List<ColumnMeaning> others = new ArrayList<>(List.of(meaning));
        others.addAll(alternatives);
        return new HeadingReading(other, sure, why, others);
    }
}

package jp.kyosei.backend.evaluation;

import jp.kyosei.backend.figure.Observed;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The outcome of computing a progress rate (進捗率). */
public sealed interface Progress {
    /** The exact, unrounded rate; 1 is 100 %. Neither clamped nor rounded: it may be negative or far above 1. */
    record Rate(BigFraction exact) implements Progress {}

    /** There are figures, but the formula has no value for them, such as z = a or z = 0. */
    record NotComputable(String reason) implements Progress {}

    /**
     * There is no figure.
     *
     * @param missing why; none where nothing at all is recorded
     */
    record NotMeasured(Observed.@Nullable Missing missing) implements Progress {}
}

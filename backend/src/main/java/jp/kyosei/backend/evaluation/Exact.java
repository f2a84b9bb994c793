package jp.kyosei.backend.evaluation;

import org.apache.commons.numbers.fraction.BigFraction;

/** Order of exact numbers. {@link BigFraction#compareTo} of commons-numbers 1.2 orders two negative ones backwards. */
public final class Exact {
    private Exact() {}

    /** Negative, 0 or positive as one is less than, equal to or greater than the other. */
    public static int compare(BigFraction one, BigFraction other) {
        return one.subtract(other).signum();
    }
}

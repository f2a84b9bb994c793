package jp.kyosei.backend.figure;

import org.jspecify.annotations.Nullable;

/**
 * What is reported for a fiscal year, and of which year it really is: {@code 38,806(H28)} reported for R2 has reference
 * year H28. Without a reference year the figure is of the year it is reported for.
 */
public record Observation(Observed observed, @Nullable FiscalYear referenceYear) {

    /** An observation of the year it is reported for. */
    public static Observation of(Observed observed) {
        return new Observation(observed, null);
    }
}

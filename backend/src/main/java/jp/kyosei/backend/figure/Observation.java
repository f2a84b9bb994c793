package jp.kyosei.backend.figure;

import org.jspecify.annotations.Nullable;

/**
 * What was reported for a year.
 *
 * @param referenceYear the year the figure is really of, where it is another one: {@code 38,806(H28)} reported for R2
 */
public record Observation(Observed observed, @Nullable FiscalYear referenceYear) {
    public static Observation of(Observed observed) {
        return new Observation(observed, null);
    }
}

package jp.kyosei.backend.understanding;

import java.util.Set;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the file.
 *
 * @param newestActuals the fiscal year of the newest actuals: of columns whose header names no year
 * @param finalTarget the plan's last fiscal year, of a target column that names no year; none where the plan is new
 * @param towns the names of the owner's member municipalities; empty where it has none
 * @param corrections what a person says of this file
 * @param remembered what people of the owner said of columns of such tables before
 */
public record Hints(
        FiscalYear newestActuals,
        @Nullable FiscalYear finalTarget,
        Set<String> towns,
        Corrections corrections,
        RememberedHeads remembered) {
    public Hints {
        towns = Set.copyOf(towns);
    }

    /** Of an owner's new plan, of which nothing is known yet. */
    public Hints(FiscalYear newestActuals) {
        this(newestActuals, null, Set.of(), Corrections.NONE, RememberedHeads.NONE);
    }
}

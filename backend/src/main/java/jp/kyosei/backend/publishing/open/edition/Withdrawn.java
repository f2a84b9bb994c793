package jp.kyosei.backend.publishing.open.edition;

import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;

/**
 * A year that is no longer published.
 *
 * @param plan its slug
 * @param title the plan's, where other years of it are still published; empty otherwise
 * @param reason what its owner tells everybody; empty if nothing
 */
public record Withdrawn(UUID ownerId, String plan, FiscalYear year, Instant at, String reason, String title) {
    /** Below {@code /open/}, in plain characters. */
    public String path() {
        return Paths.year(plan, year.year());
    }
}

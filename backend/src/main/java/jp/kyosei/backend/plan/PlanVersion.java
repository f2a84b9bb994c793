package jp.kyosei.backend.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version (版) of a plan: 策定 or 一部改訂.
 *
 * @param number 1 for the first
 * @param adoptedOn the date of adoption, from which on the version is unchangeable; none while it is drafted (策定中)
 * @param monthOnly whether only the month of its adoption is known, of which {@code adoptedOn} is the first day
 */
public record PlanVersion(
        PlanVersionId id,
        int number,
        String title,
        @Nullable LocalDate adoptedOn,
        boolean monthOnly) {
    /** One whose day of adoption is known, or that is drafted. */
    public PlanVersion(PlanVersionId id, int number, String title, @Nullable LocalDate adoptedOn) {
        this(id, number, title, adoptedOn, false);
    }
}

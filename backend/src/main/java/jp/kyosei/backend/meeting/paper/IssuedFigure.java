package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figure of one year as issued.
 *
 * @param fiscalYear such as 2022
 * @param value for a chart; none where it is missing
 * @param text as printed; the reason where it is missing, empty where nothing is recorded
 * @param referenceYear the year that the figure is of, where it is another; none in papers issued before this was kept
 * @param partial whether a town's part is missing from it
 * @param grade computed for that year; none where nothing is measured
 */
@Serdeable
public record IssuedFigure(
        int fiscalYear,
        @Nullable BigDecimal value,
        String text,
        @Nullable Integer referenceYear,
        boolean partial,
        @Nullable IssuedGrade grade,
        List<Town> byTown) {
    public IssuedFigure {
        byTown = List.copyOf(byTown);
    }

    /** A town's part of it. */
    @Serdeable
    public record Town(String name, String text) {}
}

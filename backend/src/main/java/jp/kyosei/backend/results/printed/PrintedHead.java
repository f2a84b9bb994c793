package jp.kyosei.backend.results.printed;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the indicators of a sheet.
 *
 * @param years oldest first; the last is the one that is judged
 * @param baselineYear the year that most baselines are of
 * @param targetYear the year that most targets are of
 * @param grades the best first
 * @param unmeasured the label under which indicators without a figure are counted
 * @param rules how rates come about, in sentences
 * @param rateHead how the rate comes about, in letters, such as f/z; empty where columns have no letters
 */
@Serdeable
public record PrintedHead(
        String planTitle,
        String ownerName,
        int fiscalYear,
        List<Integer> years,
        @Nullable Integer baselineYear,
        @Nullable Integer targetYear,
        List<PrintedGrade> grades,
        String unmeasured,
        List<String> rules,
        String rateHead) {
    public PrintedHead {
        years = List.copyOf(years);
        grades = List.copyOf(grades);
        rules = List.copyOf(rules);
    }
}

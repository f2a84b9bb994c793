package jp.kyosei.backend.results;

import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * One indicator in the results sheet.
 *
 * @param sectionPath the numbers of its sections from the top down
 * @param baselineText as the sheet prints it: the value, — where there was none, blank where the indicator came later
 * @param figures one per year of the sheet, in order
 * @param evaluation of the sheet's fiscal year
 * @param previousGrade the computed grade of the year before
 * @param manualGrade a grade set by a person beside the computed one
 * @param findings the checks of all years up to the sheet's
 */
public record ResultsRow(
        Indicator indicator,
        List<String> sectionPath,
        String baselineText,
        String targetText,
        List<YearFigure> figures,
        Evaluation evaluation,
        @Nullable Grade previousGrade,
        @Nullable ManualGrade manualGrade,
        List<CheckedFinding> findings) {
    public ResultsRow {
        sectionPath = List.copyOf(sectionPath);
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** The figure of a year of the sheet. */
    public Optional<YearFigure> figure(FiscalYear year) {
        return figures.stream()
                .filter(figure -> figure.fiscalYear().equals(year))
                .findFirst();
    }
}

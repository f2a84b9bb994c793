package jp.kyosei.backend.results;

import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.evaluation.Evaluation;

/**
 * What is confirmed of a plan in a year.
 *
 * @param recorded of all years, confirmed figures only
 * @param rows in the order of the sheet
 */
public record ConfirmedYear(PlanResults results, Figures recorded, List<Row> rows) {
    public ConfirmedYear {
        rows = List.copyOf(rows);
    }

    public ResultsSheet sheet() {
        return results.sheet();
    }

    /**
     * An indicator.
     *
     * @param target that the year is judged against
     * @param figures one per year of the sheet, oldest first
     */
    public record Row(ResultsRow result, BigDecimal target, List<Figure> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }

    /** The figure of one year, and what is computed of it. */
    public record Figure(YearFigure figure, Evaluation evaluation) {}
}

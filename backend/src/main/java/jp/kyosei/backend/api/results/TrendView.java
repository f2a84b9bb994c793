package jp.kyosei.backend.api.results;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.results.Trend;
import org.jspecify.annotations.Nullable;

/** The trend in JSON: the grade of every indicator in every year. */
@Serdeable
record TrendView(String plan, List<Integer> years, List<RowView> rows) {
    static TrendView of(Trend trend) {
        return new TrendView(
                trend.content().plan().slug(),
                trend.years().stream().map(FiscalYear::year).toList(),
                trend.rows().stream().map(RowView::of).toList());
    }

    /**
     * One indicator.
     *
     * @param grades in the order of the years; null where nothing was measured
     */
    @Serdeable
    record RowView(String no, String name, List<String> section, List<@Nullable String> grades) {
        static RowView of(Trend.Row row) {
            List<@Nullable String> grades = new ArrayList<>();
            for (Evaluation evaluation : row.evaluations()) {
                Grade grade = evaluation.grade();
                grades.add(grade == null ? null : grade.label());
            }
            return new RowView(row.indicator().no(), row.indicator().name(), row.sectionPath(), grades);
        }
    }
}

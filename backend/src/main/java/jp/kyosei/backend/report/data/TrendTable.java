package jp.kyosei.backend.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.results.Trend;

/** The table of 達成度の推移. */
public final class TrendTable {
    private TrendTable() {}

    /** A row per indicator and fiscal year. */
    public static DataTable of(Trend trend) {
        List<List<Datum>> rows = new ArrayList<>();
        for (Trend.Row row : trend.rows()) {
            row.evaluations()
                    .forEach(evaluation -> rows.add(List.of(
                            Datum.of(row.indicator().no()),
                            Datum.of(row.indicator().kind().label()),
                            Datum.of(row.indicator().section()),
                            Datum.of(row.indicator().name()),
                            Datum.year(evaluation.fiscalYear()),
                            Datum.era(evaluation.fiscalYear()),
                            Datum.of(Optional.ofNullable(evaluation.grade())
                                    .map(Grade::label)
                                    .orElse("")))));
        }
        return new DataTable("データ", List.of("指標番号", "種別", "体系番号", "指標名", "年度", "年度（和暦）", "達成度"), rows);
    }
}

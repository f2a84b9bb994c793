package jp.kyosei.backend.actual;

import java.util.List;
import jp.kyosei.backend.actual.record.PublishedRecord;

/** Everything that is recorded of some indicators over the years, apart from the narratives. */
public record Figures(
        List<Actual> actuals,
        List<PublishedRecord> records,
        List<ManualGrade> manualGrades,
        List<CheckConfirmation> confirmations) {
    public Figures {
        actuals = List.copyOf(actuals);
        records = List.copyOf(records);
        manualGrades = List.copyOf(manualGrades);
        confirmations = List.copyOf(confirmations);
    }
}

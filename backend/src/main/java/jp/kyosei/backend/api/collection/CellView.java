package jp.kyosei.backend.api.collection;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.api.results.ResultsView;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import org.jspecify.annotations.Nullable;

/**
 * One cell in JSON: what a municipality reports of an indicator for a year.
 *
 * @param municipality its code, or {@code joint} for the figure of the whole owner
 * @param text as printed; empty while nothing is stored
 * @param note words beside a figure
 * @param state where the collection stands with it; null outside a collection
 * @param editable whether the caller may change it now
 * @param lock why not; empty where the caller may
 */
@Serdeable
record CellView(
        String no,
        String name,
        String unit,
        int fiscalYear,
        String municipality,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Integer referenceYear,
        ResultsView.@Nullable MissingView missing,
        String note,
        String text,
        String lastYear,
        String change,
        @Nullable String state,
        boolean editable,
        String lock,
        @Nullable String enteredBy,
        @Nullable Instant enteredAt,
        String hint,
        List<ResultsView.CheckView> checks) {
    static CellView of(EntryRow row, FiscalYear year, String municipality, String hint) {
        Actual stored = row.stored();
        FlatFigure figure = FlatFigure.ofNullable(stored == null ? null : stored.observation());
        CollectionTask task = row.task();
        return new CellView(
                row.indicator().no(),
                row.indicator().name(),
                row.indicator().unit(),
                year.year(),
                municipality,
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                figure.referenceYear(),
                ResultsView.MissingView.of(figure),
                figure.remark(),
                row.figure(),
                row.last(),
                row.change(),
                task == null ? null : task.state().name(),
                row.isEditable(),
                row.lock(),
                stored == null ? null : stored.enteredBy(),
                stored == null ? null : stored.enteredAt(),
                hint,
                row.findings().stream().map(ResultsView.CheckView::of).toList());
    }
}

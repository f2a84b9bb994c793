package jp.kyosei.backend.importing.comparing;

import java.util.HashMap;
import java.util.Map;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** What is recorded of a plan, cell by cell. */
public final class StoredCells {
    private final Map<Cell, Actual> figures = new HashMap<>();
    private final Map<Cell, Narrative> narratives = new HashMap<>();
    private final Map<Cell, PublishedRecord> records = new HashMap<>();

    /**
     * A cell.
     *
     * @param town none for what is the whole owner's
     */
    public record Cell(
            IndicatorId indicator,
            FiscalYear year,
            @Nullable MunicipalityCode town) {}

    public StoredCells(StoredPlan stored) {
        stored.figures()
                .actuals()
                .forEach(actual ->
                        figures.put(new Cell(actual.indicator(), actual.fiscalYear(), actual.municipality()), actual));
        stored.narratives()
                .forEach(narrative -> narratives.put(
                        new Cell(narrative.indicator(), narrative.fiscalYear(), narrative.municipality()), narrative));
        stored.figures()
                .records()
                .forEach(published ->
                        records.put(new Cell(published.indicator(), published.fiscalYear(), null), published));
    }

    /** None where nothing is stored. */
    public @Nullable Actual figure(Cell cell) {
        return figures.get(cell);
    }

    /** None where nothing is stored. */
    public @Nullable Narrative narrative(Cell cell) {
        return narratives.get(cell);
    }

    /** What a paper printed of a year; none where nothing is kept. */
    public @Nullable PublishedRecord printed(IndicatorId indicator, FiscalYear year) {
        return records.get(new Cell(indicator, year, null));
    }
}

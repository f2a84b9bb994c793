package jp.kyosei.backend.importing.undoing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.UndoDocument;
import jp.kyosei.backend.importing.comparing.FigureWords;
import jp.kyosei.backend.importing.comparing.LeftToCollection;
import jp.kyosei.backend.importing.comparing.StoredCells;
import jp.kyosei.backend.importing.comparing.StoredPlan;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Turns an import back, cell by cell, unless somebody has changed a cell since. */
final class ImportUndo {
    private final UndoDocument undo;
    private final String reason;
    private final StoredCells cells;
    private final Map<IndicatorId, Indicator> indicators = new HashMap<>();
    private final LeftToCollection collection;
    private final List<String> changedSince = new ArrayList<>();
    private final List<String> collectedSince = new ArrayList<>();

    ImportUndo(UndoDocument undo, StoredPlan stored, String reason) {
        this.undo = undo;
        this.reason = reason;
        this.collection = new LeftToCollection(stored.collection());
        stored.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
        this.cells = new StoredCells(stored);
    }

    List<CellChange> figures() {
        List<CellChange> changes = new ArrayList<>();
        for (UndoDocument.Figure figure : undo.figures()) {
            StoredCells.Cell cell = cell(figure.indicator(), figure.fiscalYear(), figure.municipality());
            if (isCollected(cell, indicator -> collection.keepsFigure(indicator, cell.year(), cell.town()))) {
                continue;
            }
            Actual now = cells.figure(cell);
            if (!Objects.equals(UndoDocument.Stand.of(now), figure.after())) {
                since(cell);
                continue;
            }
            UndoDocument.Stand before = figure.before();
            changes.add(new CellChange(
                    cell.indicator(),
                    cell.year(),
                    cell.town(),
                    now,
                    before == null ? null : before.observation(),
                    before == null ? ActualState.CONFIRMED : before.state(),
                    reason));
        }
        return changes;
    }

    List<NarrativeChange> narratives() {
        List<NarrativeChange> changes = new ArrayList<>();
        for (UndoDocument.Words words : undo.narratives()) {
            StoredCells.Cell cell = cell(words.indicator(), words.fiscalYear(), words.municipality());
            if (isCollected(cell, indicator -> collection.keepsNarrative(indicator, cell.year(), cell.town()))) {
                continue;
            }
            Narrative now = cells.narrative(cell);
            if (!Objects.equals(UndoDocument.Text.of(now), words.after())) {
                since(cell);
                continue;
            }
            UndoDocument.Text before = words.before();
            changes.add(new NarrativeChange(
                    cell.indicator(),
                    cell.year(),
                    cell.town(),
                    now,
                    before == null ? null : before.text(),
                    before == null ? ActualState.CONFIRMED : before.state(),
                    reason));
        }
        return changes;
    }

    List<RecordChange> records() {
        List<RecordChange> changes = new ArrayList<>();
        for (UndoDocument.Printed printed : undo.records()) {
            StoredCells.Cell cell = cell(printed.indicator(), printed.fiscalYear(), null);
            if (isCollected(cell, indicator -> collection.keepsRecord(indicator, cell.year()))) {
                continue;
            }
            PublishedRecord now = cells.printed(cell.indicator(), cell.year());
            UndoDocument.Columns after = printed.after();
            PublishedRecord written = after == null ? null : after.of(printed.indicator(), printed.fiscalYear());
            boolean asWritten = now == null ? written == null : written != null && FigureWords.isEqual(now, written);
            if (!asWritten) {
                since(cell);
                continue;
            }
            UndoDocument.Columns before = printed.before();
            changes.add(new RecordChange(
                    now, before == null ? null : before.of(printed.indicator(), printed.fiscalYear())));
        }
        return changes;
    }

    /** The cells that somebody has changed since, by indicator and year. */
    List<String> changedSince() {
        return List.copyOf(changedSince);
    }

    /** The cells that a collection has asked for since, by indicator and year. */
    List<String> collectedSince() {
        return List.copyOf(collectedSince);
    }

    private static StoredCells.Cell cell(UUID indicator, int year, @Nullable String town) {
        return new StoredCells.Cell(
                new IndicatorId(indicator), new FiscalYear(year), town == null ? null : new MunicipalityCode(town));
    }

    private void since(StoredCells.Cell cell) {
        changedSince.add(name(cell));
    }

    private boolean isCollected(StoredCells.Cell cell, Function<Indicator, Optional<String>> kept) {
        boolean collected = Optional.ofNullable(indicators.get(cell.indicator()))
                .flatMap(kept)
                .isPresent();
        if (collected) {
            collectedSince.add(name(cell));
        }
        return collected;
    }

    private String name(StoredCells.Cell cell) {
        Indicator indicator = indicators.get(cell.indicator());
        return "%s %s"
                .formatted(indicator == null ? "" : indicator.no(), cell.year().shortLabel());
    }
}

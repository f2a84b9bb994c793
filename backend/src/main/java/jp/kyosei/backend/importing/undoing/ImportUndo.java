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
import jp.kyosei.backend.actual.ActualState;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.NarrativeChange;
import jp.kyosei.backend.actual.PublishedRecord;
import jp.kyosei.backend.actual.RecordChange;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.UndoDocument;
import jp.kyosei.backend.importing.comparing.FigureWords;
import jp.kyosei.backend.importing.comparing.LeftToCollection;
import jp.kyosei.backend.importing.comparing.StoredPlan;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Turns an import back, cell by cell, unless somebody has changed a cell since. */
final class ImportUndo {
    private final UndoDocument undo;
    private final String reason;
    private final Map<Place, Actual> actuals = new HashMap<>();
    private final Map<Place, Narrative> narratives = new HashMap<>();
    private final Map<Place, PublishedRecord> records = new HashMap<>();
    private final Map<IndicatorId, Indicator> indicators = new HashMap<>();
    private final LeftToCollection collection;
    private final List<String> changedSince = new ArrayList<>();
    private final List<String> collectedSince = new ArrayList<>();

    private record Place(
            IndicatorId indicator,
            FiscalYear year,
            @Nullable MunicipalityCode town) {
        static Place of(UUID indicator, int year, @Nullable String town) {
            return new Place(
                    new IndicatorId(indicator), new FiscalYear(year), town == null ? null : new MunicipalityCode(town));
        }
    }

    ImportUndo(UndoDocument undo, StoredPlan stored, String reason) {
        this.undo = undo;
        this.reason = reason;
        this.collection = new LeftToCollection(stored.collection());
        stored.indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
        stored.figures()
                .actuals()
                .forEach(actual ->
                        actuals.put(new Place(actual.indicator(), actual.fiscalYear(), actual.municipality()), actual));
        stored.narratives()
                .forEach(narrative -> narratives.put(
                        new Place(narrative.indicator(), narrative.fiscalYear(), narrative.municipality()), narrative));
        stored.figures()
                .records()
                .forEach(published ->
                        records.put(new Place(published.indicator(), published.fiscalYear(), null), published));
    }

    List<CellChange> figures() {
        List<CellChange> changes = new ArrayList<>();
        for (UndoDocument.Figure figure : undo.figures()) {
            Place place = Place.of(figure.indicator(), figure.fiscalYear(), figure.municipality());
            if (isCollected(place, indicator -> collection.keepsFigure(indicator, place.year(), place.town()))) {
                continue;
            }
            Actual now = actuals.get(place);
            if (!Objects.equals(UndoDocument.Stand.of(now), figure.after())) {
                since(place);
                continue;
            }
            UndoDocument.Stand before = figure.before();
            changes.add(new CellChange(
                    place.indicator(),
                    place.year(),
                    place.town(),
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
            Place place = Place.of(words.indicator(), words.fiscalYear(), words.municipality());
            if (isCollected(place, indicator -> collection.keepsNarrative(indicator, place.year(), place.town()))) {
                continue;
            }
            Narrative now = narratives.get(place);
            if (!Objects.equals(UndoDocument.Text.of(now), words.after())) {
                since(place);
                continue;
            }
            UndoDocument.Text before = words.before();
            changes.add(new NarrativeChange(
                    place.indicator(),
                    place.year(),
                    place.town(),
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
            Place place = Place.of(printed.indicator(), printed.fiscalYear(), null);
            if (isCollected(place, indicator -> collection.keepsRecord(indicator, place.year()))) {
                continue;
            }
            PublishedRecord now = records.get(place);
            UndoDocument.Columns after = printed.after();
            PublishedRecord written = after == null ? null : after.of(printed.indicator(), printed.fiscalYear());
            boolean asWritten = now == null ? written == null : written != null && FigureWords.isEqual(now, written);
            if (!asWritten) {
                since(place);
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

    private void since(Place place) {
        changedSince.add(name(place));
    }

    private boolean isCollected(Place place, Function<Indicator, Optional<String>> kept) {
        boolean collected = Optional.ofNullable(indicators.get(place.indicator()))
                .flatMap(kept)
                .isPresent();
        if (collected) {
            collectedSince.add(name(place));
        }
        return collected;
    }

    private String name(Place place) {
        Indicator indicator = indicators.get(place.indicator());
        return "%s %s"
                .formatted(indicator == null ? "" : indicator.no(), place.year().shortLabel());
    }
}

package jp.kyosei.backend.importing.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualState;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.NarrativeText;
import jp.kyosei.backend.actual.PublishedRecord;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.IndicatorEntries;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;

/** A plan that a document would create, as if it were stored: to see what would be computed of it. */
final class NewPlan {
    private final PlanContent content;
    private final List<Indicator> indicators;
    private final Figures figures;

    /** @param document without problems */
    NewPlan(DataImport order, PlanDocument document) {
        Plan plan = new Plan(
                PlanId.next(),
                order.owner(),
                document.slug(),
                document.title(),
                document.kind(),
                new FiscalYear(document.firstFiscalYear()),
                new FiscalYear(document.lastFiscalYear()),
                document.levelNames());
        this.content = new PlanContent(
                plan,
                order.ownerSlug(),
                order.ownerName(),
                new PlanVersion(PlanVersionId.next(), 1, "", null),
                PlanImportService.sections(document));
        this.indicators = document.indicators().stream()
                .map(entry -> IndicatorEntries.indicator(entry, Map.of()))
                .toList();
        List<Actual> actuals = new ArrayList<>();
        List<PublishedRecord> records = new ArrayList<>();
        for (int index = 0; index < indicators.size(); index++) {
            Indicator indicator = indicators.get(index);
            PlanDocument.IndicatorEntry entry = document.indicators().get(index);
            entry.actuals()
                    .forEach(actual -> actuals.add(new Actual(
                            indicator.id(),
                            new FiscalYear(actual.fiscalYear()),
                            PlanImportService.town(actual.municipality()),
                            IndicatorEntries.observation(actual),
                            ActualState.CONFIRMED,
                            1,
                            "",
                            Instant.EPOCH)));
            entry.records()
                    .forEach(published -> records.add(new PublishedRecord(
                            indicator.id(),
                            new FiscalYear(published.fiscalYear()),
                            published.grade(),
                            published.rate(),
                            published.change(),
                            published.target())));
        }
        this.figures = new Figures(actuals, records, List.of(), List.of());
    }

    PlanContent content() {
        return content;
    }

    /** In the order of the document. */
    List<Indicator> indicators() {
        return indicators;
    }

    Figures figures() {
        return figures;
    }

    /** What would be written of one indicator. */
    static List<PlannedChange> changes(ReadIndicator file) {
        PlanDocument.IndicatorEntry entry = file.entry();
        List<PlannedChange> changes = new ArrayList<>();
        entry.actuals()
                .forEach(actual -> changes.add(new PlannedChange(
                        PlannedChange.What.ACTUAL,
                        entry.no(),
                        entry.name(),
                        new FiscalYear(actual.fiscalYear()),
                        Objects.requireNonNullElse(actual.municipality(), ""),
                        file.at(ReadIndicator.actual(actual.fiscalYear(), actual.municipality())),
                        "",
                        FigureWords.of(IndicatorEntries.observation(actual)),
                        true)));
        entry.narratives()
                .forEach(narrative -> changes.add(new PlannedChange(
                        PlannedChange.What.NARRATIVE,
                        entry.no(),
                        entry.name(),
                        new FiscalYear(narrative.fiscalYear()),
                        Objects.requireNonNullElse(narrative.municipality(), ""),
                        file.at(ReadIndicator.narrative(narrative.fiscalYear(), narrative.municipality())),
                        "",
                        FigureWords.of(new NarrativeText(
                                narrative.progress(),
                                narrative.outlook(),
                                Objects.requireNonNullElse(narrative.initiatives(), ""))),
                        true)));
        return changes;
    }
}

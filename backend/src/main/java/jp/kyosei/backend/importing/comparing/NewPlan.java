package jp.kyosei.backend.importing.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A plan that a document would create, as if it were stored: to see what would be computed of it. */
final class NewPlan {
    private final PlanContent content;
    private final List<Indicator> indicators;
    private final Figures figures;

    /** @param whole without problems */
    NewPlan(DataImport order, WholePlan whole) {
        this.content = new PlanContent(
                whole.plan(order.owner()),
                order.ownerSlug(),
                order.ownerName(),
                new PlanVersion(PlanVersionId.next(), 1, "", null),
                whole.tree(),
                Collections.emptySortedMap());
        this.indicators = whole.indicators().stream()
                .map(indicator -> indicator.indicator(Map.of()))
                .toList();
        List<Actual> actuals = new ArrayList<>();
        List<PublishedRecord> records = new ArrayList<>();
        for (int index = 0; index < indicators.size(); index++) {
            IndicatorId id = indicators.get(index).id();
            WholeIndicator indicator = whole.indicators().get(index);
            indicator
                    .figures()
                    .forEach(figure -> actuals.add(new Actual(
                            id,
                            figure.year(),
                            figure.town(),
                            figure.observation(),
                            ActualState.CONFIRMED,
                            1,
                            "",
                            Instant.EPOCH)));
            indicator.records().forEach(printed -> records.add(printed.of(id)));
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
    static List<PlannedChange> changes(Owner owner, ReadIndicator file) {
        WholeIndicator indicator = file.whole();
        List<PlannedChange> changes = new ArrayList<>();
        indicator
                .figures()
                .forEach(figure -> changes.add(new PlannedChange(
                        PlannedChange.What.ACTUAL,
                        indicator.no(),
                        indicator.name(),
                        figure.year(),
                        name(owner, figure.town()),
                        file.at(IndicatorPart.figure(figure.year(), figure.town())),
                        "",
                        FigureWords.of(figure.observation()),
                        true)));
        indicator
                .narratives()
                .forEach(words -> changes.add(new PlannedChange(
                        PlannedChange.What.NARRATIVE,
                        indicator.no(),
                        indicator.name(),
                        words.year(),
                        name(owner, words.town()),
                        file.at(IndicatorPart.narrative(words.year(), words.town())),
                        "",
                        FigureWords.of(words.text()),
                        true)));
        return changes;
    }

    /** As people call it: a member of the alliance, or the municipality whose plan it is. */
    private static String name(Owner owner, @Nullable MunicipalityCode town) {
        return town == null
                ? ""
                : owner.members().stream()
                        .filter(member -> member.municipality().equals(town))
                        .map(Member::name)
                        .findFirst()
                        .orElse(owner.name());
    }
}

package jp.kyosei.backend.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.collection.entry.TownSeries;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** What is open of the figures of a year: findings that nobody has confirmed, and narratives that are not written. */
final class OpenOfFigures {
    private final FiscalYear year;
    private final Evaluator evaluator;
    private final Map<IndicatorId, List<Actual>> actuals;
    private final List<CheckConfirmation> confirmations;
    private final List<Narrative> narratives;

    OpenOfFigures(FiscalYear year, Evaluator evaluator, Figures figures, List<Narrative> narratives) {
        this.year = year;
        this.evaluator = evaluator;
        this.actuals = figures.actuals().stream().collect(Collectors.groupingBy(Actual::indicator));
        this.confirmations = figures.confirmations();
        this.narratives = List.copyOf(narratives);
    }

    List<OpenPoint> of(Indicator indicator, MunicipalityCode town) {
        List<OpenPoint> open = new ArrayList<>();
        new TownSeries(evaluator, indicator, town, actuals.getOrDefault(indicator.id(), List.of()))
                        .findings(
                                year,
                                confirmations.stream()
                                        .filter(confirmed ->
                                                confirmed.indicator().equals(indicator.id()))
                                        .toList())
                        .stream()
                        .filter(finding -> finding.confirmation() == null)
                        .forEach(finding -> open.add(new OpenPoint(
                                indicator.no(),
                                indicator.name(),
                                town,
                                OpenPoint.Sort.FINDING,
                                finding.check().code().label(),
                                finding.check().message())));
        if (narratives.stream().noneMatch(narrative -> isWritten(narrative, indicator, town))) {
            open.add(new OpenPoint(
                    indicator.no(),
                    indicator.name(),
                    town,
                    OpenPoint.Sort.NO_NARRATIVE,
                    "評価文が空欄",
                    "「進捗状況・成果」がまだ書かれていません。"));
        }
        return open;
    }

    private boolean isWritten(Narrative narrative, Indicator indicator, MunicipalityCode town) {
        return narrative.indicator().equals(indicator.id())
                && narrative.fiscalYear().equals(year)
                && town.equals(narrative.municipality())
                && !narrative.progress().isBlank();
    }
}

package jp.kyosei.backend.results;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Reads what goes out: issued papers and published years hold what is confirmed and nothing else, whoever makes or reads
 * them. Always inside an open tenant door, for a plan that the actor may read.
 */
@Singleton
public class ConfirmedReading {
    /** As committee members see figures. */
    private static final FigureSight CONFIRMED_ONLY = new FigureSight(false, Set.of());

    private final ResultsService results;
    private final ActualService actuals;

    ConfirmedReading(ResultsService results, ActualService actuals) {
        this.results = results;
        this.actuals = actuals;
    }

    /** @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year */
    public ConfirmedYear yearWithin(PlanContent content, FiscalYear year) {
        Figures recorded = actuals.figuresWithin(CONFIRMED_ONLY, content);
        PlanResults found = results.resultsWithin(recorded, content, year);
        ResultsSheet sheet = found.sheet();
        Evaluator evaluator = new Evaluator(sheet.rules());
        List<ConfirmedYear.Row> rows = new ArrayList<>();
        for (int index = 0; index < sheet.rows().size(); index++) {
            ResultsRow row = sheet.rows().get(index);
            rows.add(new ConfirmedYear.Row(
                    row,
                    evaluator.target(row.indicator().measure(), year).value(),
                    figures(row, found.evaluations().get(index))));
        }
        return new ConfirmedYear(found, recorded, rows);
    }

    private static List<ConfirmedYear.Figure> figures(ResultsRow row, List<Evaluation> evaluations) {
        List<ConfirmedYear.Figure> figures = new ArrayList<>();
        for (int index = 0; index < row.figures().size(); index++) {
            figures.add(new ConfirmedYear.Figure(row.figures().get(index), evaluations.get(index)));
        }
        return figures;
    }

    /** What was written about the indicators in the year, by the codes of the towns; by one statement. */
    public Map<IndicatorId, List<ConfirmedYear.Narrative>> narrativesWithin(ConfirmedYear of) {
        ResultsSheet sheet = of.sheet();
        Map<IndicatorId, Indicator> indicators = sheet.rows().stream()
                .map(ResultsRow::indicator)
                .collect(Collectors.toMap(Indicator::id, indicator -> indicator));
        return actuals
                .narrativesWithin(
                        CONFIRMED_ONLY, sheet.content().plan().owner(), indicators.keySet(), sheet.fiscalYear())
                .stream()
                .filter(narrative -> narrative.fiscalYear().equals(sheet.fiscalYear())
                        && !narrative.text().isEmpty())
                .sorted(Comparator.comparing(narrative -> Optional.ofNullable(narrative.municipality())
                        .map(MunicipalityCode::value)
                        .orElse("")))
                .collect(Collectors.groupingBy(
                        Narrative::indicator,
                        Collectors.mapping(
                                narrative -> new ConfirmedYear.Narrative(
                                        townOf(narrative, indicators),
                                        narrative.progress(),
                                        narrative.outlook(),
                                        narrative.text().initiatives()),
                                Collectors.toList())));
    }

    private static String townOf(Narrative narrative, Map<IndicatorId, Indicator> indicators) {
        MunicipalityCode town = narrative.municipality();
        if (town == null) {
            return "";
        }
        return Optional.ofNullable(indicators.get(narrative.indicator()))
                .map(indicator -> indicator.townName(town))
                .orElse(town.value());
    }
}

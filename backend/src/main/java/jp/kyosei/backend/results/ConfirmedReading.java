package jp.kyosei.backend.results;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.FigureSight;

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
    public Map<IndicatorId, List<TownNarrative>> narrativesWithin(ConfirmedYear of) {
        ResultsSheet sheet = of.sheet();
        return TownNarrative.ofYear(
                sheet,
                actuals.narrativesWithin(
                        CONFIRMED_ONLY,
                        sheet.content().plan().owner(),
                        sheet.rows().stream().map(row -> row.indicator().id()).toList(),
                        sheet.fiscalYear()));
    }
}

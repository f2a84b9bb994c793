package jp.kyosei.backend.report.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.report.document.PlanReading;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownFigure;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.resultsbook.CsvColumn;
import org.jspecify.annotations.Nullable;

/** The results in one table: per indicator and fiscal year a row for the consolidated figure and one per municipality. */
final class ResultsRecord {
    private static final List<String> HEADS =
            Arrays.stream(CsvColumn.values()).map(CsvColumn::title).toList();

    private final PlanReading reading;
    private final ResultsSheet sheet;
    private final Evaluator evaluator;

    ResultsRecord(PlanReading reading) {
        this.reading = reading;
        this.sheet = reading.results().sheet();
        this.evaluator = new Evaluator(sheet.rules());
    }

    DataTable table() {
        List<List<Datum>> rows = new ArrayList<>();
        for (int index = 0; index < sheet.rows().size(); index++) {
            ResultsRow row = sheet.rows().get(index);
            for (int year = 0; year < row.figures().size(); year++) {
                YearFigure figure = row.figures().get(year);
                if (figure.observation() == null && figure.byTown().isEmpty()) {
                    continue;
                }
                rows.add(whole(
                        row, figure, reading.results().evaluations().get(index).get(year)));
                if (row.indicator().reporters().size() > 1) {
                    figure.byTown().forEach(town -> rows.add(town(row, figure.fiscalYear(), town)));
                }
            }
        }
        return new DataTable("データ", HEADS, rows);
    }

    private List<Datum> whole(ResultsRow row, YearFigure figure, Evaluation evaluation) {
        List<Datum> cells = head(row.indicator(), row, figure.fiscalYear());
        String code = row.indicator().reporters().size() == 1
                ? row.indicator().reporters().getFirst().municipality().value()
                : "";
        cells.add(Datum.of(row.indicator().reporters().size() > 1 ? CsvColumn.TOTAL : CsvColumn.PART));
        cells.add(Datum.of(code));
        cells.add(Datum.of(
                code.isEmpty()
                        ? sheet.content().ownerName()
                        : row.indicator().reporters().getFirst().municipalityName()));
        cells.add(Datum.of(figure.value()));
        addObserved(cells, figure.observation());
        cells.add(Datum.of(figure.provisional() ? "未確定" : "確定"));
        addTarget(cells, row.indicator());
        cells.add(Datum.of(evaluation.progressText()));
        cells.add(Datum.of(evaluation.changeText()));
        cells.add(Datum.of(
                Optional.ofNullable(evaluation.grade()).map(Grade::label).orElse("")));
        return cells;
    }

    private List<Datum> town(ResultsRow row, FiscalYear year, TownFigure town) {
        List<Datum> cells = head(row.indicator(), row, year);
        cells.add(Datum.of(CsvColumn.PART));
        cells.add(Datum.of(town.municipality().value()));
        cells.add(Datum.of(town.name()));
        cells.add(Datum.of(evaluator
                .figureValue(row.indicator().measure(), town.observation().observed())
                .orElse(null)));
        addObserved(cells, town.observation());
        cells.add(Datum.of(town.state().label()));
        for (int blank = cells.size(); blank < HEADS.size(); blank++) {
            cells.add(Datum.NOTHING);
        }
        return cells;
    }

    private List<Datum> head(Indicator indicator, ResultsRow row, FiscalYear year) {
        return new ArrayList<>(List.of(
                Datum.of(indicator.no()),
                Datum.of(indicator.kind().label()),
                Datum.of(indicator.section()),
                Datum.of(row.sectionPath().stream()
                        .flatMap(number -> sheet.content().section(number).stream())
                        .map(section -> section.title())
                        .collect(Collectors.joining("／"))),
                Datum.of(indicator.name()),
                Datum.of(indicator.unit()),
                Datum.year(year),
                Datum.era(year)));
    }

    private static void addObserved(List<Datum> cells, @Nullable Observation observation) {
        // A value stands in the column of values.
        FlatFigure figure = FlatFigure.ofNullable(observation);
        MissingReason missing = figure.missing();
        cells.add(Datum.of(figure.numerator()));
        cells.add(Datum.of(figure.denominator()));
        cells.add(Datum.of(missing == null ? "" : missing.name()));
        cells.add(Datum.of(missing == null ? "" : missing.label()));
        cells.add(Datum.of(figure.explanation()));
        cells.add(Datum.year(observation == null ? null : observation.referenceYear()));
    }

    private void addTarget(List<Datum> cells, Indicator indicator) {
        Target target = evaluator.target(indicator.measure(), sheet.fiscalYear());
        if (indicator.measure().baseline() instanceof Baseline.Measured known) {
            cells.add(Datum.of(known.value()));
            cells.add(Datum.year(known.fiscalYear()));
        } else {
            cells.add(Datum.NOTHING);
            cells.add(Datum.NOTHING);
        }
        cells.add(Datum.of(target.value()));
        cells.add(Datum.year(target.fiscalYear()));
    }
}

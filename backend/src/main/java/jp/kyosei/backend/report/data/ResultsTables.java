package jp.kyosei.backend.report.data;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Progress;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.report.document.PlanReading;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The machine-readable tables of the results workbook, by {@link WorkbookColumns}. */
public final class ResultsTables {
    private static final int RATE_DECIMALS = 8;
    private static final Rounding RATE = new Rounding(Rounding.Mode.HALF_UP, 0);
    private static final int HUNDRED = 100;

    private final PlanReading reading;
    private final ResultsSheet sheet;
    private final PlanTables plan;
    private final Map<IndicatorId, Indicator> indicators;
    private final Map<IndicatorId, Integer> places = new HashMap<>();

    private ResultsTables(PlanReading reading, ZonedDateTime madeAt) {
        this.reading = reading;
        this.sheet = reading.results().sheet();
        this.plan = new PlanTables(reading, madeAt.withZoneSameInstant(JapanTime.ZONE));
        this.indicators =
                sheet.rows().stream().map(ResultsRow::indicator).collect(Collectors.toMap(Indicator::id, one -> one));
        sheet.rows().forEach(row -> places.put(row.indicator().id(), places.size()));
    }

    /** All sheets, in their order. */
    public static List<DataTable> of(PlanReading reading, ZonedDateTime madeAt) {
        ResultsTables tables = new ResultsTables(reading, madeAt);
        List<DataTable> all = new ArrayList<>();
        for (WorkbookColumns.Sheet wanted : WorkbookColumns.Sheet.values()) {
            all.add(new DataTable(
                    wanted.title(),
                    wanted.columns().stream().map(WorkbookColumns.Column::title).toList(),
                    tables.rows(wanted)));
        }
        return all;
    }

    private List<List<Datum>> rows(WorkbookColumns.Sheet wanted) {
        return switch (wanted) {
            case PLAN -> List.of(plan.plan());
            case SECTIONS -> plan.sections();
            case INITIATIVES -> plan.initiatives();
            case INDICATORS -> plan.indicators();
            case TARGETS -> plan.targets();
            case REPORTERS -> plan.reporters();
            case ACTUALS -> actuals();
            case NARRATIVES -> narratives();
            case RECORDS -> records();
            case EVALUATIONS -> evaluations();
            case FINDINGS -> findings();
        };
    }

    private List<List<Datum>> actuals() {
        return reading.recorded().actuals().stream()
                .sorted(Comparator.comparingInt((Actual actual) -> place(actual.indicator()))
                        .thenComparing(Actual::fiscalYear)
                        .thenComparing(actual -> code(actual.municipality())))
                .flatMap(
                        actual -> Optional.ofNullable(indicators.get(actual.indicator()))
                                .map(indicator -> actual(indicator, actual))
                                .stream())
                .toList();
    }

    private static List<Datum> actual(Indicator indicator, Actual actual) {
        Observation observation = actual.observation();
        FlatFigure figure = FlatFigure.of(observation);
        MissingReason missing = figure.missing();
        return List.of(
                Datum.of(indicator.no()),
                Datum.of(indicator.name()),
                Datum.year(actual.fiscalYear()),
                Datum.era(actual.fiscalYear()),
                Datum.of(code(actual.municipality())),
                Datum.of(townName(indicator, actual.municipality())),
                Datum.of(figure.value()),
                Datum.of(figure.numerator()),
                Datum.of(figure.denominator()),
                Datum.of(indicator.unit()),
                Datum.of(missing == null ? "" : missing.name()),
                Datum.of(missing == null ? "" : missing.label()),
                Datum.of(figure.explanation()),
                Datum.year(observation.referenceYear()),
                Datum.era(observation.referenceYear()),
                Datum.of(figure.remark()),
                Datum.of(actual.state().label()));
    }

    private List<List<Datum>> narratives() {
        return reading.narratives().stream()
                .sorted(Comparator.comparingInt((Narrative narrative) -> place(narrative.indicator()))
                        .thenComparing(Narrative::fiscalYear)
                        .thenComparing(narrative -> code(narrative.municipality())))
                .flatMap(narrative -> Optional.ofNullable(indicators.get(narrative.indicator()))
                        .map(indicator -> List.of(
                                Datum.of(indicator.no()),
                                Datum.of(indicator.name()),
                                Datum.year(narrative.fiscalYear()),
                                Datum.era(narrative.fiscalYear()),
                                Datum.of(code(narrative.municipality())),
                                Datum.of(townName(indicator, narrative.municipality())),
                                Datum.of(narrative.progress()),
                                Datum.of(narrative.outlook()),
                                Datum.of(narrative.text().initiatives()),
                                Datum.of(narrative.state().label())))
                        .stream())
                .toList();
    }

    private List<List<Datum>> records() {
        return reading.recorded().records().stream()
                .sorted(Comparator.comparingInt((PublishedRecord printed) -> place(printed.indicator()))
                        .thenComparing(PublishedRecord::fiscalYear))
                .flatMap(printed -> Optional.ofNullable(indicators.get(printed.indicator()))
                        .map(indicator -> List.of(
                                Datum.of(indicator.no()),
                                Datum.of(indicator.name()),
                                Datum.year(printed.fiscalYear()),
                                Datum.era(printed.fiscalYear()),
                                Datum.of(printed.rate()),
                                Datum.of(printed.change()),
                                Datum.of(printed.grade()),
                                Datum.of(printed.target())))
                        .stream())
                .toList();
    }

    private List<List<Datum>> evaluations() {
        List<List<Datum>> rows = new ArrayList<>();
        for (int index = 0; index < sheet.rows().size(); index++) {
            ResultsRow row = sheet.rows().get(index);
            List<Evaluation> evaluations = reading.results().evaluations().get(index);
            for (int year = 0; year < row.figures().size(); year++) {
                YearFigure figure = row.figures().get(year);
                Evaluation evaluation = evaluations.get(year);
                rows.add(List.of(
                        Datum.of(row.indicator().no()),
                        Datum.of(row.indicator().name()),
                        Datum.year(figure.fiscalYear()),
                        Datum.era(figure.fiscalYear()),
                        Datum.of(figure.value()),
                        Datum.of(row.indicator().unit()),
                        Datum.of(figure.text()),
                        Datum.of(figure.partial()),
                        Datum.of(figure.provisional()),
                        Datum.of(rate(evaluation)),
                        Datum.of(evaluation.progressText()),
                        Datum.of(evaluation.changeText()),
                        Datum.of(Optional.ofNullable(evaluation.grade())
                                .map(Grade::label)
                                .orElse(""))));
            }
        }
        return rows;
    }

    private static @Nullable BigDecimal rate(Evaluation evaluation) {
        return evaluation.progress() instanceof Progress.Rate rate
                ? RATE.roundApartFromHundred(rate.exact().multiply(HUNDRED), RATE_DECIMALS)
                        .stripTrailingZeros()
                : null;
    }

    private List<List<Datum>> findings() {
        return sheet.rows().stream()
                .flatMap(row -> row.findings().stream()
                        .map(finding -> List.of(
                                Datum.of(row.indicator().no()),
                                Datum.of(row.indicator().name()),
                                Datum.year(finding.check().fiscalYear()),
                                Datum.era(finding.check().fiscalYear()),
                                Datum.of(finding.check().code().name()),
                                Datum.of(finding.check().code().label()),
                                Datum.of(finding.check().message()),
                                Datum.of(Optional.ofNullable(finding.confirmation())
                                        .map(CheckConfirmation::reason)
                                        .orElse("")),
                                Datum.of(Optional.ofNullable(finding.confirmation())
                                        .map(CheckConfirmation::confirmedBy)
                                        .orElse("")))))
                .toList();
    }

    private int place(IndicatorId indicator) {
        return places.getOrDefault(indicator, Integer.MAX_VALUE);
    }

    private static String code(@Nullable MunicipalityCode town) {
        return town == null ? "" : town.value();
    }

    private static String townName(Indicator indicator, @Nullable MunicipalityCode town) {
        return town == null
                ? ""
                : indicator.reporter(town).map(Reporter::municipalityName).orElse("");
    }

    /** All in one table, for CSV: one row per indicator, fiscal year, and municipality or the whole. */
    public static DataTable inOne(PlanReading reading) {
        return new ResultsRecord(reading).table();
    }
}

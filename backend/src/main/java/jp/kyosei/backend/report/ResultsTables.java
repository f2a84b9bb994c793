package jp.kyosei.backend.report;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.PublishedRecord;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Progress;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.report.DataTable.Datum;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Department;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The machine-readable tables of the results workbook, by {@link WorkbookColumns}. */
final class ResultsTables {
    private static final int RATE_DECIMALS = 8;
    private static final Rounding RATE = new Rounding(Rounding.Mode.HALF_UP, 0);
    private static final int HUNDRED = 100;

    private final PlanReading reading;
    private final ResultsSheet sheet;
    private final PlanContent content;
    private final ZonedDateTime madeAt;
    private final Map<IndicatorId, Indicator> indicators;
    private final Map<IndicatorId, Integer> places = new HashMap<>();

    private ResultsTables(PlanReading reading, ZonedDateTime madeAt) {
        this.reading = reading;
        this.sheet = reading.results().sheet();
        this.content = sheet.content();
        this.madeAt = madeAt.withZoneSameInstant(ZoneId.of("Asia/Tokyo"));
        this.indicators =
                sheet.rows().stream().map(ResultsRow::indicator).collect(Collectors.toMap(Indicator::id, one -> one));
        sheet.rows().forEach(row -> places.put(row.indicator().id(), places.size()));
    }

    /** All sheets, in their order. */
    static List<DataTable> of(PlanReading reading, ZonedDateTime madeAt) {
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
            case PLAN -> List.of(plan());
            case SECTIONS -> sections();
            case INITIATIVES -> initiatives();
            case INDICATORS -> indicators();
            case TARGETS -> targets();
            case REPORTERS -> reporters();
            case ACTUALS -> actuals();
            case NARRATIVES -> narratives();
            case RECORDS -> records();
            case EVALUATIONS -> evaluations();
            case FINDINGS -> findings();
        };
    }

    private List<Datum> plan() {
        Plan plan = content.plan();
        List<Datum> row = new ArrayList<>(List.of(
                Datum.of(WorkbookColumns.FORM),
                Datum.of(WorkbookColumns.FORM_VERSION),
                Datum.of(plan.slug()),
                Datum.of(plan.title()),
                Datum.of(content.ownerSlug()),
                Datum.of(content.ownerName()),
                Datum.of(plan.kind().label()),
                year(plan.firstFiscalYear()),
                era(plan.firstFiscalYear()),
                year(plan.lastFiscalYear()),
                era(plan.lastFiscalYear()),
                Datum.of(content.version().number()),
                Datum.of(content.version().title()),
                Datum.of(Objects.toString(content.version().adoptedOn(), "")),
                year(sheet.fiscalYear()),
                era(sheet.fiscalYear()),
                Datum.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(madeAt.withNano(0))),
                Datum.of(reading.everything() ? "確定前を含むすべての数値" : "閲覧できる範囲の数値")));
        IntStream.range(0, WorkbookColumns.LEVELS)
                .mapToObj(level -> level < plan.levelNames().size()
                        ? Datum.of(plan.levelNames().get(level))
                        : Datum.NOTHING)
                .forEach(row::add);
        return row;
    }

    private List<List<Datum>> sections() {
        return content.sections().stream()
                .map(section -> List.of(
                        Datum.of(section.number()),
                        Datum.of(section.parent()),
                        Datum.of(section.level()),
                        Datum.of(
                                content.plan().levelNames().size() >= section.level()
                                        ? content.plan().levelNames().get(section.level() - 1)
                                        : ""),
                        Datum.of(section.title()),
                        Datum.of(section.body())))
                .toList();
    }

    private List<List<Datum>> initiatives() {
        List<List<Datum>> rows = new ArrayList<>();
        for (int index = 0; index < reading.initiatives().size(); index++) {
            Initiative initiative = reading.initiatives().get(index);
            List<Optional<MunicipalityCode>> towns = orNothing(initiative.municipalities());
            List<Optional<InitiativeSpan>> spans = orNothing(initiative.spans());
            for (Optional<InitiativeSpan> span : spans) {
                for (Optional<MunicipalityCode> town : towns) {
                    rows.add(List.of(
                            Datum.of(index + 1),
                            Datum.of(initiative.section()),
                            Datum.of(initiative.title()),
                            Datum.of(town.map(MunicipalityCode::value).orElse("")),
                            span.map(one -> year(one.firstFiscalYear())).orElse(Datum.NOTHING),
                            span.map(one -> year(one.lastFiscalYear())).orElse(Datum.NOTHING),
                            Datum.of(span.map(InitiativeSpan::text).orElse(""))));
                }
            }
        }
        return rows;
    }

    private static <T> List<Optional<T>> orNothing(List<T> things) {
        return things.isEmpty()
                ? List.of(Optional.empty())
                : things.stream().map(Optional::of).toList();
    }

    private List<List<Datum>> indicators() {
        return sheet.rows().stream().map(row -> indicator(row.indicator())).toList();
    }

    private List<Datum> indicator(Indicator indicator) {
        Measure measure = indicator.measure();
        WorkbookColumns.BaselineLabel kind;
        BigDecimal value = null;
        FiscalYear year = null;
        String note = "";
        switch (measure.baseline()) {
            case Baseline.Measured known -> {
                kind = WorkbookColumns.BaselineLabel.MEASURED;
                value = known.value();
                year = known.fiscalYear();
            }
            case Baseline.Absent absent -> kind = WorkbookColumns.BaselineLabel.ABSENT;
            case Baseline.AddedLater later -> {
                kind = WorkbookColumns.BaselineLabel.ADDED_LATER;
                note = later.note();
            }
        }
        return List.of(
                Datum.of(indicator.no()),
                Datum.of(indicator.kind().label()),
                Datum.of(indicator.section()),
                Datum.of(content.section(indicator.section())
                        .map(section -> section.title())
                        .orElse("")),
                Datum.of(indicator.name()),
                Datum.of(indicator.description()),
                Datum.of(indicator.unit()),
                Datum.of(measure.decimals()),
                Datum.of(measure.changeDigits() == ChangeDigits.WHOLE),
                Datum.of(measure.ratioAsPercent()),
                Datum.of(measure.direction().label()),
                Datum.of(measure.cumulative()),
                Datum.of(Optional.ofNullable(measure.progressFormula())
                        .map(ProgressFormula::label)
                        .orElse("")),
                Datum.of(kind.label()),
                Datum.of(value),
                year(year),
                era(year),
                Datum.of(note),
                Datum.of(indicator.statedTarget()),
                Datum.of(indicator.consolidation().label()),
                Datum.of(indicator.source()));
    }

    private List<List<Datum>> targets() {
        List<List<Datum>> rows = new ArrayList<>();
        for (ResultsRow row : sheet.rows()) {
            Indicator indicator = row.indicator();
            Target last = indicator.measure().finalTarget();
            indicator
                    .measure()
                    .targets()
                    .forEach(target -> rows.add(List.of(
                            Datum.of(indicator.no()),
                            Datum.of(indicator.name()),
                            year(target.fiscalYear()),
                            era(target.fiscalYear()),
                            Datum.of(target.value()),
                            Datum.of(indicator.unit()),
                            Datum.of(target.equals(last) ? "最終" : "中間"))));
        }
        return rows;
    }

    private List<List<Datum>> reporters() {
        List<List<Datum>> rows = new ArrayList<>();
        for (ResultsRow row : sheet.rows()) {
            for (Reporter reporter : row.indicator().reporters()) {
                rows.add(List.of(
                        Datum.of(row.indicator().no()),
                        Datum.of(reporter.municipality().value()),
                        Datum.of(reporter.municipalityName()),
                        Datum.of(departmentCode(reporter)),
                        Datum.of(Objects.requireNonNullElse(reporter.departmentName(), ""))));
            }
        }
        return rows;
    }

    private String departmentCode(Reporter reporter) {
        return reading.departments().getOrDefault(reporter.municipality(), List.of()).stream()
                .filter(department -> department.id().equals(reporter.department()))
                .map(Department::code)
                .findFirst()
                .orElse("");
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
                year(actual.fiscalYear()),
                era(actual.fiscalYear()),
                Datum.of(code(actual.municipality())),
                Datum.of(townName(indicator, actual.municipality())),
                Datum.of(figure.value()),
                Datum.of(figure.numerator()),
                Datum.of(figure.denominator()),
                Datum.of(indicator.unit()),
                Datum.of(missing == null ? "" : missing.name()),
                Datum.of(missing == null ? "" : missing.label()),
                Datum.of(figure.explanation()),
                year(observation.referenceYear()),
                era(observation.referenceYear()),
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
                                year(narrative.fiscalYear()),
                                era(narrative.fiscalYear()),
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
                                year(printed.fiscalYear()),
                                era(printed.fiscalYear()),
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
                        year(figure.fiscalYear()),
                        era(figure.fiscalYear()),
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
                                year(finding.check().fiscalYear()),
                                era(finding.check().fiscalYear()),
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

    static Datum year(@Nullable FiscalYear year) {
        return year == null ? Datum.NOTHING : Datum.of(year.year());
    }

    static Datum era(@Nullable FiscalYear year) {
        return year == null ? Datum.NOTHING : Datum.of(year.longLabel());
    }

    private static String code(@Nullable MunicipalityCode town) {
        return town == null ? "" : town.value();
    }

    private static String townName(Indicator indicator, @Nullable MunicipalityCode town) {
        return town == null
                ? ""
                : indicator.reporters().stream()
                        .filter(reporter -> reporter.municipality().equals(town))
                        .map(Reporter::municipalityName)
                        .findFirst()
                        .orElse("");
    }

    /** All in one table, for CSV: one row per indicator, fiscal year, and municipality or the whole. */
    static DataTable inOne(PlanReading reading) {
        return new ResultsRecord(reading).table();
    }
}

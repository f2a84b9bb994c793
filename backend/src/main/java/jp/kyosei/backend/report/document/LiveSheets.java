package jp.kyosei.backend.report.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.report.paper.LineBreaks;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownFigure;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Turns results as they are at this moment into what papers print; computes nothing itself. */
public final class LiveSheets {
    private static final int LETTERS_IN_A_CELL = 15;

    private final ResultsSheet sheet;
    private final List<List<Evaluation>> evaluations;
    private final Map<IndicatorId, List<Narrative>> narratives;
    private final Map<String, List<String>> initiatives;
    private final Map<IndicatorId, List<Actual>> remarked;
    private final @Nullable FiscalYear baselineYear;
    private final @Nullable FiscalYear targetYear;
    private final Evaluator evaluator;

    private LiveSheets(
            ResultsSheet sheet,
            List<List<Evaluation>> evaluations,
            List<Narrative> narratives,
            List<Initiative> initiatives,
            List<Actual> actuals) {
        this.sheet = sheet;
        this.evaluations = evaluations;
        this.narratives = narratives.stream()
                .filter(narrative -> narrative.fiscalYear().equals(sheet.fiscalYear()))
                .collect(Collectors.groupingBy(Narrative::indicator));
        this.initiatives = initiatives.stream()
                .collect(Collectors.groupingBy(
                        Initiative::section, Collectors.mapping(Initiative::title, Collectors.toList())));
        this.remarked = actuals.stream()
                .filter(actual ->
                        !actual.note().isEmpty() && actual.fiscalYear().compareTo(sheet.fiscalYear()) <= 0)
                .collect(Collectors.groupingBy(Actual::indicator));
        this.baselineYear = mostCommon(sheet.rows().stream()
                .flatMap(row -> row.indicator().measure().baseline() instanceof Baseline.Measured known
                        ? Stream.of(known.fiscalYear())
                        : Stream.empty()));
        this.evaluator = new Evaluator(sheet.rules());
        this.targetYear = mostCommon(sheet.rows().stream()
                .map(row -> target(row.indicator().measure()).fiscalYear()));
    }

    /** The whole results sheet. */
    public static PaperSheet of(PlanReading reading) {
        return new LiveSheets(
                        reading.results().sheet(),
                        reading.results().evaluations(),
                        reading.narratives(),
                        reading.initiatives(),
                        reading.recorded().actuals())
                .sheet();
    }

    /** What an overview needs: no narratives and no initiatives. */
    public static PaperSheet of(ResultsSheet sheet) {
        return new LiveSheets(sheet, List.of(), List.of(), List.of(), List.of()).sheet();
    }

    private PaperSheet sheet() {
        PlanContent content = sheet.content();
        List<PaperSheet.Entry> entries = new ArrayList<>();
        for (int index = 0; index < sheet.rows().size(); index++) {
            entries.add(entry(sheet.rows().get(index), evaluations.isEmpty() ? List.of() : evaluations.get(index)));
        }
        return new PaperSheet(
                content.plan(),
                content.plan().title(),
                content.ownerName(),
                sheet.fiscalYear(),
                sheet.years(),
                baselineYear,
                targetYear,
                sheet.rules().grading().labels(),
                sheet.rules().unmeasuredLabel(),
                rules(sheet.rules()),
                entries);
    }

    /** How rates come about, in the words of the rules. */
    static List<String> rules(RuleSet rules) {
        List<String> words = new ArrayList<>();
        String plain = rules.plainFormula().label();
        String cumulative = rules.cumulativeFormula().label();
        words.add(
                plain.equals(cumulative)
                        ? "進捗率は「%s」で算定しています。".formatted(plain)
                        : "進捗率は「%s」で、累計の指標（※）は「%s」で算定しています。".formatted(plain, cumulative));
        words.add("目標値は%sです。進捗率は小数第%d位まで（%s）で表示し、達成度は表示前の率で判定しています。"
                .formatted(
                        rules.judgedAgainst().label(),
                        rules.rateRounding().decimals(),
                        rules.rateRounding().mode().label()));
        return words;
    }

    private PaperSheet.Entry entry(ResultsRow row, List<Evaluation> computed) {
        Indicator indicator = row.indicator();
        List<PaperSheet.Year> years = new ArrayList<>();
        for (int index = 0; index < row.figures().size(); index++) {
            YearFigure figure = row.figures().get(index);
            Grade grade = index < computed.size() ? computed.get(index).grade() : null;
            years.add(new PaperSheet.Year(content(indicator, figure), figure.partial(), figure.provisional(), grade));
        }
        return new PaperSheet.Entry(
                indicator.no(),
                indicator.kind().label(),
                indicator.name(),
                indicator.unit(),
                indicator.measure().cumulative(),
                row.sectionPath().stream()
                        .flatMap(number -> sheet.content().section(number).stream())
                        .map(section -> new PaperSheet.SectionTitle(section.number(), section.title()))
                        .toList(),
                baseline(row),
                years,
                figure(
                        target(indicator.measure()).value(),
                        otherThan(targetYear, target(indicator.measure()).fiscalYear())),
                row.evaluation().progressText(),
                row.evaluation().changeText(),
                row.evaluation().grade(),
                row.previousGrade(),
                Optional.ofNullable(row.manualGrade()).map(ManualGrade::grade).orElse(""),
                row.evaluation().grade() == null ? reason(row) : "",
                told(indicator),
                initiatives.getOrDefault(indicator.section(), List.of()),
                remarks(row),
                row.findings().stream()
                        .map(finding -> new PaperSheet.Finding(
                                finding.check().fiscalYear(),
                                finding.check().code().label(),
                                finding.check().message(),
                                Optional.ofNullable(finding.confirmation())
                                        .map(CheckConfirmation::reason)
                                        .orElse("")))
                        .toList());
    }

    private static Paper.Content content(Indicator indicator, YearFigure figure) {
        List<Paper.Part> parts = indicator.consolidation() == Consolidation.SINGLE
                        || indicator.reporters().size() < 2
                ? List.of()
                : figure.byTown().stream()
                        .map(town -> new Paper.Part(town.name(), part(town)))
                        .toList();
        Observation observation = figure.observation();
        BigDecimal value = figure.value();
        if (observation == null) {
            return parts.isEmpty() ? Paper.Cell.blank().content() : new Paper.Content.NoFigure("", parts);
        }
        if (value == null) {
            return new Paper.Content.NoFigure(words(observation.observed()), parts);
        }
        return new Paper.Content.Figure(
                value,
                referenceYear(observation)
                        + (figure.partial() ? ResultsPaper.PARTIAL : "")
                        + (figure.provisional() ? ResultsPaper.PROVISIONAL : ""),
                parts);
    }

    private static Paper.PartContent part(TownFigure town) {
        return switch (town.observation().observed()) {
            case Observed.Value plain -> new Paper.PartContent.Known(plain.value(), referenceYear(town.observation()));
            case Observed.Ratio ratio -> new Paper.PartContent.Unknown(town.text() + referenceYear(town.observation()));
            case Observed.Missing missing -> new Paper.PartContent.Unknown(brief(missing));
        };
    }

    /** What is too long for a cell stands below the table, see {@link #remarks}. */
    private static String brief(Observed.Missing missing) {
        return LineBreaks.width(missing.note()) <= LETTERS_IN_A_CELL
                ? missing.text()
                : missing.reason().label();
    }

    /** A share of 0 of 0 has no value, and is no missing figure either. */
    private static String words(Observed observed) {
        return switch (observed) {
            case Observed.Missing missing -> brief(missing);
            case Observed.Value plain -> "";
            case Observed.Ratio ratio ->
                "%s／%s"
                        .formatted(
                                ratio.numerator().toPlainString(),
                                ratio.denominator().toPlainString());
        };
    }

    private static String referenceYear(Observation observation) {
        return otherThan(null, observation.referenceYear());
    }

    private static String otherThan(@Nullable FiscalYear usual, @Nullable FiscalYear year) {
        return year == null || year.equals(usual) ? "" : "(%s)".formatted(year.shortLabel());
    }

    private Paper.Content baseline(ResultsRow row) {
        return switch (row.indicator().measure().baseline()) {
            case Baseline.Measured known -> figure(known.value(), otherThan(baselineYear, known.fiscalYear()));
            case Baseline.Absent absent -> Paper.Content.Lines.of(row.baselineText());
            case Baseline.AddedLater later -> Paper.Content.Lines.of(later.note());
        };
    }

    private static Paper.Content figure(BigDecimal value, String suffix) {
        return new Paper.Content.Figure(value, suffix, List.of());
    }

    private Target target(Measure measure) {
        return evaluator.target(measure, sheet.fiscalYear());
    }

    private String reason(ResultsRow row) {
        return row.figure(sheet.fiscalYear())
                .flatMap(figure -> Optional.ofNullable(figure.observation()))
                .map(observation -> observation.observed() instanceof Observed.Missing missing ? missing.text() : "")
                .filter(words -> !words.isEmpty())
                .orElse("未報告");
    }

    private List<PaperSheet.Told> told(Indicator indicator) {
        return narratives.getOrDefault(indicator.id(), List.of()).stream()
                .filter(narrative -> !narrative.text().isEmpty())
                .sorted(Comparator.comparing(narrative -> Optional.ofNullable(narrative.municipality())
                        .map(MunicipalityCode::value)
                        .orElse("")))
                .map(narrative -> new PaperSheet.Told(
                        town(indicator, narrative.municipality()),
                        narrative.progress(),
                        narrative.outlook(),
                        narrative.text().initiatives()))
                .toList();
    }

    /** Words beside figures, and reasons that are too long for a cell: once for all years that have the same. */
    private List<String> remarks(ResultsRow row) {
        List<String> remarks =
                new ArrayList<>(remarked.getOrDefault(row.indicator().id(), List.of()).stream()
                        .map(actual -> remark(row.indicator(), actual))
                        .toList());
        SequencedMap<String, List<String>> reasons = new LinkedHashMap<>();
        for (YearFigure figure : row.figures()) {
            Observation observation = figure.observation();
            if (observation != null
                    && observation.observed() instanceof Observed.Missing missing
                    && !brief(missing).equals(missing.text())) {
                reasons.computeIfAbsent(
                                "%s：%s".formatted(missing.reason().label(), missing.note()), words -> new ArrayList<>())
                        .add(figure.fiscalYear().shortLabel());
            }
        }
        reasons.forEach((words, years) -> remarks.add(String.join("・", years) + " " + words));
        return remarks;
    }

    private static String remark(Indicator indicator, Actual actual) {
        String town = indicator.reporters().size() > 1 ? " " + town(indicator, actual.municipality()) : "";
        return "%s%s：%s".formatted(actual.fiscalYear().shortLabel(), town, actual.note());
    }

    private static String town(Indicator indicator, @Nullable MunicipalityCode town) {
        return town == null ? "" : indicator.townName(town);
    }

    /** The most frequent; of equals the earliest year. None of nothing. */
    private static @Nullable FiscalYear mostCommon(Stream<FiscalYear> years) {
        Map<FiscalYear, Long> counts =
                new HashMap<>(years.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        return counts.entrySet().stream()
                .max(Map.Entry.<FiscalYear, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> Objects.requireNonNull(entry.getKey()))
                .orElse(null);
    }
}

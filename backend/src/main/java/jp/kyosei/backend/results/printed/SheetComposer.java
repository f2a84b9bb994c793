package jp.kyosei.backend.results.printed;

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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Grading;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.PlanResults;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownNarrative;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Turns results into what papers print; computes nothing itself. */
public final class SheetComposer {
    private final ResultsSheet sheet;
    private final List<List<Evaluation>> evaluations;
    private final Map<IndicatorId, List<TownNarrative>> told;
    private final Map<String, List<PrintedEntry.Initiative>> initiatives;
    private final Map<IndicatorId, List<Actual>> remarked;
    private final @Nullable FiscalYear baselineYear;
    private final @Nullable FiscalYear targetYear;
    private final Evaluator evaluator;

    private SheetComposer(
            PlanResults results,
            Map<IndicatorId, List<TownNarrative>> told,
            List<Initiative> initiatives,
            List<Actual> actuals) {
        this.sheet = results.sheet();
        this.evaluations = results.evaluations();
        this.told = told;
        Map<MunicipalityCode, String> towns = towns(sheet);
        this.initiatives = initiatives.stream()
                .collect(Collectors.groupingBy(
                        Initiative::section,
                        Collectors.mapping(initiative -> initiative(initiative, towns), Collectors.toList())));
        this.remarked = actuals.stream()
                .filter(actual ->
                        !actual.note().isEmpty() && actual.fiscalYear().compareTo(sheet.fiscalYear()) <= 0)
                .collect(Collectors.groupingBy(Actual::indicator));
        this.evaluator = new Evaluator(sheet.rules());
        this.baselineYear = mostCommon(sheet.rows().stream()
                .flatMap(row -> row.indicator().measure().baseline() instanceof Baseline.Measured known
                        ? Stream.of(known.fiscalYear())
                        : Stream.empty()));
        this.targetYear = mostCommon(sheet.rows().stream()
                .map(row -> target(row.indicator().measure()).fiscalYear()));
    }

    /**
     * The whole results sheet.
     *
     * @param told what was written about the sheet's year, by the codes of the towns
     * @param actuals whose words stand beside the table
     */
    public static PrintedSheet of(
            PlanResults results,
            Map<IndicatorId, List<TownNarrative>> told,
            List<Initiative> initiatives,
            List<Actual> actuals) {
        return new SheetComposer(results, told, initiatives, actuals).sheet();
    }

    /** What an overview needs: no narratives and no initiatives, and no grades of earlier years. */
    public static PrintedSheet of(ResultsSheet sheet) {
        return of(new PlanResults(sheet, List.of()), Map.of(), List.of(), List.of());
    }

    private PrintedSheet sheet() {
        SequencedMap<UUID, PrintedEntry> entries = new LinkedHashMap<>();
        for (int index = 0; index < sheet.rows().size(); index++) {
            ResultsRow row = sheet.rows().get(index);
            entries.put(
                    row.indicator().id().value(),
                    entry(row, evaluations.isEmpty() ? List.of() : evaluations.get(index)));
        }
        PlanContent content = sheet.content();
        RuleSet rules = sheet.rules();
        return new PrintedSheet(
                new PrintedHead(
                        content.plan().title(),
                        content.ownerName(),
                        sheet.fiscalYear().year(),
                        sheet.years().stream().map(FiscalYear::year).toList(),
                        year(baselineYear),
                        year(targetYear),
                        rules.grading().labels().stream()
                                .map(label -> new PrintedGrade(label.label(), label.tone(), label.meaning()))
                                .toList(),
                        rules.unmeasuredLabel(),
                        rules(rules),
                        rateHead(rules)),
                entries);
    }

    /** Sheets that compare the year with the baseline name their columns by letters, as 美祢市 資料8 does. */
    private static String rateHead(RuleSet rules) {
        if (!(rules.grading() instanceof Grading.Comparison)) {
            return "";
        }
        return rules.plainFormula() == ProgressFormula.TARGET_RATIO ? "f/z" : "(f-a)/(z-a)";
    }

    /** How rates come about, in the words of the rules. */
    private static List<String> rules(RuleSet rules) {
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

    private PrintedEntry entry(ResultsRow row, List<Evaluation> computed) {
        Indicator indicator = row.indicator();
        List<PrintedEntry.Year> years = new ArrayList<>();
        for (int index = 0; index < row.figures().size(); index++) {
            YearFigure figure = row.figures().get(index);
            Grade grade = index < computed.size() ? computed.get(index).grade() : null;
            years.add(new PrintedEntry.Year(
                    PrintedFigures.of(indicator, figure), figure.partial(), figure.provisional(), grade(grade)));
        }
        Target target = target(indicator.measure());
        return new PrintedEntry(
                indicator.no(),
                indicator.kind().label(),
                indicator.name(),
                indicator.unit(),
                indicator.measure().cumulative(),
                row.sectionPath().stream()
                        .flatMap(number -> sheet.content().section(number).stream())
                        .map(section -> new PrintedEntry.Section(section.number(), section.title()))
                        .toList(),
                baseline(row),
                years,
                figure(target.value(), targetYear, target.fiscalYear()),
                row.evaluation().progressText(),
                row.evaluation().changeText(),
                grade(row.evaluation().grade()),
                grade(row.previousGrade()),
                Optional.ofNullable(row.manualGrade()).map(ManualGrade::grade).orElse(""),
                row.evaluation().grade() == null ? PrintedFigures.reason(row, sheet.fiscalYear()) : "",
                told.getOrDefault(indicator.id(), List.of()).stream()
                        .map(one -> new PrintedEntry.Told(one.town(), one.progress(), one.outlook(), one.initiatives()))
                        .toList(),
                initiatives.getOrDefault(indicator.section(), List.of()),
                PrintedFigures.remarks(row, remarked.getOrDefault(indicator.id(), List.of())));
    }

    private PrintedFigure baseline(ResultsRow row) {
        return switch (row.indicator().measure().baseline()) {
            case Baseline.Measured known -> figure(known.value(), baselineYear, known.fiscalYear());
            case Baseline.Absent absent -> PrintedFigure.words(row.baselineText());
            case Baseline.AddedLater later -> PrintedFigure.words(later.note());
        };
    }

    private static PrintedFigure figure(BigDecimal value, @Nullable FiscalYear usual, FiscalYear year) {
        return PrintedFigure.of(value, PrintedFigures.otherThan(usual, year));
    }

    private Target target(Measure measure) {
        return evaluator.target(measure, sheet.fiscalYear());
    }

    private static @Nullable PrintedGrade grade(@Nullable Grade grade) {
        return grade == null ? null : new PrintedGrade(grade.label(), grade.tone(), "");
    }

    private static @Nullable Integer year(@Nullable FiscalYear year) {
        return year == null ? null : year.year();
    }

    private static Map<MunicipalityCode, String> towns(ResultsSheet sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.indicator().reporters().stream())
                .collect(Collectors.toMap(Reporter::municipality, Reporter::municipalityName, (first, again) -> first));
    }

    private static PrintedEntry.Initiative initiative(Initiative initiative, Map<MunicipalityCode, String> towns) {
        boolean all = initiative.municipalities().isEmpty()
                || initiative.municipalities().containsAll(towns.keySet());
        return new PrintedEntry.Initiative(
                initiative.title(),
                all
                        ? List.of()
                        : initiative.municipalities().stream()
                                .flatMap(town -> Optional.ofNullable(towns.get(town)).stream())
                                .toList());
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

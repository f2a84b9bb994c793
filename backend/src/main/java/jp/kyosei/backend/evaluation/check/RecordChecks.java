package jp.kyosei.backend.evaluation.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Progress;
import jp.kyosei.backend.evaluation.Published;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import org.apache.commons.numbers.fraction.BigFraction;

/** Finds where what papers printed of an indicator and what its figures give are two things. */
final class RecordChecks {
    private static final int PERCENT = 100;

    private final Evaluator evaluator;
    private final Measure measure;
    private final SortedMap<FiscalYear, Observation> series;
    private final SortedMap<FiscalYear, Published> published;

    RecordChecks(
            Evaluator evaluator,
            Measure measure,
            SortedMap<FiscalYear, Observation> series,
            SortedMap<FiscalYear, Published> published) {
        this.evaluator = evaluator;
        this.measure = measure;
        this.series = series;
        this.published = published;
    }

    /** Findings of the years up to and including the given one. */
    List<Check> until(FiscalYear last) {
        List<Check> found = new ArrayList<>();
        published.headMap(last.next()).forEach((year, printed) -> found.addAll(differsFromRecord(year, printed)));
        return found;
    }

    /**
     * Whether what was printed speaks for another direction than the indicator has: more of the years agree with it then, and
     * the latest year that contradicts agrees altogether.
     */
    Optional<Check> directionDiffersFromRecord(FiscalYear last) {
        SortedMap<FiscalYear, Published> known = published.headMap(last.next());
        List<FiscalYear> against = known.keySet().stream()
                .filter(year -> speaks(year, measure) == Word.AGAINST)
                .toList();
        if (against.isEmpty()) {
            return Optional.empty();
        }
        FiscalYear latest = against.getLast();
        long agreeing = agreeing(known, measure);
        return Stream.of(Direction.values())
                .filter(direction -> direction != measure.direction())
                .map(measure::withDirection)
                .filter(other -> speaks(latest, other) == Word.FOR && agreeing(known, other) > agreeing)
                .max(Comparator.comparingLong(other -> agreeing(known, other)))
                .map(other -> new Check(
                        CheckCode.DIRECTION_DIFFERS_FROM_RECORD,
                        latest,
                        "%sの記録（%s）は、「%s」とみて計算した結果と合います。この指標は「%s」として計算しています。どちらが正しいか確かめ、違っていれば指標の定義を直してください。"
                                .formatted(
                                        latest.shortLabel(),
                                        printedWords(Objects.requireNonNull(known.get(latest))),
                                        other.direction().label(),
                                        measure.direction().label())));
    }

    private long agreeing(SortedMap<FiscalYear, Published> known, Measure measured) {
        return known.keySet().stream()
                .filter(year -> speaks(year, measured) == Word.FOR)
                .count();
    }

    /** What a printed grade and rate say of how a measure computes them. */
    private enum Word {
        FOR,
        AGAINST,
        NOTHING
    }

    private Word speaks(FiscalYear year, Measure measured) {
        Published printed = published.get(year);
        if (printed == null) {
            return Word.NOTHING;
        }
        Evaluation computed = evaluator.evaluate(measured, series, year);
        if (computed.progress() instanceof Progress.NotMeasured) {
            return Word.NOTHING;
        }
        Grade grade = computed.grade();
        List<Boolean> agreements = new ArrayList<>();
        if (!Objects.requireNonNullElse(printed.grade(), "").isBlank()) {
            agreements.add(grade != null && grade.label().equals(printed.grade()));
        }
        String rate = printed.rate();
        if (rate != null && !isBlank(rate)) {
            agreements.add(sameRate(rate, computed));
        }
        return agreements.isEmpty()
                ? Word.NOTHING
                : agreements.stream().allMatch(agrees -> agrees) ? Word.FOR : Word.AGAINST;
    }

    private static String printedWords(Published printed) {
        return Stream.of(printed.grade(), printed.rate())
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("、"));
    }

    private List<Check> differsFromRecord(FiscalYear year, Published printed) {
        Evaluation computed = evaluator.evaluate(measure, series, year);
        List<Check> found = new ArrayList<>();
        Grade grade = computed.grade();
        String computedGrade = grade == null ? "" : grade.label();
        String printedGrade = Objects.requireNonNullElse(printed.grade(), "");
        if (!computedGrade.equals(printedGrade)) {
            found.add(new Check(
                    CheckCode.GRADE_DIFFERS_FROM_RECORD,
                    year,
                    "%sの記録は %s ですが、計算では %s です%s。%s"
                            .formatted(
                                    year.shortLabel(),
                                    orBlank(printedGrade),
                                    orBlank(computedGrade),
                                    reckoning(year, computed),
                                    whatToDo(year, printedGrade))));
        }
        String rate = printed.rate();
        if (rate != null && !sameRate(rate, computed)) {
            found.add(new Check(
                    CheckCode.RATE_DIFFERS_FROM_RECORD,
                    year,
                    "%sの記録の進捗率は %s ですが、計算では %s です%s。記録か実績値のどちらが正しいか確かめてください。"
                            .formatted(
                                    year.shortLabel(),
                                    orBlank(rate),
                                    orBlank(computed.progressText()),
                                    reckoning(year, computed))));
        }
        String change = printed.change();
        if (change != null && !sameFigure(change, Optional.ofNullable(computed.change()))) {
            found.add(new Check(
                    CheckCode.CHANGE_DIFFERS_FROM_RECORD,
                    year,
                    "%sの記録の前年差は %s ですが、計算では %s です（実績 %s、前年度 %s）。記録か実績値のどちらが正しいか確かめてください。"
                            .formatted(
                                    year.shortLabel(),
                                    orBlank(change),
                                    orBlank(computed.changeText()),
                                    orBlank(text(year)),
                                    orBlank(lastYearText(year)))));
        }
        BigDecimal target = printed.target();
        BigDecimal used = evaluator.target(measure, year).value();
        if (target != null && target.compareTo(used) != 0) {
            found.add(new Check(
                    CheckCode.TARGET_DIFFERS_FROM_PLAN,
                    year,
                    "%sの表の目標値は %s ですが、計画の目標値は %s です。どちらが正しいか確かめてください。"
                            .formatted(
                                    year.shortLabel(), FigureFormat.asEntered(target), FigureFormat.asEntered(used))));
        }
        return found;
    }

    /** What a grade was computed from: （実績 14、目標 31、進捗率 45.1%、Dは0〜49%）. */
    private String reckoning(FiscalYear year, Evaluation computed) {
        if (computed.progress() instanceof Progress.NotMeasured) {
            return "";
        }
        Grade grade = computed.grade();
        String meaning = evaluator.rules().grading().labels().stream()
                .filter(label -> grade != null && label.label().equals(grade.label()))
                .map(label -> "、%sは%s".formatted(label.label(), label.meaning()))
                .findFirst()
                .orElse("");
        return "（実績 %s、目標 %s、進捗率 %s%s）"
                .formatted(
                        text(year),
                        FigureFormat.asEntered(evaluator.target(measure, year).value()),
                        computed.progressText(),
                        meaning);
    }

    private String whatToDo(FiscalYear year, String printedGrade) {
        Observation observation = series.get(year);
        boolean zero = observation != null
                && Evaluator.number(measure, observation.observed())
                        .filter(figure -> figure.signum() == 0)
                        .isPresent();
        return zero && printedGrade.isEmpty()
                ? "0 が、行われなかったことを表しているのであれば、「未実施」などの理由にしてください。"
                : "記録か実績値のどちらが正しいか確かめてください。";
    }

    private String lastYearText(FiscalYear year) {
        Observation before = year.year() == FiscalYear.FIRST ? null : series.get(year.previous());
        return before == null ? "" : evaluator.figureText(measure, before.observed());
    }

    private boolean sameRate(String printed, Evaluation computed) {
        return switch (computed.progress()) {
            // By the rule, or cut before 100 % as what misses its target is: papers print either.
            case Progress.Rate(BigFraction exact) ->
                sameFigure(printed, Optional.of(exact.multiply(PERCENT)))
                        || computed.progressText().equals(printed.strip());
            case Progress.NotComputable why ->
                isBlank(printed) || printed.strip().equals(computed.progressText());
            case Progress.NotMeasured why -> isBlank(printed);
        };
    }

    /** Compares at the decimals that are printed: 65.2% agrees with 65.157… when rounded half up, as 65% does. */
    private boolean sameFigure(String printed, Optional<BigFraction> exact) {
        if (exact.isEmpty() || isBlank(printed)) {
            return exact.isEmpty() && isBlank(printed);
        }
        return TypedFigureParser.parse(printed) instanceof TypedFigure.Figure figure
                && figure.measured() instanceof Observed.Value(BigDecimal value)
                && evaluator
                                .rules()
                                .rateRounding()
                                .round(exact.get(), value.scale())
                                .compareTo(value)
                        == 0;
    }

    private static boolean isBlank(String printed) {
        return switch (TypedFigureParser.parse(printed)) {
            case TypedFigure.Blank _, TypedFigure.NoFigure _ -> true;
            case TypedFigure.Figure _, TypedFigure.NotUnderstood _ -> false;
        };
    }

    private String text(FiscalYear year) {
        Observation observation = series.get(year);
        if (observation != null) {
            return evaluator.figureText(measure, observation.observed());
        }
        return measure.baseline() instanceof Baseline.Measured known ? FigureFormat.asEntered(known.value()) : "";
    }

    private static String orBlank(String text) {
        return text.isEmpty() ? "空欄" : text;
    }
}

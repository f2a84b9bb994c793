package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Judges an indicator in a year by the rules of its owner. Never throws for any figures, never clamps. */
public final class Evaluator {
    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final String NO_RATE = "算定なし";

    private final RuleSet rules;

    public Evaluator(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * @param series the consolidated figures by year; years without any entry have nothing recorded
     * @param year the year to be judged
     */
    public Evaluation evaluate(Measure measure, SortedMap<FiscalYear, Observation> series, FiscalYear year) {
        Observation current = series.get(year);
        Optional<BigFraction> actual = Optional.ofNullable(current).flatMap(o -> number(measure, o.observed()));
        if (actual.isEmpty()) {
            Observed.Missing missing =
                    current != null && current.observed() instanceof Observed.Missing why ? why : null;
            return new Evaluation(year, new Progress.NotMeasured(missing), "", null, "", null);
        }
        BigFraction f = actual.get();
        BigFraction z = Rounding.exact(target(measure, year).value());
        Optional<BigFraction> a = baseline(measure, series);
        Progress progress = progress(measure, f, z, a);
        BigFraction change = change(measure, series, year, f);
        return new Evaluation(
                year,
                progress,
                progressText(progress, meets(measure.direction(), f, z)),
                change,
                changeText(measure, change),
                grade(measure, progress, f, z, a));
    }

    /** The rules that it judges by. */
    public RuleSet rules() {
        return rules;
    }

    /** The figure as a number in the indicator's unit; empty for a missing one. */
    public static Optional<BigFraction> number(Measure measure, Observed observed) {
        return switch (observed) {
            case Observed.Value plain -> Optional.of(Rounding.exact(plain.value()));
            case Observed.Ratio ratio when ratio.denominator().signum() == 0 -> Optional.empty();
            case Observed.Ratio ratio -> {
                BigFraction share = Rounding.exact(ratio.numerator()).divide(Rounding.exact(ratio.denominator()));
                yield Optional.of(measure.ratioAsPercent() ? share.multiply(HUNDRED) : share);
            }
            case Observed.Missing missing -> Optional.empty();
        };
    }

    /** Whether {@link #number} has a value, without computing it. */
    static boolean isMeasured(Observed observed) {
        return switch (observed) {
            case Observed.Value plain -> true;
            case Observed.Ratio ratio -> ratio.denominator().signum() != 0;
            case Observed.Missing missing -> false;
        };
    }

    /** The figure as printed: a plain one with the decimals it was entered with, a ratio rounded by the rules. */
    public String figureText(Measure measure, Observed observed) {
        return switch (observed) {
            case Observed.Value plain -> FigureFormat.asEntered(plain.value());
            case Observed.Ratio ratio ->
                number(measure, ratio)
                        .map(exact -> FigureFormat.asEntered(printedShare(measure, exact)))
                        .orElse("");
            case Observed.Missing missing -> missing.reason().label();
        };
    }

    /** The figure as a number with the decimals it is printed with; empty for a missing one. */
    public Optional<BigDecimal> figureValue(Measure measure, Observed observed) {
        return switch (observed) {
            case Observed.Value plain -> Optional.of(plain.value());
            case Observed.Ratio ratio -> number(measure, ratio).map(exact -> printedShare(measure, exact));
            case Observed.Missing missing -> Optional.empty();
        };
    }

    /** A share that is not all is never printed as 100 %; nor is one above a target of 100 % that it should not exceed. */
    private BigDecimal printedShare(Measure measure, BigFraction exact) {
        Rounding rounding = rules.rateRounding();
        boolean tooMuch = measure.direction() != Direction.HIGHER
                && measure.targets().stream().anyMatch(target -> target.value().compareTo(ALL) == 0);
        boolean apart = measure.ratioAsPercent() && (Exact.compare(exact, HUNDRED) < 0 || tooMuch);
        return apart
                ? rounding.roundApartFromHundred(exact, measure.decimals())
                : rounding.round(exact, measure.decimals());
    }

    /** The target that a year is judged against: an interim one of that very year if the rules ask, else the final. */
    public Target target(Measure measure, FiscalYear year) {
        return switch (rules.judgedAgainst()) {
            case FINAL_TARGET -> measure.finalTarget();
            case INTERIM_TARGET_OF_YEAR ->
                measure.targets().stream()
                        .filter(target -> target.fiscalYear().equals(year))
                        .findFirst()
                        .orElse(measure.finalTarget());
        };
    }

    private Optional<BigFraction> baseline(Measure measure, SortedMap<FiscalYear, Observation> series) {
        return switch (measure.baseline()) {
            case Baseline.Measured known -> Optional.of(Rounding.exact(known.value()));
            case Baseline.Absent absent ->
                rules.absentBaselineIsZero() ? Optional.of(BigFraction.ZERO) : Optional.empty();
            case Baseline.AddedLater later ->
                series.values().stream()
                        .flatMap(observation -> number(measure, observation.observed()).stream())
                        .findFirst();
        };
    }

    private Progress progress(Measure measure, BigFraction f, BigFraction z, Optional<BigFraction> a) {
        return switch (formula(measure)) {
            case TARGET_RATIO -> targetRatio(measure.direction(), f, z);
            case CHANGE_RATIO ->
                a.map(base -> changeRatio(f, z, base))
                        .orElseGet(() -> new Progress.NotComputable("現状値がないため、進捗率を算定できません。"));
        };
    }

    private ProgressFormula formula(Measure measure) {
        ProgressFormula own = measure.progressFormula();
        if (own != null) {
            return own;
        }
        return measure.cumulative() ? rules.cumulativeFormula() : rules.plainFormula();
    }

    private static Progress targetRatio(Direction direction, BigFraction f, BigFraction z) {
        if (z.signum() <= 0) {
            return new Progress.NotComputable("目標値が0以下のため、進捗率を算定できません。");
        }
        return switch (direction) {
            case HIGHER -> new Progress.Rate(f.divide(z));
            case LOWER ->
                f.signum() <= 0
                        ? new Progress.NotComputable("実績値が0以下のため、進捗率を算定できません。")
                        : new Progress.Rate(z.divide(f));
            case KEEP ->
                f.signum() <= 0
                        ? new Progress.NotComputable("実績値が0以下のため、進捗率を算定できません。")
                        : new Progress.Rate(Exact.compare(f, z) <= 0 ? f.divide(z) : z.divide(f));
        };
    }

    private static Progress changeRatio(BigFraction f, BigFraction z, BigFraction a) {
        BigFraction way = z.subtract(a);
        return way.signum() == 0
                ? new Progress.NotComputable("目標値と現状値が同じため、進捗率を算定できません。")
                : new Progress.Rate(f.subtract(a).divide(way));
    }

    private Grade grade(Measure measure, Progress progress, BigFraction f, BigFraction z, Optional<BigFraction> a) {
        boolean met = meets(measure.direction(), f, z);
        return switch (rules.grading()) {
            case Grading.Thresholds thresholds ->
                leadsAway(measure, z, a) ? metBand(thresholds.bands(), met) : band(thresholds.bands(), progress, met);
            case Grading.Comparison comparison -> {
                GradeLabel label = met
                        ? comparison.achieved()
                        : a.map(base -> compared(comparison, measure.direction(), f, z, base))
                                .orElse(comparison.missed());
                yield new Grade(label.label(), label.tone());
            }
        };
    }

    /**
     * Whether the share of the way from baseline to target says nothing of merit: the target lies on the worse side of the
     * baseline (higher is better, z < a), so that a better figure has a lower rate; or any distance is worse (KEEP).
     */
    private boolean leadsAway(Measure measure, BigFraction z, Optional<BigFraction> a) {
        if (formula(measure) != ProgressFormula.CHANGE_RATIO || a.isEmpty()) {
            return false;
        }
        int way = Exact.compare(z, a.get());
        return switch (measure.direction()) {
            case HIGHER -> way < 0;
            case LOWER -> way > 0;
            case KEEP -> true;
        };
    }

    private static Grade band(List<Band> bands, Progress progress, boolean met) {
        if (!(progress instanceof Progress.Rate rate)) {
            return metBand(bands, met);
        }
        return bands.stream()
                .filter(band -> reaches(rate.exact(), band))
                .findFirst()
                .map(band -> new Grade(band.label(), band.tone()))
                .orElseGet(() -> metBand(bands, false));
    }

    private static Grade metBand(List<Band> bands, boolean met) {
        Band found = met ? bands.getFirst() : bands.getLast();
        return new Grade(found.label(), found.tone());
    }

    private static boolean reaches(BigFraction rate, Band band) {
        BigDecimal bound = band.atLeastPercent();
        return bound == null || Exact.compare(rate.multiply(HUNDRED), Rounding.exact(bound)) >= 0;
    }

    private static GradeLabel compared(
            Grading.Comparison comparison, Direction direction, BigFraction f, BigFraction z, BigFraction a) {
        int better = betterness(direction, f, z, a);
        if (better > 0) {
            return comparison.improved();
        }
        return better == 0 ? comparison.unchanged() : comparison.missed();
    }

    /** Whether f meets z: at least, at most, or exactly z. */
    static boolean meets(Direction direction, BigFraction f, BigFraction z) {
        return switch (direction) {
            case HIGHER -> Exact.compare(f, z) >= 0;
            case LOWER -> Exact.compare(f, z) <= 0;
            case KEEP -> Exact.compare(f, z) == 0;
        };
    }

    /** Positive where f is better than a, 0 where it is as good. */
    private static int betterness(Direction direction, BigFraction f, BigFraction z, BigFraction a) {
        return switch (direction) {
            case HIGHER -> Exact.compare(f, a);
            case LOWER -> Exact.compare(a, f);
            case KEEP -> Exact.compare(a.subtract(z).abs(), f.subtract(z).abs());
        };
    }

    /** What misses the target is never printed as 100 %, whatever the rounding and wherever the way to the target leads. */
    private String progressText(Progress progress, boolean met) {
        Rounding rounding = rules.rateRounding();
        return switch (progress) {
            case Progress.Rate rate -> {
                BigFraction percent = rate.exact().multiply(HUNDRED);
                BigDecimal printed =
                        met ? rounding.round(percent) : rounding.roundApartFromHundred(percent, rounding.decimals());
                // As the papers print rates: 1129.1%, without the separator that figures have.
                yield printed.toPlainString() + "%";
            }
            case Progress.NotComputable why -> NO_RATE;
            case Progress.NotMeasured why -> "";
        };
    }

    private static @Nullable BigFraction change(
            Measure measure, SortedMap<FiscalYear, Observation> series, FiscalYear year, BigFraction f) {
        Observation before = year.year() == FiscalYear.FIRST ? null : series.get(year.previous());
        return before == null
                ? null
                : number(measure, before.observed()).map(f::subtract).orElse(null);
    }

    private String changeText(Measure measure, @Nullable BigFraction change) {
        int digits = measure.changeDigits() == ChangeDigits.WHOLE ? 0 : measure.decimals();
        return change == null ? "" : FigureFormat.asEntered(rules.rateRounding().round(change, digits));
    }
}

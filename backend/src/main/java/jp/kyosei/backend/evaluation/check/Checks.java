package jp.kyosei.backend.evaluation.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Exact;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Published;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Finds in an indicator's figures what people get wrong on paper. Each rule is one method named after it. */
public final class Checks {
    private static final BigInteger JUMP = BigInteger.TEN;
    private static final int YEARS_CARRIED_BEFORE_STALE = 2;

    private final Evaluator evaluator;
    private final Measure measure;
    private final SortedMap<FiscalYear, Observation> series;
    private final SortedMap<FiscalYear, Published> published;
    private final @Nullable BigDecimal statedTarget;
    private final Unit unit;
    private final UnitChecks units;

    /**
     * @param unit what the indicator's unit and name say of its figures
     * @param series the consolidated figures by year
     * @param published what papers printed, by year
     * @param statedTarget the target in the adopted plan, where the results sheet uses another
     */
    public Checks(
            Evaluator evaluator,
            Measure measure,
            Unit unit,
            SortedMap<FiscalYear, Observation> series,
            SortedMap<FiscalYear, Published> published,
            @Nullable BigDecimal statedTarget) {
        this.evaluator = evaluator;
        this.measure = measure;
        this.series = series;
        this.published = published;
        this.statedTarget = statedTarget;
        this.unit = unit;
        this.units = new UnitChecks(evaluator, measure, unit, series);
    }

    /** The same of bare figures, of which it is known neither what they count nor which way is better. */
    public Checks(
            Evaluator evaluator,
            Measure measure,
            SortedMap<FiscalYear, Observation> series,
            SortedMap<FiscalYear, Published> published,
            @Nullable BigDecimal statedTarget) {
        this(evaluator, measure, Unit.UNKNOWN, series, published, statedTarget);
    }

    /** All findings of the years up to and including the given one, by year. */
    public List<Check> until(FiscalYear last) {
        List<Check> found = new ArrayList<>();
        Earlier measured = null;
        for (Map.Entry<FiscalYear, Observation> entry :
                series.headMap(last.next()).entrySet()) {
            FiscalYear year = entry.getKey();
            Optional<BigFraction> figure =
                    Evaluator.number(measure, entry.getValue().observed());
            if (figure.isPresent()) {
                Earlier earlier = measured == null ? baselineBefore(year) : measured;
                if (earlier == null || earlier.figure().signum() == 0) {
                    units.farBeyondTarget(year, entry.getValue().observed(), figure.get())
                            .ifPresent(found::add);
                }
                if (earlier != null) {
                    cumulativeFalls(year, figure.get(), earlier).ifPresent(found::add);
                    implausibleJump(year, figure.get(), earlier).ifPresent(found::add);
                }
                units.doesNotFit(year, entry.getValue().observed(), figure.get())
                        .ifPresent(found::add);
                zeroMayMeanMissing(year, figure.get()).ifPresent(found::add);
                staleReferenceYear(year, entry.getValue()).ifPresent(found::add);
                measured = new Earlier(year, figure.get());
            }
        }
        RecordChecks records = new RecordChecks(evaluator, measure, series, published);
        found.addAll(records.until(last));
        if (!unit.equals(Unit.UNKNOWN)) {
            records.directionDiffersFromRecord(last).ifPresent(found::add);
        }
        targetDiffersFromPlan(last).ifPresent(found::add);
        found.sort(Comparator.comparing(Check::fiscalYear).thenComparing(Check::code));
        return List.copyOf(found);
    }

    private Optional<Check> cumulativeFalls(FiscalYear year, BigFraction figure, Earlier earlier) {
        if (!measure.cumulative() || Exact.compare(figure, earlier.figure()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.CUMULATIVE_FALLS,
                year,
                "累計の指標ですが、%sの %s から %s に減っています。値を確かめ、正しければ理由を書いてください。"
                        .formatted(earlier.year().shortLabel(), text(earlier.year()), text(year))));
    }

    /** A factor of ten or more either way against the last measured year, both not zero. */
    private Optional<Check> implausibleJump(FiscalYear year, BigFraction figure, Earlier earlier) {
        if (figure.signum() == 0 || earlier.figure().signum() == 0) {
            return Optional.empty();
        }
        // |a/b ÷ c/d| against 10 and 1/10 without making a fraction of it, which would have to be reduced
        BigInteger now = figure.getNumerator()
                .multiply(earlier.figure().getDenominator())
                .abs();
        BigInteger then = earlier.figure()
                .getNumerator()
                .multiply(figure.getDenominator())
                .abs();
        if (now.compareTo(then.multiply(JUMP)) < 0 && now.multiply(JUMP).compareTo(then) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.IMPLAUSIBLE_JUMP,
                year,
                "%sの %s から %s へ、10倍以上または10分の1以下に変わっています。単位や桁の誤りがないか確かめてください。"
                        .formatted(earlier.year().shortLabel(), text(earlier.year()), text(year))));
    }

    /** 0 where the baseline or another year is not 0; a cumulative figure is truly 0 until it first counts. */
    private Optional<Check> zeroMayMeanMissing(FiscalYear year, BigFraction figure) {
        if (figure.signum() != 0) {
            return Optional.empty();
        }
        SortedMap<FiscalYear, Observation> others = measure.cumulative() ? series.headMap(year) : series;
        boolean elsewhereNotZero = others.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(year))
                        .flatMap(entry ->
                                Evaluator.number(measure, entry.getValue().observed()).stream())
                        .anyMatch(other -> other.signum() != 0)
                || (measure.baseline() instanceof Baseline.Measured known
                        && known.value().signum() != 0);
        if (!elsewhereNotZero) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.ZERO_MAY_MEAN_MISSING,
                year,
                "%sは 0 です。行われなかった・数えられなかったのであれば、0 ではなく「未実施」などの理由にしてください。".formatted(year.shortLabel())));
    }

    /** One figure standing for two further years: that of R1 in R1, R2 and R3 is stale in R3. */
    private Optional<Check> staleReferenceYear(FiscalYear year, Observation observation) {
        FiscalYear reference = observation.referenceYear();
        if (reference == null || reference.equals(year)) {
            return Optional.empty();
        }
        Optional<BigFraction> figure = Evaluator.number(measure, observation.observed());
        long carried = series.headMap(year).entrySet().stream()
                .filter(earlier -> reference.equals(yearOf(earlier)))
                .filter(earlier ->
                        sameNumber(Evaluator.number(measure, earlier.getValue().observed()), figure))
                .count();
        if (carried < YEARS_CARRIED_BEFORE_STALE) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.STALE_REFERENCE_YEAR,
                year,
                "%sの値 %s が %d 年続けて使われています。新しい調査の値がないか確かめてください。"
                        .formatted(reference.shortLabel(), text(year), carried + 1)));
    }

    private static FiscalYear yearOf(Map.Entry<FiscalYear, Observation> entry) {
        return Objects.requireNonNullElse(entry.getValue().referenceYear(), entry.getKey());
    }

    private static boolean sameNumber(Optional<BigFraction> one, Optional<BigFraction> other) {
        return one.isPresent() && other.isPresent() && Exact.compare(one.get(), other.get()) == 0;
    }

    private Optional<Check> targetDiffersFromPlan(FiscalYear year) {
        BigDecimal stated = statedTarget;
        BigDecimal used = measure.finalTarget().value();
        if (stated == null || stated.compareTo(used) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.TARGET_DIFFERS_FROM_PLAN,
                year,
                "計画書の目標値は %s ですが、実績の表では %s を使っています。どちらが正しいか確かめ、改訂したのであれば版に反映してください。"
                        .formatted(FigureFormat.asEntered(stated), FigureFormat.asEntered(used))));
    }

    /** A measured baseline that lies before the year; what the first measured year is compared with. */
    private @Nullable Earlier baselineBefore(FiscalYear year) {
        return measure.baseline() instanceof Baseline.Measured known
                        && known.fiscalYear().compareTo(year) < 0
                ? new Earlier(known.fiscalYear(), Rounding.exact(known.value()))
                : null;
    }

    private String text(FiscalYear year) {
        Observation observation = series.get(year);
        if (observation != null) {
            return evaluator.figureText(measure, observation.observed());
        }
        return measure.baseline() instanceof Baseline.Measured known ? FigureFormat.asEntered(known.value()) : "";
    }

    /** The last measured year before another, or the baseline's. */
    private record Earlier(FiscalYear year, BigFraction figure) {}
}

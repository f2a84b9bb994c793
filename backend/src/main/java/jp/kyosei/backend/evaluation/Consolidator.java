package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Makes one figure of several municipalities' parts.
 *
 * <p>A joint figure, entered by the secretariat for the whole owner, stands where no municipality has given one: past
 * years are often known only in total. {@link Consolidation#ENTERED} takes nothing else.
 */
public final class Consolidator {
    /** What happens when a reporter's figure is missing. */
    public enum Incomplete {
        /** There is no consolidated figure; its reason says whose part is missing. */
        NO_FIGURE,
        /** The figure of those who gave one, marked as partial. */
        PARTIAL_MARKED
    }

    private final Consolidation how;
    private final Incomplete incomplete;

    public Consolidator(Consolidation how, Incomplete incomplete) {
        this.how = how;
        this.incomplete = incomplete;
    }

    /**
     * @param measure of the indicator whose figures these are
     * @param reporters the municipalities (codes) that should report
     * @param parts what each has reported, by code
     * @param joint the figure entered for the whole owner, if there is one
     */
    public Consolidated consolidate(
            Measure measure,
            List<String> reporters,
            SequencedMap<String, Observation> parts,
            @Nullable Observation joint) {
        List<Observation> given = parts.values().stream()
                .filter(part -> Evaluator.isMeasured(part.observed()))
                .toList();
        if (how == Consolidation.ENTERED || (joint != null && given.isEmpty())) {
            return new Consolidated(joint, false, List.of());
        }
        if (parts.isEmpty()) {
            return new Consolidated(null, false, List.of());
        }
        List<String> missing = reporters.stream()
                .filter(code -> {
                    Observation part = parts.get(code);
                    return part == null || !Evaluator.isMeasured(part.observed());
                })
                .toList();
        if (given.isEmpty()) {
            return new Consolidated(parts.firstEntry().getValue(), false, missing);
        }
        if (!missing.isEmpty() && how != Consolidation.SINGLE && incomplete == Incomplete.NO_FIGURE) {
            Observed.Missing why = new Observed.Missing(MissingReason.OTHER, "報告のない市町村があるため、算出していません。");
            return new Consolidated(Observation.of(why), false, missing);
        }
        boolean partial = !missing.isEmpty() && how != Consolidation.SINGLE;
        return new Consolidated(new Observation(combine(measure, given), referenceYear(given)), partial, missing);
    }

    private Observed combine(Measure measure, List<Observation> given) {
        Comparator<Observation> byFigure = Comparator.comparing(
                part -> Evaluator.number(measure, part.observed()).orElse(BigFraction.ZERO));
        return switch (how) {
            case SINGLE -> given.getFirst().observed();
            case SUM -> new Observed.Value(sum(measure, given));
            case RATIO_OF_SUMS -> ratioOfSums(measure, given);
            case MEAN -> new Observed.Value(decimal(exactSum(measure, given).divide(BigFraction.of(given.size()))));
            case MINIMUM -> given.stream().min(byFigure).orElseThrow().observed();
            case MAXIMUM -> given.stream().max(byFigure).orElseThrow().observed();
            case ENTERED -> throw new IllegalStateException("an entered figure is not combined");
        };
    }

    /** Numerators and denominators are summed, then divided: 530+31 of 802+59, never the mean of two shares. */
    private static Observed ratioOfSums(Measure measure, List<Observation> given) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        for (Observation part : given) {
            if (!(part.observed() instanceof Observed.Ratio ratio)) {
                // A share without its parts cannot be weighed; the mean is the nearest true statement.
                return new Observed.Value(decimal(exactSum(measure, given).divide(BigFraction.of(given.size()))));
            }
            numerator = numerator.add(ratio.numerator());
            denominator = denominator.add(ratio.denominator());
        }
        return new Observed.Ratio(numerator, denominator);
    }

    private static BigDecimal sum(Measure measure, List<Observation> given) {
        boolean plain = given.stream().allMatch(part -> part.observed() instanceof Observed.Value);
        if (!plain) {
            return decimal(exactSum(measure, given));
        }
        return given.stream()
                .map(part -> ((Observed.Value) part.observed()).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigFraction exactSum(Measure measure, List<Observation> given) {
        return given.stream()
                .flatMap(part -> Evaluator.number(measure, part.observed()).stream())
                .reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static BigDecimal decimal(BigFraction exact) {
        return new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), MathContext.DECIMAL128);
    }

    /** The parts' common reference year, if they all have the same. */
    private static @Nullable FiscalYear referenceYear(List<Observation> given) {
        FiscalYear first = given.getFirst().referenceYear();
        return given.stream().allMatch(part -> Objects.equals(part.referenceYear(), first)) ? first : null;
    }
}

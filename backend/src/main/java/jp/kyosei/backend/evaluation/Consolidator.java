package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
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
     * @param parts what has been reported for the year, by code, also by those who report no longer
     * @param joint the figure entered for the whole owner, if there is one
     */
    public Consolidated consolidate(
            Measure measure,
            List<String> reporters,
            SequencedMap<String, Observation> parts,
            @Nullable Observation joint) {
        boolean alone = parts.values().stream()
                        .filter(part -> part.observed() instanceof Observed.Measured)
                        .count()
                == 1;
        List<Observation> given = parts.values().stream()
                .filter(part -> counts(measure, part, alone))
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
                    return part == null || !counts(measure, part, alone);
                })
                .toList();
        if (given.isEmpty()) {
            return new Consolidated(nothing(parts.values()), false, missing);
        }
        if (!missing.isEmpty() && how != Consolidation.SINGLE && incomplete == Incomplete.NO_FIGURE) {
            Observed.Missing why = new Observed.Missing(MissingReason.OTHER, "報告のない市町村があるため、算出していません。");
            return new Consolidated(Observation.of(why), false, missing);
        }
        boolean partial = !missing.isEmpty() && how != Consolidation.SINGLE;
        return new Consolidated(combine(measure, given), partial, missing);
    }

    /** A share without its parts cannot be weighed against another; 0 of 0 adds nothing to a sum of ratios, but is a report. */
    private boolean counts(Measure measure, Observation part, boolean alone) {
        return switch (how) {
            case RATIO_OF_SUMS ->
                part.observed() instanceof Observed.Ratio || (alone && part.observed() instanceof Observed.Value);
            case SINGLE, SUM, MEAN, MINIMUM, MAXIMUM, ENTERED ->
                Evaluator.number(measure, part.observed()).isPresent();
        };
    }

    /** Why there is no figure, where no part counts: the parts' reason if they agree, and all of their words. */
    private static Observation nothing(Collection<Observation> parts) {
        List<Observed.Missing> reasons = parts.stream()
                .map(Observation::observed)
                .filter(Observed.Missing.class::isInstance)
                .map(Observed.Missing.class::cast)
                .distinct()
                .toList();
        if (reasons.isEmpty()) {
            return Observation.of(new Observed.Missing(MissingReason.OTHER, "市町村の値を合算できないため、算出していません。分子と分母を入力してください。"));
        }
        if (reasons.size() == 1) {
            return Observation.of(reasons.getFirst());
        }
        MissingReason first = reasons.getFirst().reason();
        boolean agreed = reasons.stream().allMatch(missing -> missing.reason() == first);
        String words = reasons.stream().map(Observed.Missing::text).distinct().collect(Collectors.joining("、"));
        return Observation.of(new Observed.Missing(agreed ? first : MissingReason.OTHER, words));
    }

    private Observation combine(Measure measure, List<Observation> given) {
        if (given.size() == 1) {
            return given.getFirst();
        }
        Comparator<Observation> byFigure = Comparator.comparing(
                part -> Evaluator.number(measure, part.observed()).orElse(BigFraction.ZERO), Exact::compare);
        return switch (how) {
            case SINGLE -> given.getFirst();
            case SUM -> together(given, new Observed.Value(sum(measure, given)));
            case RATIO_OF_SUMS -> together(given, ratioOfSums(given));
            case MEAN ->
                together(
                        given,
                        new Observed.Value(decimal(exactSum(measure, given).divide(BigFraction.of(given.size())))));
            case MINIMUM -> given.stream().min(byFigure).orElseThrow();
            case MAXIMUM -> given.stream().max(byFigure).orElseThrow();
            case ENTERED -> throw new IllegalStateException("an entered figure is not combined");
        };
    }

    /**
     * Numerators and denominators are summed, then divided: 530+31 of 802+59, never the mean of two shares. A share without
     * its parts is there only when it is alone, and stands as it is.
     */
    private static Observed ratioOfSums(List<Observation> given) {
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        for (Observation part : given) {
            if (!(part.observed() instanceof Observed.Ratio ratio)) {
                return part.observed();
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
        BigDecimal rounded = new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), MathContext.DECIMAL128);
        return rounded.scale() > Observed.MAX_DIGITS
                ? rounded.setScale(Observed.MAX_DIGITS, RoundingMode.HALF_EVEN)
                : rounded;
    }

    private static Observation together(List<Observation> given, Observed observed) {
        return new Observation(observed, referenceYear(given));
    }

    /** The parts' common reference year, if they all have the same. */
    private static @Nullable FiscalYear referenceYear(List<Observation> given) {
        FiscalYear first = given.getFirst().referenceYear();
        return given.stream().allMatch(part -> Objects.equals(part.referenceYear(), first)) ? first : null;
    }
}

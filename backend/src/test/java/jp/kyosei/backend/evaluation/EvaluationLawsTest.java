package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;

/** What holds for any figures. */
class EvaluationLawsTest {
    private static final Evaluator GRADING_BY_BANDS = new Evaluator(RulesOf.DAISEN);
    private static final Evaluator GRADING_BY_COMPARISON = new Evaluator(RulesOf.MINE);

    /** Few distinct numbers, so that equal, zero and opposite ones meet, among some large and some fine ones. */
    @Provide
    Arbitrary<BigDecimal> figures() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-12, 12).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000000000000"), new BigDecimal("1000000000000"))
                        .ofScale(4));
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("100000"))
                .ofScale(3);
    }

    @Property
    void a_rate_multiplied_back_is_the_figure_neither_rounded_nor_clamped(
            @ForAll Direction direction,
            @ForAll ProgressFormula formula,
            @ForAll("figures") BigDecimal f,
            @ForAll("figures") BigDecimal z,
            @ForAll("figures") BigDecimal a) {
        Evaluation evaluation = evaluate(GRADING_BY_BANDS, direction, formula, f, z, a);
        BigFraction figure = Rounding.exact(f);
        BigFraction target = Rounding.exact(z);
        BigFraction baseline = Rounding.exact(a);
        switch (evaluation.progress()) {
            case Progress.Rate(BigFraction rate)
            when formula == ProgressFormula.CHANGE_RATIO ->
                assertThat(rate.multiply(target.subtract(baseline))).isEqualByComparingTo(figure.subtract(baseline));
            case Progress.Rate(BigFraction rate)
            when direction == Direction.HIGHER ->
                assertThat(rate.multiply(target)).isEqualByComparingTo(figure);
            case Progress.Rate(BigFraction rate)
            when direction == Direction.LOWER ->
                assertThat(rate.multiply(figure)).isEqualByComparingTo(target);
            case Progress.Rate(BigFraction rate) ->
                assertThat(rate.multiply(figure.compareTo(target) > 0 ? figure : target))
                        .isEqualByComparingTo(figure.compareTo(target) > 0 ? target : figure);
            case Progress.NotComputable why ->
                assertThat(
                                formula == ProgressFormula.CHANGE_RATIO
                                        ? z.compareTo(a) == 0
                                        : z.signum() <= 0 || (direction != Direction.HIGHER && f.signum() <= 0))
                        .isTrue();
            case Progress.NotMeasured none -> throw new AssertionError("A measured figure is measured");
        }
    }

    @Property
    void the_best_grade_is_given_exactly_when_the_target_is_met(
            @ForAll Direction direction,
            @ForAll ProgressFormula formula,
            @ForAll("figures") BigDecimal f,
            @ForAll("figures") BigDecimal z,
            @ForAll("figures") BigDecimal a) {
        boolean met =
                switch (direction) {
                    case HIGHER -> f.compareTo(z) >= 0;
                    case LOWER -> f.compareTo(z) <= 0;
                    case KEEP -> f.compareTo(z) == 0;
                };
        assertThat(rank(GRADING_BY_BANDS, direction, formula, f, z, a) == 0).isEqualTo(met);
        assertThat(rank(GRADING_BY_COMPARISON, direction, formula, f, z, a) == 0)
                .isEqualTo(met);
    }

    @Property
    void a_better_figure_never_has_a_worse_grade(
            @ForAll Direction direction,
            @ForAll ProgressFormula formula,
            @ForAll("figures") BigDecimal one,
            @ForAll("figures") BigDecimal other,
            @ForAll("figures") BigDecimal z,
            @ForAll("figures") BigDecimal a) {
        BigDecimal low = one.min(other);
        BigDecimal high = one.max(other);
        Assume.that(direction != Direction.KEEP || high.compareTo(z) <= 0);
        BigDecimal better = direction == Direction.LOWER ? low : high;
        BigDecimal worse = direction == Direction.LOWER ? high : low;
        assertThat(rank(GRADING_BY_BANDS, direction, formula, better, z, a))
                .isLessThanOrEqualTo(rank(GRADING_BY_BANDS, direction, formula, worse, z, a));
        assertThat(rank(GRADING_BY_COMPARISON, direction, formula, better, z, a))
                .isLessThanOrEqualTo(rank(GRADING_BY_COMPARISON, direction, formula, worse, z, a));
    }

    @Property
    void another_unit_changes_neither_rate_nor_grade(
            @ForAll Direction direction,
            @ForAll ProgressFormula formula,
            @ForAll("figures") BigDecimal f,
            @ForAll("figures") BigDecimal z,
            @ForAll("figures") BigDecimal a,
            @ForAll("factors") BigDecimal factor) {
        for (Evaluator evaluator : List.of(GRADING_BY_BANDS, GRADING_BY_COMPARISON)) {
            Evaluation before = evaluate(evaluator, direction, formula, f, z, a);
            Evaluation after =
                    evaluate(evaluator, direction, formula, f.multiply(factor), z.multiply(factor), a.multiply(factor));
            assertThat(after.progressText()).isEqualTo(before.progressText());
            assertThat(after.grade()).isEqualTo(before.grade());
        }
    }

    /** So near to the target that any rounding would print 100 %. */
    @Provide
    Arbitrary<BigDecimal> hairs() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1"), new BigDecimal("1"))
                        .ofScale(3),
                Arbitraries.integers().between(-10, 10).map(units -> BigDecimal.valueOf(units, 9)));
    }

    @Property
    void what_misses_the_target_is_never_printed_as_reached_and_what_meets_it_exactly_is(
            @ForAll Direction direction,
            @ForAll ProgressFormula formula,
            @ForAll Rounding.Mode mode,
            @ForAll @IntRange(max = 6) int decimals,
            @ForAll("figures") BigDecimal z,
            @ForAll("figures") BigDecimal a,
            @ForAll("hairs") BigDecimal hair) {
        RuleSet daisen = RulesOf.DAISEN;
        Evaluator evaluator = new Evaluator(new RuleSet(
                daisen.plainFormula(),
                daisen.cumulativeFormula(),
                false,
                new Rounding(mode, decimals),
                daisen.judgedAgainst(),
                "その他",
                daisen.grading()));
        BigDecimal f = z.add(hair);
        Evaluation evaluation = evaluate(evaluator, direction, formula, f, z, a);
        if (evaluation.progress() instanceof Progress.Rate) {
            BigDecimal printed =
                    new BigDecimal(evaluation.progressText().replace("%", "").replace(",", ""));
            boolean reached = printed.compareTo(BigDecimal.valueOf(100)) == 0;
            if (!Evaluator.meets(direction, Rounding.exact(f), Rounding.exact(z))) {
                assertThat(reached).as(evaluation.progressText()).isFalse();
                assertThat(printed.scale()).isEqualTo(decimals);
            }
            if (hair.signum() == 0) {
                assertThat(reached).isTrue();
            }
        }
    }

    @Property
    void a_share_is_printed_as_all_only_when_it_is(
            @ForAll Rounding.Mode mode,
            @ForAll @IntRange(max = 6) int decimals,
            @ForAll Direction direction,
            @ForAll @LongRange(min = 1, max = 100_000_000) long whole,
            @ForAll @LongRange(max = 3) long missing) {
        RuleSet daisen = RulesOf.DAISEN;
        Evaluator evaluator = new Evaluator(new RuleSet(
                daisen.plainFormula(),
                daisen.cumulativeFormula(),
                false,
                new Rounding(mode, decimals),
                daisen.judgedAgainst(),
                "その他",
                daisen.grading()));
        Measure measure = new Measure(
                direction,
                false,
                decimals,
                ChangeDigits.OWN,
                true,
                null,
                new Baseline.Absent(),
                List.of(new Target(Given.R6, BigDecimal.valueOf(100))));
        Observed share =
                new Observed.Ratio(BigDecimal.valueOf(whole - Math.min(missing, whole)), BigDecimal.valueOf(whole));
        assertThat(evaluator.figureValue(measure, share).orElseThrow().compareTo(BigDecimal.valueOf(100)) == 0)
                .isEqualTo(missing == 0);
        Observed tooMuch = new Observed.Ratio(BigDecimal.valueOf(whole + missing), BigDecimal.valueOf(whole));
        if (direction != Direction.HIGHER) {
            assertThat(evaluator
                            .figureText(measure, tooMuch)
                            .replaceAll("\\.0*$", "")
                            .equals("100"))
                    .isEqualTo(missing == 0);
        }
    }

    @Property
    void every_rate_lies_in_exactly_one_band(
            @ForAll("bounds") List<BigDecimal> bounds, @ForAll("figures") BigDecimal ratePercent) {
        List<Band> bands = new ArrayList<>();
        for (BigDecimal bound : bounds) {
            bands.add(new Band("band " + bands.size(), bound, "", "A"));
        }
        bands.add(new Band("rest", null, "", "D"));
        RuleSet daisen = RulesOf.DAISEN;
        RuleSet rules = new RuleSet(
                daisen.plainFormula(),
                daisen.cumulativeFormula(),
                false,
                daisen.rateRounding(),
                daisen.judgedAgainst(),
                "その他",
                new Grading.Thresholds(bands));
        long boundsAbove = bounds.stream()
                .filter(bound -> bound.compareTo(ratePercent) > 0)
                .count();
        Grade grade = evaluate(
                        new Evaluator(rules),
                        Direction.HIGHER,
                        ProgressFormula.TARGET_RATIO,
                        ratePercent,
                        new BigDecimal("100"),
                        BigDecimal.ZERO)
                .grade();
        assertThat(Objects.requireNonNull(grade).label())
                .isEqualTo(bands.get((int) boundsAbove).label());
    }

    @Provide
    Arbitrary<List<BigDecimal>> bounds() {
        return Arbitraries.integers()
                .between(-12, 12)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(bounds -> bounds.stream()
                        .sorted((one, other) -> Integer.compare(other, one))
                        .map(BigDecimal::valueOf)
                        .toList());
    }

    private static int rank(
            Evaluator evaluator,
            Direction direction,
            ProgressFormula formula,
            BigDecimal f,
            BigDecimal z,
            BigDecimal a) {
        Grade grade = evaluate(evaluator, direction, formula, f, z, a).grade();
        return evaluator.rules().labels().indexOf(Objects.requireNonNull(grade).label());
    }

    private static Evaluation evaluate(
            Evaluator evaluator,
            Direction direction,
            ProgressFormula formula,
            BigDecimal f,
            BigDecimal z,
            BigDecimal a) {
        Measure measure = new Measure(
                direction,
                false,
                0,
                ChangeDigits.OWN,
                false,
                formula,
                new Baseline.Measured(a, Given.H30),
                List.of(new Target(Given.R6, z)));
        SortedMap<FiscalYear, Observation> series = new TreeMap<>();
        series.put(Given.R5, Observation.of(new Observed.Value(f)));
        return evaluator.evaluate(measure, series, Given.R5);
    }
}

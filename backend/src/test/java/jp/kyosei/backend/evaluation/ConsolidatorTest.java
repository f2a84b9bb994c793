package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import jp.kyosei.backend.evaluation.Consolidator.Incomplete;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsolidatorTest {
    private static final String ICHINOSEKI = "032093";
    private static final String HIRAIZUMI = "034029";
    private static final List<String> BOTH = List.of(ICHINOSEKI, HIRAIZUMI);
    private static final Measure PERCENT =
            Given.measure(Direction.HIGHER, false, 1, null, new Baseline.Absent(), "77.0");

    @ParameterizedTest(name = "{0}: {1}, {2} → {3}")
    @CsvSource({
        "SUM, 334500, 14767, 349267",
        "SUM, 0.1, 0.2, 0.3",
        "SUM, -3, 3, 0",
        "MEAN, 88.2, 88.9, 88.55",
        "MINIMUM, 88.2, 88.9, 88.2",
        "MINIMUM, -2, -1, -2",
        "MAXIMUM, 88.2, 88.9, 88.9",
        "MAXIMUM, -2, -1, -1",
        "SINGLE, 5, 7, 5",
    })
    void two_towns_become_one(Consolidation how, String ichinoseki, String hiraizumi, BigDecimal joint) {
        Consolidated consolidated =
                consolidate(how, Incomplete.NO_FIGURE, both(Given.value(ichinoseki), Given.value(hiraizumi)), null);
        assertThat(number(consolidated)).isEqualByComparingTo(Rounding.exact(joint));
        assertThat(consolidated.partial()).isFalse();
        assertThat(consolidated.missing()).isEmpty();
    }

    @Test
    void numerators_and_denominators_are_summed_then_divided() {
        // (530+31)/(802+59) = 561/861 = 65.157… %, while the mean of 66.08… and 52.54… were 59.3…
        Consolidated consolidated = consolidate(
                Consolidation.RATIO_OF_SUMS,
                Incomplete.NO_FIGURE,
                both(Given.share("530", "802"), Given.share("31", "59")),
                null);
        assertThat(consolidated.observation()).isEqualTo(Given.share("561", "861"));
        assertThat(new Evaluator(RulesOf.ICHINOSEKI_HIRAIZUMI)
                        .figureText(
                                PERCENT,
                                Objects.requireNonNull(consolidated.observation())
                                        .observed()))
                .isEqualTo("65.1");
    }

    @Test
    void a_town_of_which_nobody_was_asked_adds_nothing_and_is_not_missing() {
        Consolidated consolidated = consolidate(
                Consolidation.RATIO_OF_SUMS,
                Incomplete.NO_FIGURE,
                both(Given.share("530", "802"), Given.share("0", "0")),
                null);
        assertThat(consolidated).isEqualTo(new Consolidated(Given.share("530", "802"), false, List.of()));
    }

    @Test
    void shares_without_their_parts_are_not_weighed_against_each_other() {
        Consolidated consolidated = consolidate(
                Consolidation.RATIO_OF_SUMS,
                Incomplete.NO_FIGURE,
                both(Given.value("66.1"), Given.value("52.5")),
                null);
        assertThat(number(consolidated, PERCENT)).isEmpty();
        assertThat(consolidated.missing()).containsExactly(ICHINOSEKI, HIRAIZUMI);
        assertThat(Objects.requireNonNull(consolidated.observation()).observed())
                .isInstanceOfSatisfying(Observed.Missing.class, missing -> assertThat(missing.note())
                        .contains("分子と分母"));
    }

    @Test
    void a_share_without_its_parts_stands_while_it_is_alone() {
        Consolidated consolidated = consolidate(
                Consolidation.RATIO_OF_SUMS, Incomplete.PARTIAL_MARKED, both(Given.value("66.1"), null), null);
        assertThat(consolidated).isEqualTo(new Consolidated(Given.value("66.1"), true, List.of(HIRAIZUMI)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Consolidation.class,
            names = {"SUM", "RATIO_OF_SUMS", "MEAN", "MINIMUM", "MAXIMUM"})
    void where_a_town_is_missing_there_is_no_figure_or_a_partial_one(Consolidation how) {
        SequencedMap<String, Observation> parts =
                both(Given.share("530", "802"), Given.missing(MissingReason.NOT_SURVEYED, "調査せず"));
        Consolidated none = consolidate(how, Incomplete.NO_FIGURE, parts, null);
        assertThat(number(none, PERCENT)).isEmpty();
        assertThat(none.partial()).isFalse();
        assertThat(none.missing()).containsExactly(HIRAIZUMI);

        Consolidated partial = consolidate(how, Incomplete.PARTIAL_MARKED, parts, null);
        assertThat(number(partial)).isEqualByComparingTo(BigFraction.of(53000, 802));
        assertThat(partial.partial()).isTrue();
        assertThat(partial.missing()).containsExactly(HIRAIZUMI);
    }

    @Test
    void a_town_that_reported_nothing_at_all_is_missing_too() {
        Consolidated consolidated =
                consolidate(Consolidation.SUM, Incomplete.PARTIAL_MARKED, both(null, Given.value("7")), null);
        assertThat(consolidated).isEqualTo(new Consolidated(Given.value("7"), true, List.of(ICHINOSEKI)));
    }

    @ParameterizedTest
    @EnumSource(Consolidation.class)
    void the_joint_figure_stands_where_no_town_has_one(Consolidation how) {
        Observation joint = Given.value("223658");
        SequencedMap<String, Observation> none =
                both(Given.missing(MissingReason.NOT_COUNTABLE, ""), Given.missing(MissingReason.NOT_COUNTABLE, ""));
        Consolidated expected = new Consolidated(joint, false, List.of());
        assertThat(consolidate(how, Incomplete.NO_FIGURE, new LinkedHashMap<>(), joint))
                .isEqualTo(expected);
        assertThat(consolidate(how, Incomplete.NO_FIGURE, none, joint)).isEqualTo(expected);
    }

    @Test
    void the_towns_figures_stand_before_the_joint_one_unless_it_is_the_secretariats_to_enter() {
        SequencedMap<String, Observation> parts = both(Given.value("1"), Given.value("2"));
        Observation joint = Given.value("9");
        assertThat(number(consolidate(Consolidation.SUM, Incomplete.NO_FIGURE, parts, joint)))
                .isEqualByComparingTo(BigFraction.of(3));
        assertThat(number(consolidate(Consolidation.ENTERED, Incomplete.NO_FIGURE, parts, joint)))
                .isEqualByComparingTo(BigFraction.of(9));
        assertThat(consolidate(Consolidation.ENTERED, Incomplete.NO_FIGURE, parts, null)
                        .observation())
                .isNull();
    }

    @Test
    void reasons_that_agree_are_one_reason_and_all_words_are_kept() {
        Consolidated agreed = consolidate(
                Consolidation.SUM,
                Incomplete.NO_FIGURE,
                both(
                        Given.missing(MissingReason.CANCELLED, "コロナのため中止"),
                        Given.missing(MissingReason.CANCELLED, "台風のため中止")),
                null);
        assertThat(agreed.observation()).isEqualTo(Given.missing(MissingReason.CANCELLED, "コロナのため中止、台風のため中止"));
        Consolidated differing = consolidate(
                Consolidation.SUM,
                Incomplete.NO_FIGURE,
                both(Given.missing(MissingReason.CANCELLED, ""), Given.missing(MissingReason.NOT_HELD, "")),
                null);
        assertThat(differing.observation()).isEqualTo(Given.missing(MissingReason.OTHER, "中止、未実施"));
    }

    @Test
    void the_lower_of_two_keeps_the_year_that_it_is_of() {
        Observation ofH30 = new Observation(new Observed.Value(BigDecimal.ONE), Given.H30);
        SequencedMap<String, Observation> parts = both(ofH30, Given.value("2"));
        assertThat(consolidate(Consolidation.MINIMUM, Incomplete.NO_FIGURE, parts, null)
                        .observation())
                .isEqualTo(ofH30);
        assertThat(Objects.requireNonNull(consolidate(Consolidation.SUM, Incomplete.NO_FIGURE, parts, null)
                                .observation())
                        .referenceYear())
                .isNull();
    }

    @Property
    void one_reporters_figure_stands_as_it_is(@ForAll Consolidation how, @ForAll("shares") Observation only) {
        Assume.that(how != Consolidation.ENTERED);
        SequencedMap<String, Observation> parts = new LinkedHashMap<>();
        parts.put(ICHINOSEKI, only);
        assertThat(new Consolidator(how, Incomplete.NO_FIGURE).consolidate(PERCENT, List.of(ICHINOSEKI), parts, null))
                .isEqualTo(new Consolidated(only, false, List.of()));
    }

    @Property
    void a_sum_lies_between_the_parts_times_their_number_and_order_is_of_no_account(
            @ForAll("shares") Observation one, @ForAll("shares") Observation other) {
        for (Consolidation how : List.of(
                Consolidation.SUM,
                Consolidation.MEAN,
                Consolidation.MINIMUM,
                Consolidation.MAXIMUM,
                Consolidation.RATIO_OF_SUMS)) {
            assertThat(number(consolidate(how, Incomplete.NO_FIGURE, both(one, other), null)))
                    .isEqualByComparingTo(number(consolidate(how, Incomplete.NO_FIGURE, both(other, one), null)));
        }
        BigFraction lowest = number(consolidate(Consolidation.MINIMUM, Incomplete.NO_FIGURE, both(one, other), null));
        BigFraction highest = number(consolidate(Consolidation.MAXIMUM, Incomplete.NO_FIGURE, both(one, other), null));
        BigFraction mean = number(consolidate(Consolidation.MEAN, Incomplete.NO_FIGURE, both(one, other), null));
        BigFraction weighed =
                number(consolidate(Consolidation.RATIO_OF_SUMS, Incomplete.NO_FIGURE, both(one, other), null));
        BigFraction sum = number(consolidate(Consolidation.SUM, Incomplete.NO_FIGURE, both(one, other), null));
        BigFraction rounding = BigFraction.of(1, 1_000_000_000);
        assertThat(lowest.subtract(rounding)).isLessThanOrEqualTo(mean);
        assertThat(mean.subtract(rounding)).isLessThanOrEqualTo(highest);
        assertThat(Exact.compare(lowest, weighed)).isNotPositive();
        assertThat(Exact.compare(weighed, highest)).isNotPositive();
        assertThat(sum.subtract(lowest.add(highest)).abs()).isLessThan(rounding);
    }

    @Provide
    Arbitrary<Observation> shares() {
        return Arbitraries.integers().between(1, 5000).flatMap(denominator -> Arbitraries.integers()
                .between(0, denominator)
                .map(numerator -> Given.share(numerator.toString(), denominator.toString())));
    }

    private static Consolidated consolidate(
            Consolidation how,
            Incomplete incomplete,
            SequencedMap<String, Observation> parts,
            @Nullable Observation joint) {
        return new Consolidator(how, incomplete).consolidate(PERCENT, BOTH, parts, joint);
    }

    private static SequencedMap<String, Observation> both(
            @Nullable Observation ichinoseki, @Nullable Observation hiraizumi) {
        SequencedMap<String, Observation> parts = new LinkedHashMap<>();
        if (ichinoseki != null) {
            parts.put(ICHINOSEKI, ichinoseki);
        }
        if (hiraizumi != null) {
            parts.put(HIRAIZUMI, hiraizumi);
        }
        return parts;
    }

    private static BigFraction number(Consolidated consolidated) {
        return number(consolidated, PERCENT).orElseThrow();
    }

    private static Optional<BigFraction> number(Consolidated consolidated, Measure measure) {
        return Optional.ofNullable(consolidated.observation())
                .flatMap(observation -> Evaluator.number(measure, observation.observed()));
    }
}

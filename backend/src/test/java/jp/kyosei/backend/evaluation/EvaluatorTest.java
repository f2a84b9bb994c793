package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
    private static final Baseline NONE = new Baseline.Absent();

    @ParameterizedTest(name = "{0}: f={1}, z={2} → {3} {4}")
    @CsvSource({
        // f/z
        "HIGHER, 349267, 367700, 94.9%, B", // 349267/367700 = 94.987…
        "HIGHER, 80, 100, 80.0%, B",
        "HIGHER, 79.999, 100, 79.9%, C",
        "HIGHER, 50, 100, 50.0%, C",
        "HIGHER, 49.999, 100, 49.9%, D",
        "HIGHER, 100, 100, 100.0%, A",
        "HIGHER, 0, 100, 0.0%, D",
        "HIGHER, -10, 100, -10.0%, D",
        "HIGHER, 1000, 3, 33333.3%, A",
        // z/f: 18.5/20 = 92.5 %; the target met is at least 100 %
        "LOWER, 20, 18.5, 92.5%, B",
        "LOWER, 18.5, 18.5, 100.0%, A",
        "LOWER, 10, 18.5, 185.0%, A",
        "LOWER, 40, 18.5, 46.2%, D", // 46.25 cut off
        // the smaller over the larger
        "KEEP, 3, 3, 100.0%, A",
        "KEEP, 2, 3, 66.6%, C",
        "KEEP, 4, 3, 75.0%, C",
    })
    void target_ratio(Direction direction, String f, String z, String rate, String grade) {
        Evaluation evaluation = judge(RulesOf.ICHINOSEKI_HIRAIZUMI, Given.measure(direction, NONE, z), f);
        assertThat(evaluation.progressText()).isEqualTo(rate);
        assertThat(label(evaluation)).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0}: f={1}, z={2} → {3}: {4}")
    @CsvSource({
        "HIGHER, 0, 0, A, 目標値が0以下",
        "HIGHER, -1, 0, D, 目標値が0以下",
        "HIGHER, -3, -5, A, 目標値が0以下",
        "LOWER, 0, 0, A, 目標値が0以下",
        "LOWER, 3, 0, D, 目標値が0以下",
        "LOWER, 0, 5, A, 実績値が0以下",
        "LOWER, -2, 5, A, 実績値が0以下",
        "KEEP, 0, 5, D, 実績値が0以下",
        "KEEP, 0, 0, A, 目標値が0以下",
    })
    void where_nothing_can_be_divided_the_target_met_or_not_decides(
            Direction direction, String f, String z, String grade, String reason) {
        Evaluation evaluation = judge(RulesOf.DAISEN, Given.measure(direction, NONE, z), f);
        assertThat(evaluation.progress())
                .isInstanceOfSatisfying(Progress.NotComputable.class, why -> assertThat(why.reason())
                        .contains(reason));
        assertThat(evaluation.progressText()).isEqualTo("算定なし");
        assertThat(label(evaluation)).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0}: a={1}, f={2}, z={3} → {4} {5}")
    @CsvSource({
        "HIGHER, 9, 16, 14, 140.0%, A", // (16−9)/(14−9) = 7/5
        "HIGHER, 110, 342, 630, 44.6%, D", // 232/520
        "HIGHER, 10, 5, 20, -50.0%, D", // −5/10
        "LOWER, 100, 70, 60, 75.0%, C", // −30/−40
        "LOWER, 100, 50, 60, 125.0%, A", // −50/−40
        "LOWER, 100, 110, 60, -25.0%, D", // 10/−40
    })
    void change_ratio_needs_no_direction(Direction direction, String a, String f, String z, String rate, String grade) {
        Measure measure = Given.measure(direction, true, 0, ProgressFormula.CHANGE_RATIO, Given.baseline(a), z);
        Evaluation evaluation = judge(RulesOf.DAISEN, measure, f);
        assertThat(evaluation.progressText()).isEqualTo(rate);
        assertThat(label(evaluation)).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0}: a={1}, f={2}, z={3} → {4} {5}")
    @CsvSource({
        "HIGHER, 10, 12, 8, -100.0%, A", // 2/−2, and yet 12 is more than 8
        "HIGHER, 10, 7, 8, 150.0%, D", // −3/−2, and yet 7 is less than 8
        "LOWER, 8, 11, 10, 150.0%, D",
        "KEEP, 8, 12, 10, 200.0%, D",
        "KEEP, 8, 10, 10, 100.0%, A",
    })
    void a_way_that_leads_to_the_worse_side_is_printed_but_not_graded_by(
            Direction direction, String a, String f, String z, String rate, String grade) {
        Measure measure = Given.measure(direction, true, 0, ProgressFormula.CHANGE_RATIO, Given.baseline(a), z);
        Evaluation evaluation = judge(RulesOf.DAISEN, measure, f);
        assertThat(evaluation.progressText()).isEqualTo(rate);
        assertThat(label(evaluation)).isEqualTo(grade);
    }

    @ParameterizedTest(name = "a=z={0}, f={1} → {2}")
    @CsvSource({"10, 10, A", "10, 12, A", "10, 9, D"})
    void a_target_equal_to_the_baseline_has_no_way_to_go(String a, String f, String grade) {
        Measure measure = Given.measure(Direction.HIGHER, true, 0, ProgressFormula.CHANGE_RATIO, Given.baseline(a), a);
        Evaluation evaluation = judge(RulesOf.DAISEN, measure, f);
        assertThat(evaluation.progress()).isInstanceOf(Progress.NotComputable.class);
        assertThat(label(evaluation)).isEqualTo(grade);
    }

    @ParameterizedTest(name = "{0}: a={1}, f={2}, z={3} → {4}")
    @CsvSource({
        "HIGHER, 10, 15, 15, 目標達成",
        "HIGHER, 10, 11, 15, 改善↑",
        "HIGHER, 10, 10, 15, 現状維持",
        "HIGHER, 10, 9, 15, 未達成↓",
        "HIGHER, 2549, 2737, 2604, 目標達成",
        "HIGHER, 11, 18, 8, 目標達成", // a target below the baseline is met all the same
        "LOWER, 18.7, 18.5, 18.5, 目標達成",
        "LOWER, 18.7, 18.6, 18.5, 改善↑",
        "LOWER, 18.7, 18.70, 18.5, 現状維持",
        "LOWER, 18.7, 18.8, 18.5, 未達成↓",
        "KEEP, 7, 9, 10, 改善↑",
        "KEEP, 7, 13, 10, 現状維持", // 3 away as before
        "KEEP, 7, 14, 10, 未達成↓",
    })
    void comparison_with_target_and_baseline(Direction direction, String a, String f, String z, String grade) {
        assertThat(label(judge(RulesOf.MINE, Given.measure(direction, Given.baseline(a), z), f)))
                .isEqualTo(grade);
    }

    @Test
    void an_absent_baseline_counts_as_zero_where_the_rules_say_so() {
        Measure measure = Given.cumulative(NONE, "200");
        Evaluation evaluation = judge(RulesOf.MINE, measure, "178");
        assertThat(evaluation.progressText()).isEqualTo("89.0%"); // (178−0)/(200−0)
        assertThat(label(evaluation)).isEqualTo("改善↑");
        assertThat(label(judge(RulesOf.MINE, measure, "0"))).isEqualTo("現状維持");
    }

    @Test
    void an_absent_baseline_is_no_figure_where_they_do_not() {
        Measure measure = Given.measure(Direction.HIGHER, true, 0, ProgressFormula.CHANGE_RATIO, NONE, "200");
        assertThat(judge(RulesOf.DAISEN, measure, "178").progress()).isInstanceOf(Progress.NotComputable.class);
    }

    @Test
    void the_first_measured_year_stands_for_the_baseline_of_an_indicator_added_later() {
        // 太陽光: blank in H30, 4 in R2, 7 in R4, target 10: (7−4)/(10−4) = 50 %
        Measure measure = Given.cumulative(new Baseline.AddedLater(""), "10");
        SortedMap<FiscalYear, Observation> series = Given.fromR1("", "4", "未公表", "7");
        Evaluator evaluator = new Evaluator(RulesOf.MINE);
        assertThat(evaluator.evaluate(measure, series, Given.R4).progressText()).isEqualTo("50.0%");
        assertThat(label(evaluator.evaluate(measure, series, Given.R4))).isEqualTo("改善↑");
        assertThat(label(evaluator.evaluate(measure, series, Given.R2))).isEqualTo("現状維持");
    }

    @Test
    void an_indicator_may_have_a_formula_of_its_own() {
        Measure measure =
                Given.measure(Direction.HIGHER, true, 0, ProgressFormula.TARGET_RATIO, Given.baseline("9"), "14");
        assertThat(judge(RulesOf.MINE, measure, "16").progressText()).isEqualTo("114.3%"); // 16/14
    }

    @Test
    void a_missing_value_has_no_rate_no_change_and_no_grade() {
        Observed.Missing cancelled = new Observed.Missing(MissingReason.CANCELLED, "コロナのため中止");
        SortedMap<FiscalYear, Observation> series = Given.fromR1("10", "コロナのため中止", "12");
        Measure measure = Given.measure(Direction.HIGHER, NONE, "10");
        Evaluator evaluator = new Evaluator(RulesOf.DAISEN);
        assertThat(evaluator.evaluate(measure, series, Given.R2))
                .isEqualTo(new Evaluation(Given.R2, new Progress.NotMeasured(cancelled), "", null, "", null));
        assertThat(evaluator.evaluate(measure, series, Given.R3).changeText()).isEmpty();
        assertThat(evaluator.evaluate(measure, series, Given.R4).progress()).isEqualTo(new Progress.NotMeasured(null));
    }

    @Test
    void a_share_of_nobody_is_not_measured() {
        Evaluation evaluation =
                judge(RulesOf.DAISEN, Given.measure(Direction.HIGHER, NONE, "50"), Given.share("0", "0"));
        assertThat(evaluation.progress()).isEqualTo(new Progress.NotMeasured(null));
        assertThat(evaluation.grade()).isNull();
    }

    @Test
    void what_is_graded_is_never_the_rounded_rate() {
        // 79.96 % prints as 80.0 % half up, and is C.
        Evaluation evaluation = judge(RulesOf.DAISEN, Given.measure(Direction.HIGHER, NONE, "100"), "79.96");
        assertThat(evaluation.progressText()).isEqualTo("80.0%");
        assertThat(label(evaluation)).isEqualTo("C");
    }

    @ParameterizedTest
    @CsvSource({
        // direction, figure, target, printed: cut before 100 % where the target is missed, rounded where it is met
        "HIGHER, 99.96, 100, 99.9%, B",
        "HIGHER, 2999, 3000, 99.9%, B",
        "HIGHER, 100, 100, 100.0%, A",
        "HIGHER, 100.04, 100, 100.0%, A",
        "LOWER, 3001, 3000, 99.9%, B",
        "LOWER, 3000, 3000, 100.0%, A",
        "KEEP, 3001, 3000, 99.9%, B",
    })
    void what_misses_its_target_is_not_printed_as_a_hundred_percent(
            Direction direction, String figure, String target, String printed, String grade) {
        Evaluation evaluation = judge(RulesOf.DAISEN, Given.measure(direction, NONE, target), figure);
        assertThat(evaluation.progressText()).isEqualTo(printed);
        assertThat(label(evaluation)).isEqualTo(grade);
    }

    @Test
    void a_way_that_leads_to_the_worse_side_is_not_printed_as_gone_either() {
        // (1499.9 − 2000) / (1500 − 2000) = 1.0002, and 1,500 is missed
        Measure measure =
                Given.measure(Direction.HIGHER, false, 0, ProgressFormula.CHANGE_RATIO, Given.baseline("2000"), "1500");
        assertThat(judge(RulesOf.DAISEN, measure, "1499.9").progressText()).isEqualTo("100.1%");
        assertThat(judge(RulesOf.DAISEN, measure, "1500").progressText()).isEqualTo("100.0%");
    }

    @Test
    void a_share_that_is_not_all_is_not_printed_as_a_hundred() {
        Measure measure = Given.measure(Direction.HIGHER, false, 1, null, NONE, "100");
        assertThat(new Evaluator(RulesOf.DAISEN)
                        .figureText(measure, Given.share("9996", "10000").observed()))
                .isEqualTo("99.9");
        assertThat(new Evaluator(RulesOf.DAISEN)
                        .figureText(measure, Given.share("861", "861").observed()))
                .isEqualTo("100.0");
    }

    @Test
    void a_share_is_graded_as_counted_and_printed_cut_off() {
        // 561/861 = 65.1567… %: 65.156 is met, 65.157 is not
        Measure met = Given.measure(Direction.HIGHER, false, 1, null, NONE, "65.156");
        Measure missed = Given.measure(Direction.HIGHER, false, 1, null, NONE, "65.157");
        Observation share = Given.share("561", "861");
        Evaluator evaluator = new Evaluator(RulesOf.ICHINOSEKI_HIRAIZUMI);
        assertThat(evaluator.figureText(met, share.observed())).isEqualTo("65.1");
        assertThat(label(judge(RulesOf.ICHINOSEKI_HIRAIZUMI, met, share))).isEqualTo("A");
        assertThat(label(judge(RulesOf.ICHINOSEKI_HIRAIZUMI, missed, share))).isEqualTo("B");
    }

    @ParameterizedTest(name = "{0} → {1} は {3}（{2}）")
    @CsvSource({
        "382, 407, OWN, 25",
        "222706, 208897, OWN, '-13,809'",
        "66.5, 66.5, OWN, 0.0",
        "25.5, 28.9, OWN, 3.4",
        "52.1, 51.4, OWN, -0.7",
        "94.0, 93.7, WHOLE, 0",
        "56.6, 70.4, WHOLE, 14",
        "10.5, 10.0, WHOLE, -1",
    })
    void change_on_last_year(String before, String now, ChangeDigits digits, String text) {
        Measure measure = new Measure(
                Direction.HIGHER,
                false,
                new BigDecimal(now).scale(),
                digits,
                false,
                null,
                NONE,
                List.of(new Target(Given.R6, BigDecimal.TEN)));
        Evaluation evaluation = new Evaluator(RulesOf.MINE).evaluate(measure, Given.fromR1(before, now), Given.R2);
        assertThat(evaluation.changeText()).isEqualTo(text);
        assertThat(Objects.requireNonNull(evaluation.change()))
                .isEqualByComparingTo(Rounding.exact(new BigDecimal(now).subtract(new BigDecimal(before))));
    }

    @Test
    void a_year_is_judged_against_its_own_interim_target_where_the_rules_ask() {
        Measure measure = new Measure(
                Direction.HIGHER,
                false,
                0,
                ChangeDigits.OWN,
                false,
                null,
                NONE,
                List.of(new Target(Given.R6, new BigDecimal("100")), new Target(Given.R2, new BigDecimal("40"))));
        SortedMap<FiscalYear, Observation> series = Given.fromR1("40", "40", "40");
        Evaluator interim = new Evaluator(RulesOf.judgedByInterimTargets(RulesOf.DAISEN));
        assertThat(interim.evaluate(measure, series, Given.R2).progressText()).isEqualTo("100.0%");
        assertThat(interim.evaluate(measure, series, Given.R3).progressText()).isEqualTo("40.0%");
        assertThat(new Evaluator(RulesOf.DAISEN)
                        .evaluate(measure, series, Given.R2)
                        .progressText())
                .isEqualTo("40.0%");
    }

    @Test
    void a_target_of_an_earlier_year_than_the_plans_last_still_judges_the_years_after_it() {
        Measure measure = new Measure(
                Direction.HIGHER,
                false,
                0,
                ChangeDigits.OWN,
                false,
                null,
                NONE,
                List.of(new Target(Given.R4, new BigDecimal("79"))));
        assertThat(new Evaluator(RulesOf.MINE)
                        .evaluate(measure, Given.fromR1("", "", "", "", "79"), Given.R5)
                        .progressText())
                .isEqualTo("100.0%");
    }

    @Test
    void labels_stand_in_the_order_of_the_rules_with_the_unmeasured_last() {
        assertThat(RulesOf.DAISEN.labels()).containsExactly("A", "B", "C", "D", "その他");
        assertThat(RulesOf.MINE.labels()).containsExactly("目標達成", "改善↑", "現状維持", "未達成↓", "その他");
    }

    @Test
    void bands_fall_strictly_and_only_the_last_has_no_bound() {
        Band a = new Band("A", new BigDecimal("100"), "", "A");
        Band b = new Band("B", new BigDecimal("100.0"), "", "B");
        Band rest = new Band("C", null, "", "C");
        assertThatIllegalArgumentException().isThrownBy(() -> new Grading.Thresholds(List.of(a, b, rest)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grading.Thresholds(List.of(a, rest, rest)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grading.Thresholds(List.of(a, b)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grading.Thresholds(List.of()));
    }

    @Test
    void two_grades_of_one_label_cannot_be_counted_apart() {
        Grading twice =
                new Grading.Thresholds(List.of(new Band("A", BigDecimal.TEN, "", "A"), new Band("A", null, "", "B")));
        RuleSet daisen = RulesOf.DAISEN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSet(
                        daisen.plainFormula(),
                        daisen.cumulativeFormula(),
                        false,
                        daisen.rateRounding(),
                        daisen.judgedAgainst(),
                        "その他",
                        twice))
                .withMessageContaining("違う名前");
    }

    private static Evaluation judge(RuleSet rules, Measure measure, String figure) {
        return judge(rules, measure, Given.value(figure));
    }

    private static Evaluation judge(RuleSet rules, Measure measure, Observation observation) {
        SortedMap<FiscalYear, Observation> series = new TreeMap<>();
        series.put(Given.R5, observation);
        return new Evaluator(rules).evaluate(measure, series, Given.R5);
    }

    private static String label(Evaluation evaluation) {
        return Objects.requireNonNull(evaluation.grade()).label();
    }
}

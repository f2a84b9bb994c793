package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private static final Baseline NONE = new Baseline.Absent();
    private static final Measure PLAIN = Given.measure(Direction.HIGHER, NONE, "100");
    private static final SortedMap<FiscalYear, Published> NO_RECORDS = new TreeMap<>();

    @Test
    void a_cumulative_figure_does_not_fall() {
        // 起業支援セミナーの参加者数（累計）
        Measure measure = Given.cumulative(Given.baseline("49"), "250");
        assertThat(check(measure, Given.fromR1("215", "160", "193", "286")))
                .containsExactly(new Check(
                        CheckCode.CUMULATIVE_FALLS,
                        Given.R2,
                        "累計の指標ですが、R1の 215 から 160 に減っています。値を確かめ、正しければ理由を書いてください。"));
    }

    @Test
    void a_cumulative_figure_is_compared_across_a_missing_year() {
        Measure measure = Given.cumulative(NONE, "19");
        assertThat(found(measure, Given.fromR1("9", "コロナにより未実施", "8", "8"))).containsExactly("CUMULATIVE_FALLS R3");
    }

    @Test
    void a_plain_figure_may_fall() {
        assertThat(found(PLAIN, Given.fromR1("215", "160"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource({
        "411, 19.7, true", // 411/19.7 = 20.9
        "10, 100, true",
        "10, 99.9, false",
        "100, 10, true",
        "100, 10.1, false",
        "-1, -20, true",
        "-1, 20, true",
        "0, 100, false",
    })
    void a_factor_of_ten_either_way_is_pointed_out(String before, String now, boolean pointedOut) {
        List<String> found = found(PLAIN, Given.fromR1(before, now)).stream()
                .filter(finding -> finding.startsWith("IMPLAUSIBLE_JUMP"))
                .toList();
        assertThat(found).isEqualTo(pointedOut ? List.of("IMPLAUSIBLE_JUMP R2") : List.of());
    }

    @Test
    void a_jump_is_measured_from_the_last_measured_year_or_the_baseline() {
        assertThat(found(PLAIN, Given.fromR1("411", "未公表", "19.7"))).containsExactly("IMPLAUSIBLE_JUMP R3");
        assertThat(found(Given.measure(Direction.HIGHER, Given.baseline("6710"), "17100"), Given.fromR1("8.2")))
                .containsExactly("IMPLAUSIBLE_JUMP R1");
    }

    @Test
    void a_zero_beside_other_figures_may_mean_that_nothing_was_held() {
        assertThat(check(PLAIN, Given.fromR1("13", "0"))).singleElement().satisfies(check -> {
            assertThat(check.code()).isEqualTo(CheckCode.ZERO_MAY_MEAN_MISSING);
            assertThat(check.fiscalYear()).isEqualTo(Given.R2);
            assertThat(check.message()).contains("R2は 0", "「未実施」などの理由");
        });
        assertThat(found(PLAIN, Given.fromR1("0", "13"))).containsExactly("ZERO_MAY_MEAN_MISSING R1");
        assertThat(found(Given.measure(Direction.HIGHER, Given.baseline("13"), "30"), Given.fromR1("0")))
                .containsExactly("ZERO_MAY_MEAN_MISSING R1");
    }

    @Test
    void a_figure_that_was_always_zero_is_taken_for_zero() {
        // 世界遺産「平泉」の構成資産数
        assertThat(found(Given.measure(Direction.HIGHER, Given.baseline("0"), "3"), Given.fromR1("0", "0", "0", "0")))
                .isEmpty();
    }

    @Test
    void a_cumulative_figure_is_zero_until_it_counts_first() {
        // 工業団地（十文字含む）・未利用地への誘致・進出企業数（累計）
        assertThat(found(Given.cumulative(Given.baseline("0"), "1"), Given.fromR1("0", "0", "1", "1", "2")))
                .isEmpty();
        assertThat(found(Given.cumulative(NONE, "10"), Given.fromR1("3", "0")))
                .containsExactly("CUMULATIVE_FALLS R2", "ZERO_MAY_MEAN_MISSING R2");
    }

    @Test
    void a_figure_carried_for_two_further_years_is_stale() {
        // 年間商品販売額: that of H28 in R1, R2 and R3; that of R3 in R4 and R5
        assertThat(found(PLAIN, Given.fromR1("38,806(H28)", "38,806(H28)", "38,806(H28)", "22,718(R3)", "22,718(R3)")))
                .containsExactly("STALE_REFERENCE_YEAR R3");
        // 観光地キャッシュレス導入店舗割合: the year of the survey counts as the first
        assertThat(found(PLAIN, Given.fromR1("11", "11(R1)", "11(R1)", "11(R1)")))
                .containsExactly("STALE_REFERENCE_YEAR R3", "STALE_REFERENCE_YEAR R4");
    }

    @Test
    void a_figure_that_is_always_of_the_year_before_is_not_stale() {
        // 農業産出額
        assertThat(found(PLAIN, Given.fromR1("3,510(H30)", "3,460(R1)", "2,830(R2)", "3,260(R3)", "3,290(R4)")))
                .isEmpty();
        assertThat(found(PLAIN, Given.fromR1("11", "11", "11", "47(R4)"))).isEmpty();
    }

    @ParameterizedTest(name = "記録「{0}」は相違{1}")
    @CsvSource({
        "A, false",
        "B, true",
        "'', true",
    })
    void the_recorded_grade_is_compared_with_the_computed_one(String recorded, boolean differs) {
        assertThat(foundAgainst(new Published(recorded.isEmpty() ? null : recorded, null, null, null)))
                .isEqualTo(differs ? List.of("GRADE_DIFFERS_FROM_RECORD R2") : List.of());
    }

    @Test
    void a_recorded_grade_without_a_figure_differs() {
        SortedMap<FiscalYear, Published> records =
                new TreeMap<>(Map.of(Given.R1, new Published("A", null, null, null)));
        assertThat(new Checks(new Evaluator(RulesOf.DAISEN), PLAIN, Given.fromR1("未公表"), records, null).until(Given.R1))
                .singleElement()
                .extracting(Check::message)
                .isEqualTo("R1の記録は A ですが、計算では 空欄 です。記録か実績値のどちらが正しいか確かめてください。");
    }

    // R1 is 93, R2 is 112.35 of 100: rate 112.35 %, change 19.35; half up
    @ParameterizedTest(name = "進捗率 {0}、対前年 {1} → {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "112.4% | - | ''",
                "１１２．４％ | - | ''",
                "112.35 | - | ''",
                "112% | - | ''",
                "112.3% | - | RATE_DIFFERS_FROM_RECORD R2",
                "113% | - | RATE_DIFFERS_FROM_RECORD R2",
                "'' | - | RATE_DIFFERS_FROM_RECORD R2",
                "— | - | RATE_DIFFERS_FROM_RECORD R2",
                "達成 | - | RATE_DIFFERS_FROM_RECORD R2",
                "- | 19 | ''",
                "- | 19.4 | ''",
                "- | +19.35 | ''",
                "- | 20 | CHANGE_DIFFERS_FROM_RECORD R2",
                "- | ▲19 | CHANGE_DIFFERS_FROM_RECORD R2",
                "- | '' | CHANGE_DIFFERS_FROM_RECORD R2",
            })
    void recorded_rates_and_changes_are_compared_at_the_decimals_they_are_printed_with(
            @Nullable String rate, @Nullable String change, String finding) {
        assertThat(foundAgainst(new Published("A", rate, change, null)))
                .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void a_recorded_change_without_a_figure_last_year_differs_and_a_blank_does_not() {
        SortedMap<FiscalYear, Published> blank = new TreeMap<>(Map.of(Given.R1, new Published("A", null, "", null)));
        SortedMap<FiscalYear, Published> printed = new TreeMap<>(Map.of(Given.R1, new Published("A", null, "5", null)));
        Evaluator evaluator = new Evaluator(RulesOf.DAISEN);
        assertThat(new Checks(evaluator, PLAIN, Given.fromR1("100"), blank, null).until(Given.R1))
                .isEmpty();
        assertThat(new Checks(evaluator, PLAIN, Given.fromR1("100"), printed, null).until(Given.R1))
                .extracting(Check::code)
                .containsExactly(CheckCode.CHANGE_DIFFERS_FROM_RECORD);
    }

    @Test
    void a_target_of_the_sheet_is_compared_with_that_of_the_plan() {
        // 市内中学・高校生の海外研修参加者数: 175 in the adopted plan, 285 in the results sheet
        Measure measure = Given.measure(Direction.HIGHER, Given.baseline("23"), "285");
        List<Check> found = new Checks(
                        new Evaluator(RulesOf.MINE), measure, Given.fromR1("9"), NO_RECORDS, new BigDecimal("175"))
                .until(Given.R1);
        assertThat(found).singleElement().satisfies(check -> {
            assertThat(check.code()).isEqualTo(CheckCode.TARGET_DIFFERS_FROM_PLAN);
            assertThat(check.message()).contains("175", "285", "確かめ");
        });
        assertThat(foundAgainst(new Published("A", null, null, new BigDecimal("100.0"))))
                .isEmpty();
        assertThat(foundAgainst(new Published("A", null, null, new BigDecimal("120"))))
                .containsExactly("TARGET_DIFFERS_FROM_PLAN R2");
    }

    @Test
    void later_years_than_the_one_looked_at_are_left_out() {
        assertThat(new Checks(new Evaluator(RulesOf.DAISEN), PLAIN, Given.fromR1("1", "100", "1"), NO_RECORDS, null)
                        .until(Given.R2))
                .extracting(Check::fiscalYear)
                .containsExactly(Given.R2);
    }

    private static List<String> foundAgainst(Published ofR2) {
        SortedMap<FiscalYear, Published> records = new TreeMap<>(Map.of(Given.R2, ofR2));
        return lines(new Checks(new Evaluator(RulesOf.DAISEN), PLAIN, Given.fromR1("93", "112.35"), records, null)
                .until(Given.R2));
    }

    private static List<String> found(Measure measure, SortedMap<FiscalYear, Observation> series) {
        return lines(check(measure, series));
    }

    private static List<Check> check(Measure measure, SortedMap<FiscalYear, Observation> series) {
        return new Checks(new Evaluator(RulesOf.DAISEN), measure, series, NO_RECORDS, null).until(Given.R6);
    }

    private static List<String> lines(List<Check> checks) {
        return checks.stream()
                .map(check -> check.code() + " " + check.fiscalYear().shortLabel())
                .toList();
    }
}

package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.evaluation.check.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitChecksTest {
    private static final Baseline NONE = new Baseline.Absent();

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "人", "名", "件", "回", "世帯", "か所", "箇所", "ヶ所", "カ所", "団体", "社", "社等", "延べ人", "人/年", "人／年", "件（累計）", "回 ",
                "年間回", "事業所", "校", "施設", "協定"
            })
    void people_cases_and_places_are_counted(String unit) {
        assertThat(Unit.of(unit, "利用").nature()).isEqualTo(Unit.Nature.COUNT);
    }

    @ParameterizedTest(name = "「{0}」")
    @ValueSource(strings = {"千人", "万人", "百万円", "千円", "ha", "㎡", "km", "トン", "点", "歳", "人/世帯", "時間", "", "-", "ポイント"})
    void measured_things_may_have_parts(String unit) {
        assertThat(Unit.of(unit, "利用").nature()).isEqualTo(Unit.Nature.OTHER);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%", "％", "パーセント"})
    void a_share_is_of_a_hundred(String unit) {
        assertThat(Unit.of(unit, "受診率").nature()).isEqualTo(Unit.Nature.SHARE);
    }

    @ParameterizedTest(name = "{0}{1} {2} (目標 {3})")
    @CsvSource({
        "-5, 人, 利用者数, 30, マイナスの値（-5）",
        "△5, 件, 相談件数, 30, マイナスの値（-5）",
        "1.5, 人, 利用者数, 30, 端数のある値（1.5）",
        "12.25, か所, 設置数, 30, 端数のある値（12.25）",
        "1/2, 人, 利用者数, 30, 割合（1/2）",
        "361/861, 世帯, 加入世帯, 400, 割合（361/861）",
        "130, %, 受診率, 60, 100%を超えています（130）",
        "861/361, %, 受診率, 60, 分子が分母より大きく",
        "-3, %, 受診率, 60, マイナスの値（-3）",
        "-3, 千円, 所得, 60, マイナスの値（-3）",
    })
    void what_the_unit_cannot_count_is_asked_about(
            String typed, String unit, String name, String target, String words) {
        assertThat(found(typed, unit, name, target)).singleElement().satisfies(check -> {
            assertThat(check.code()).isEqualTo(CheckCode.UNIT_DOES_NOT_FIT);
            assertThat(check.fiscalYear()).isEqualTo(Given.R1);
            assertThat(check.message()).startsWith("R1").contains(words);
        });
    }

    @ParameterizedTest(name = "{0}{1} {2} (目標 {3})")
    @CsvSource({
        "30, 人, 利用者数, 30",
        "0, 人, 利用者数, 30",
        "1.45, 人, 合計特殊出生率, 1.80",
        "-35, 人, 社会増減数, 10",
        "-35, 人, 転入の数, -20",
        "1.5, 千人, 入込客数, 2",
        "120, %, 達成率, 110",
        "50.1, %, 受診率, 60",
        "361/861, %, 受診率, 60",
        "-3, %, 観光客数の伸び率, 5",
        "100, %, 充足率, 100",
    })
    void what_the_plan_itself_expects_is_not(String typed, String unit, String name, String target) {
        assertThat(found(typed, unit, name, target)).isEmpty();
    }

    @Test
    void ten_times_the_target_is_asked_about_where_nothing_else_says_how_much_is_usual() {
        assertThat(found("40100", "人", "利用者数", "10"))
                .extracting(Check::code)
                .containsExactly(CheckCode.IMPLAUSIBLE_JUMP);
        Measure measure = Given.measure(Direction.HIGHER, NONE, "10");
        assertThat(codes(measure, "0", "40100")).containsExactly("ZERO_MAY_MEAN_MISSING R1", "IMPLAUSIBLE_JUMP R2");
        assertThat(codes(measure, "5", "90")).containsExactly("IMPLAUSIBLE_JUMP R2");
        assertThat(codes(measure, "4000", "4100")).containsExactly("IMPLAUSIBLE_JUMP R1");
    }

    private static List<Check> found(String typed, String unit, String name, String target) {
        return new Checks(
                        new Evaluator(RulesOf.DAISEN),
                        Given.measure(Direction.HIGHER, NONE, target),
                        Unit.of(unit, name),
                        Given.fromR1(typed),
                        new TreeMap<>(),
                        null)
                .until(Given.R1);
    }

    private static List<String> codes(Measure measure, String... typed) {
        return new Checks(
                        new Evaluator(RulesOf.DAISEN),
                        measure,
                        Unit.of("人", "利用者数"),
                        Given.fromR1(typed),
                        new TreeMap<>(),
                        null)
                .until(Given.R6).stream()
                        .map(check -> check.code() + " " + check.fiscalYear().shortLabel())
                        .toList();
    }
}

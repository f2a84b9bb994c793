package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.evaluation.check.Unit;
import jp.kyosei.backend.figure.FiscalYear;
import org.junit.jupiter.api.Test;

/** 空き家の数、待機児童、ごみの量: less is better, and a file does not say so. */
class DirectionOfRecordsTest {
    private static final Baseline NONE = new Baseline.Absent();
    private static final Measure TAKEN_FOR_HIGHER = Given.measure(Direction.HIGHER, NONE, "100");

    @Test
    void a_printed_rate_that_fits_lower_is_better_asks_for_the_direction() {
        // 100/125 = 80 %, not 125/100
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, rate("80%")), "125"))
                .singleElement()
                .satisfies(check -> assertThat(check.message())
                        .contains("R1の記録（80%）", "「低いほど良い」とみて計算した結果と合います", "「高いほど良い」として計算しています"));
    }

    @Test
    void a_printed_grade_that_fits_lower_is_better_asks_for_the_direction() {
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, grade("B")), "125")).hasSize(1);
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, grade("A")), "80")).hasSize(1);
    }

    @Test
    void a_record_that_fits_as_it_is_says_nothing_of_the_direction() {
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, new Published("A", "125%", null, null)), "125"))
                .isEmpty();
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, grade("A")), "100")).isEmpty();
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, grade("")), "125")).isEmpty();
    }

    @Test
    void a_record_that_fits_no_direction_is_a_slip_of_the_record() {
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, new Published("C", "125%", null, null)), "125"))
                .isEmpty();
        assertThat(found(TAKEN_FOR_HIGHER, Map.of(Given.R1, rate("33%")), "125"))
                .isEmpty();
    }

    @Test
    void one_slip_among_records_that_fit_is_no_question_of_direction() {
        assertThat(found(
                        TAKEN_FOR_HIGHER,
                        Map.of(Given.R1, rate("110%"), Given.R2, rate("120%"), Given.R3, rate("80%")),
                        "110",
                        "120",
                        "125"))
                .isEmpty();
    }

    @Test
    void what_is_lower_is_better_already_may_be_printed_as_higher() {
        Measure lower = Given.measure(Direction.LOWER, NONE, "100");
        assertThat(found(lower, Map.of(Given.R1, rate("125%"), Given.R2, rate("150%")), "125", "150"))
                .singleElement()
                .satisfies(check -> assertThat(check)
                        .returns(Given.R2, Check::fiscalYear)
                        .returns(CheckCode.DIRECTION_DIFFERS_FROM_RECORD, Check::code));
    }

    private static Published rate(String rate) {
        return new Published(null, rate, null, null);
    }

    private static Published grade(String grade) {
        return new Published(grade, null, null, null);
    }

    private static List<Check> found(Measure measure, Map<FiscalYear, Published> printed, String... series) {
        SortedMap<FiscalYear, Published> records = new TreeMap<>(printed);
        return new Checks(
                        new Evaluator(RulesOf.ICHINOSEKI_HIRAIZUMI),
                        measure,
                        Unit.of("件", "空き家の数"),
                        Given.fromR1(series),
                        records,
                        null)
                .until(Given.R6).stream()
                        .filter(check -> check.code() == CheckCode.DIRECTION_DIFFERS_FROM_RECORD)
                        .toList();
    }
}

package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kyosei.backend.PublishedSheet;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 美祢市 令和5年度実績, strategies 1 to 3: columns a (H30), b–f (R1–R5), z (R6) and what the sheet computed from them. */
class MineCityResultsTest {

    /** The sheet prints 13.8 as 14 and −0.3 as 0 here, while 3.4 and −0.7 of other shares keep their decimal. */
    private static final Set<String> CHANGES_IN_WHOLE_NUMBERS =
            Set.of("市内の高校の新卒者の美祢市内就職率", "美祢市に愛着を持つ小・中学生の割合", "市内中学校へ入学する生徒の割合");

    private static final List<String> YEARS = List.of("R1", "R2", "R3", "R4", "R5");

    private final Evaluator evaluator = new Evaluator(RulesOf.MINE);

    record Row(String name, Measure measure, SortedMap<FiscalYear, Observation> series, Published published) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return PublishedSheet.mine().stream().map(MineCityResultsTest::row);
    }

    @Test
    void the_sheet_has_56_rows_10_of_them_cumulative() {
        assertThat(rows()).hasSize(56);
        assertThat(rows().filter(row -> row.measure().cumulative())).hasSize(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rate_change_and_status_come_out_digit_for_digit(Row row) {
        Evaluation computed = evaluator.evaluate(row.measure(), row.series(), Given.R5);
        assertThat(computed.progressText()).isEqualTo(row.published().rate());
        assertThat(computed.changeText()).isEqualTo(row.published().change());
        assertThat(Objects.requireNonNull(computed.grade()).label())
                .isEqualTo(row.published().grade());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void no_row_differs_from_its_own_record(Row row) {
        SortedMap<FiscalYear, Published> records = new TreeMap<>(Map.of(Given.R5, row.published()));
        assertThat(new Checks(evaluator, row.measure(), row.series(), records, null).until(Given.R5))
                .extracting(Check::code)
                .doesNotContain(
                        CheckCode.GRADE_DIFFERS_FROM_RECORD,
                        CheckCode.RATE_DIFFERS_FROM_RECORD,
                        CheckCode.CHANGE_DIFFERS_FROM_RECORD,
                        CheckCode.TARGET_DIFFERS_FROM_PLAN);
    }

    private static Row row(PublishedSheet.Line line) {
        String name = line.get("name");
        SortedMap<FiscalYear, Observation> series =
                Given.fromR1(YEARS.stream().map(line::get).toArray(String[]::new));
        BigDecimal target = new BigDecimal(line.get("target_R6").replace(",", ""));
        Measure measure = new Measure(
                Direction.HIGHER,
                line.get("cumulative_mark").equals("yes"),
                decimals(series),
                CHANGES_IN_WHOLE_NUMBERS.contains(name) ? ChangeDigits.WHOLE : ChangeDigits.OWN,
                false,
                null,
                baseline(line.get("H30")),
                List.of(new Target(Given.R6, target)));
        Published published = new Published(
                line.get("published_status"), line.get("published_progress"), line.get("published_yoy"), target);
        return new Row(name, measure, series, published);
    }

    private static Baseline baseline(String cell) {
        return switch (TypedFigureParser.parse(cell)) {
            case TypedFigure.Figure figure
            when figure.measured() instanceof Observed.Value(BigDecimal value) ->
                new Baseline.Measured(value, Objects.requireNonNullElse(figure.referenceYear(), Given.H30));
            case TypedFigure.NoFigure none -> new Baseline.Absent();
            case TypedFigure other -> throw new IllegalArgumentException(other.toString());
        };
    }

    private static int decimals(SortedMap<FiscalYear, Observation> series) {
        return series.values().stream()
                .map(Observation::observed)
                .mapToInt(observed -> observed instanceof Observed.Value(BigDecimal value) ? value.scale() : 0)
                .max()
                .orElseThrow();
    }
}

package jp.kyosei.backend.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlatFigureTest {
    private static final BigDecimal TOO_LONG = new BigDecimal("1E+61");

    static List<Observation> figures() {
        return List.of(
                Observation.of(new Observed.Value(new BigDecimal("57.0"))),
                new Observation(new Observed.Value(new BigDecimal("38806")), new FiscalYear(2016), "速報値"),
                new Observation(new Observed.Ratio(new BigDecimal("530"), new BigDecimal("802")), null, "5月末"),
                Observation.of(new Observed.Ratio(BigDecimal.ZERO, BigDecimal.ZERO)),
                Observation.of(new Observed.Missing(MissingReason.CANCELLED, "コロナのため中止")),
                Observation.of(new Observed.Missing(MissingReason.OTHER, "")));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void a_figure_laid_out_flat_is_the_same_figure_again(Observation figure) {
        assertThat(FlatFigure.of(figure).figure()).isEqualTo(figure);
    }

    @Test
    void the_words_stand_beside_a_figure_or_with_the_reason() {
        FlatFigure measured = FlatFigure.of(new Observation(new Observed.Value(BigDecimal.ONE), null, "速報値"));
        FlatFigure missing = FlatFigure.of(Observation.of(new Observed.Missing(MissingReason.CANCELLED, "大雪のため")));

        assertThat(measured.remark()).isEqualTo("速報値");
        assertThat(measured.explanation()).isEmpty();
        assertThat(missing.remark()).isEmpty();
        assertThat(missing.explanation()).isEqualTo("大雪のため");
    }

    @Test
    void an_empty_cell_is_no_figure() {
        assertThat(FlatFigure.ofNullable(null)).isEqualTo(FlatFigure.NOTHING);
        refused(FlatFigure.NOTHING, WrongFigureException.Part.FIGURE, "どれか1つ");
    }

    @Test
    void a_value_and_a_reason_are_two_figures() {
        refused(
                new FlatFigure(BigDecimal.ONE, null, null, MissingReason.CANCELLED, "", null),
                WrongFigureException.Part.FIGURE,
                "どれか1つ");
        refused(
                new FlatFigure(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN, null, "", null),
                WrongFigureException.Part.FIGURE,
                "どれか1つ");
        // Half a ratio beside a value is not left out silently.
        refused(
                new FlatFigure(BigDecimal.ONE, null, BigDecimal.TEN, null, "", null),
                WrongFigureException.Part.FIGURE,
                "どれか1つ");
    }

    @Test
    void half_a_ratio_is_asked_for_its_other_half() {
        refused(flatRatio(BigDecimal.ONE, null), WrongFigureException.Part.DENOMINATOR, "両方");
        refused(flatRatio(null, BigDecimal.ONE), WrongFigureException.Part.NUMERATOR, "両方");
    }

    @Test
    void a_number_too_long_to_reckon_with_is_refused_in_words() {
        refused(new FlatFigure(TOO_LONG, null, null, null, "", null), WrongFigureException.Part.VALUE, "60 桁");
        refused(flatRatio(TOO_LONG, BigDecimal.ONE), WrongFigureException.Part.NUMERATOR, "60 桁");
        refused(flatRatio(BigDecimal.ONE, TOO_LONG), WrongFigureException.Part.DENOMINATOR, "60 桁");
    }

    @Test
    void a_negative_denominator_is_refused_in_words() {
        refused(flatRatio(BigDecimal.ONE, BigDecimal.ONE.negate()), WrongFigureException.Part.DENOMINATOR, "分母は0より");
    }

    @Test
    void a_reference_year_is_a_fiscal_year() {
        refused(
                new FlatFigure(BigDecimal.ONE, null, null, null, "", 28),
                WrongFigureException.Part.REFERENCE_YEAR,
                "4桁の西暦");
    }

    private static FlatFigure flatRatio(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return new FlatFigure(null, numerator, denominator, null, "", null);
    }

    private static void refused(FlatFigure flat, WrongFigureException.Part part, String words) {
        assertThatExceptionOfType(WrongFigureException.class)
                .isThrownBy(flat::figure)
                .satisfies(wrong -> assertThat(wrong.part()).isEqualTo(part))
                .withMessageContaining(words);
    }
}

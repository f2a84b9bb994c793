package jp.kyosei.backend.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

    @ParameterizedTest(name = "{0} → {3}")
    @CsvSource({
        "-13809, 0, HALF_UP, '-13,809'",
        "999, 0, HALF_UP, 999",
        "-999, 0, HALF_UP, -999",
        "1000, 0, HALF_UP, '1,000'",
        "1234567.891, 2, HALF_UP, '1,234,567.89'",
        "65.157, 1, DOWN, 65.1",
        "65.157, 1, HALF_UP, 65.2",
        "57, 1, HALF_UP, 57.0",
        "-0.3, 0, HALF_UP, 0",
        "-0.04, 1, HALF_UP, 0.0",
        "-0.9, 0, DOWN, 0",
        "999.95, 1, HALF_UP, '1,000.0'",
        "1E+6, 0, HALF_UP, '1,000,000'",
    })
    void prints_with_separators_and_decimals_and_never_minus_zero(
            BigDecimal figure, int decimals, RoundingMode rounding, String text) {
        assertThat(new FigureFormat(decimals, rounding).format(figure)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"57.0, 57.0", "358232, '358,232'", "1E+3, '1,000'", "-0.0, 0.0"})
    void prints_as_entered(BigDecimal figure, String text) {
        assertThat(FigureFormat.asEntered(figure)).isEqualTo(text);
    }

    @Test
    void decimals_are_not_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FigureFormat(-1, RoundingMode.DOWN));
    }

    @Property
    void what_is_printed_is_read_back_as_entered(
            @ForAll @BigRange(min = "-99999999999999999999", max = "99999999999999999999") @Scale(10) BigDecimal any,
            @ForAll @IntRange(max = 10) int decimals) {
        BigDecimal figure = any.setScale(decimals, RoundingMode.DOWN);
        TypedFigure read = TypedFigureParser.parse(FigureFormat.asEntered(figure));
        assertThat(read).isEqualTo(new TypedFigure.Figure(new Observed.Value(figure), null, ""));
    }
}

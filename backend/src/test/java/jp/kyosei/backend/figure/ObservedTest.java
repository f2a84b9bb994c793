package jp.kyosei.backend.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ObservedTest {

    @Test
    void a_share_of_nobody_is_a_true_report() {
        assertThat(new Observed.Ratio(BigDecimal.ZERO, BigDecimal.ZERO).denominator())
                .isZero();
    }

    @Test
    void a_denominator_is_not_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Observed.Ratio(BigDecimal.ONE, BigDecimal.ONE.negate()));
    }

    @Test
    void a_number_that_would_fill_the_memory_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Observed.Value(new BigDecimal("1E+999999999")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observed.Value(new BigDecimal("1E-999999999")));
    }

    @Test
    void a_missing_figure_prints_its_words_or_else_its_reason() {
        assertThat(new Observed.Missing(MissingReason.CANCELLED, "コロナのため中止").text())
                .isEqualTo("コロナのため中止");
        assertThat(new Observed.Missing(MissingReason.CANCELLED, "").text()).isEqualTo("中止");
    }
}

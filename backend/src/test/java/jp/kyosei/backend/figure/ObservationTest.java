package jp.kyosei.backend.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final FiscalYear H28 = new FiscalYear(2016);
    private static final Observed.Value FIGURE = new Observed.Value(new BigDecimal("38806"));

    @Test
    void the_words_of_a_missing_figure_stand_with_its_reason_alone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Observation(new Observed.Missing(MissingReason.CANCELLED, ""), null, "大雪"));
        assertThat(Observation.of(new Observed.Missing(MissingReason.CANCELLED, "大雪"))
                        .words())
                .isEqualTo("大雪");
        assertThat(new Observation(FIGURE, null, "速報値").words()).isEqualTo("速報値");
    }

    @Test
    void a_figure_of_the_very_year_that_is_reported_needs_no_reference_year() {
        assertThat(new Observation(FIGURE, R5, "速報値").checkedFor(R5)).isEqualTo(new Observation(FIGURE, null, "速報値"));
        assertThat(new Observation(FIGURE, H28, "").checkedFor(R5)).isEqualTo(new Observation(FIGURE, H28, ""));
    }

    @Test
    void a_figure_is_not_of_a_year_still_to_come() {
        refused(new Observation(FIGURE, R5.next()), WrongFigureException.Part.REFERENCE_YEAR, "令和6年度");
    }

    @Test
    void a_missing_figure_is_of_no_year() {
        refused(
                new Observation(new Observed.Missing(MissingReason.CANCELLED, ""), H28),
                WrongFigureException.Part.REFERENCE_YEAR,
                "数値がないとき");
    }

    @Test
    void words_have_500_letters_beside_a_figure_and_with_a_reason() {
        String most = "𠮷".repeat(500);
        assertThat(new Observation(FIGURE, null, most).checkedFor(R5).note()).isEqualTo(most);
        assertThat(missing(most).checkedFor(R5).words()).isEqualTo(most);

        refused(new Observation(FIGURE, null, most + "字"), WrongFigureException.Part.NOTE, "注");
        refused(missing(most + "字"), WrongFigureException.Part.EXPLANATION, "理由の説明");
    }

    @Test
    void words_are_cleaned_and_hold_text_only() {
        assertThat(new Observation(FIGURE, null, " 速報値\r\n再掲 ").checkedFor(R5).note())
                .isEqualTo("速報値\n再掲");
        refused(new Observation(FIGURE, null, "速\u0007報"), WrongFigureException.Part.NOTE, "注");
    }

    @Test
    void nobody_of_nobody_is_a_share_and_five_of_nobody_is_none() {
        Observation nobody = Observation.of(new Observed.Ratio(BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(nobody.checkedFor(R5)).isEqualTo(nobody);
        refused(
                Observation.of(new Observed.Ratio(new BigDecimal("5"), BigDecimal.ZERO)),
                WrongFigureException.Part.DENOMINATOR,
                "0/0");
    }

    private static Observation missing(String words) {
        return Observation.of(new Observed.Missing(MissingReason.NOT_HELD, words));
    }

    private static void refused(Observation figure, WrongFigureException.Part part, String words) {
        assertThatExceptionOfType(WrongFigureException.class)
                .isThrownBy(() -> figure.checkedFor(R5))
                .satisfies(wrong -> assertThat(wrong.part()).isEqualTo(part))
                .withMessageContaining(words);
    }
}

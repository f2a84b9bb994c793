package jp.kyosei.backend.collection.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.junit.jupiter.api.Test;

class EntryLimitsTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final Observed.Value FIGURE = new Observed.Value(new BigDecimal("61947"));

    private final RunningBackend backend = RunningBackend.get();
    private final EntryService entries = backend.bean(EntryService.class);

    @Test
    void another_program_is_told_the_field_of_a_figure_that_may_not_be_stored() {
        assertThat(refused(new Observation(FIGURE, null, "字".repeat(501)))).isEqualTo("note");
        assertThat(refused(Observation.of(new Observed.Missing(MissingReason.CANCELLED, "字".repeat(501)))))
                .isEqualTo("missing.note");
        assertThat(refused(new Observation(FIGURE, R4.next()))).isEqualTo("referenceYear");
        assertThat(refused(Observation.of(new Observed.Ratio(BigDecimal.ONE, BigDecimal.ZERO))))
                .isEqualTo("denominator");
    }

    @Test
    void a_person_is_told_that_a_year_still_to_come_has_no_figure() {
        EntryPreview preview = preview(new CellEdit.Typed(new TypedCell("61,947(R5)", "", "")));

        assertThat(preview.understood()).isFalse();
        assertThat(preview.message()).contains("令和5年度", "令和4年度", "より後");
    }

    private String refused(Observation figure) {
        String[] field = new String[1];
        assertThatExceptionOfType(WrongTextException.class)
                .isThrownBy(() -> preview(new CellEdit.Given(figure)))
                .satisfies(wrong -> field[0] = wrong.field());
        return field[0];
    }

    private EntryPreview preview(CellEdit.Content content) {
        return entries.preview(
                        backend.user(DemonstrationUser.SECRETARIAT),
                        VISION,
                        R4,
                        HIRAIZUMI,
                        List.of(new CellEdit("9", content, CellEdit.ANY_VERSION, "誤記のため")))
                .getFirst();
    }
}

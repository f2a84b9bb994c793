package jp.kyosei.backend.collection.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 平泉町 has no series of its own in most indicators: only the figures of 圏域計 are known of the years before. */
class TownFindingsTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final FiscalYear R5 = new FiscalYear(2023);

    private final RunningBackend backend = RunningBackend.get();
    private final EntryService entries = backend.bean(EntryService.class);

    @ParameterizedTest(name = "No.{0} {1}: {2}")
    @CsvSource({
        "7, -5, UNIT_DOES_NOT_FIT, マイナスの値",
        "7, △5, UNIT_DOES_NOT_FIT, マイナスの値",
        "7, 1.5, UNIT_DOES_NOT_FIT, 端数のある値（1.5）",
        "7, 1/2, UNIT_DOES_NOT_FIT, 割合（1/2）",
        "7, 0, ZERO_MAY_MEAN_MISSING, 圏域計は 59",
        "7, 590, IMPLAUSIBLE_JUMP, 圏域計 59",
        "17, 0, ZERO_MAY_MEAN_MISSING, 圏域計は 18",
        "20, 401000, IMPLAUSIBLE_JUMP, 圏域計 42",
        "21, 36/3, UNIT_DOES_NOT_FIT, 分子が分母より大きく",
        "21, 670, UNIT_DOES_NOT_FIT, 100%を超えています",
        "29, 5.7, IMPLAUSIBLE_JUMP, 57",
    })
    void a_town_without_an_own_series_is_asked_about_what_cannot_be(
            String no, String typed, String code, String words) {
        assertThat(findings(HIRAIZUMI, no, typed)).anySatisfy(check -> {
            assertThat(check.code().name()).isEqualTo(code);
            assertThat(check.message()).contains(words);
        });
    }

    @ParameterizedTest(name = "No.{0} {1}")
    @CsvSource({"7, 12", "17, 3", "20, 9", "21, 31/59", "21, 66.7", "29, 57.1", "7, 中止", "9, 61234"})
    void an_ordinary_part_of_the_whole_is_not(String no, String typed) {
        assertThat(findings(HIRAIZUMI, no, typed)).isEmpty();
    }

    @ParameterizedTest(name = "No.{0} {1}: {2}")
    @CsvSource({
        "3, 140, IMPLAUSIBLE_JUMP",
        "3, 0, ZERO_MAY_MEAN_MISSING",
        "26, 480.5, UNIT_DOES_NOT_FIT",
        "1, 130, UNIT_DOES_NOT_FIT",
    })
    void a_town_with_a_series_is_asked_as_well(String no, String typed, String code) {
        assertThat(findings(ICHINOSEKI, no, typed))
                .extracting(check -> check.code().name())
                .contains(code);
    }

    @Test
    void every_finding_is_shown_with_the_entry_itself() {
        List<EntryPreview> previews = entries.preview(
                backend.user(DemonstrationUser.SECRETARIAT),
                VISION,
                R5,
                HIRAIZUMI,
                List.of(edit("7", "-5"), edit("20", "9"), edit("30", "0")));

        assertThat(previews)
                .extracting(EntryPreview::understood)
                .as("asked, never blocked")
                .containsOnly(true);
        assertThat(previews).extracting(preview -> preview.findings().size()).containsExactly(1, 0, 1);
    }

    private List<Check> findings(MunicipalityCode town, String no, String typed) {
        EntryPreview preview = entries.preview(
                        backend.user(DemonstrationUser.SECRETARIAT), VISION, R5, town, List.of(edit(no, typed)))
                .getFirst();
        assertThat(preview.understood()).as(preview.message()).isTrue();
        return preview.findings();
    }

    private static CellEdit edit(String no, String typed) {
        return new CellEdit(no, new CellEdit.Typed(new TypedCell(typed, "", "")), CellEdit.ANY_VERSION, "");
    }
}

package jp.kyosei.backend.collection.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the three fields of a cell become: 実績 | 値の年度 | 注 of an indicator counted in 人. */
class TypedCellTest {
    private static final FiscalYear R5 = new FiscalYear(2023);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "空",
            value = {
                // 打ったもの | 値の年度 | 注 | 保存されるもの | 保存される注 | 読み方の知らせ
                "361234                | '' | ''         | 361234              | ''                    | ''",
                "361,234               | '' | ''         | 361234              | ''                    | ''",
                "12.50                 | '' | ''         | 12.50               | ''                    | ''",
                "１２，８０４          | '' | ''         | 12804               | ''                    | 12,804 と読みました",
                "△4                   | '' | ''         | -4                  | ''                    | -4 と読みました",
                "▲1,200               | '' | ''         | -1200               | ''                    | '-1,200 と読みました'",
                "1,452人               | '' | ''         | 1452                | ''                    | '1,452 と読みました'",
                "38,806(H28)           | '' | ''         | 38806 (H28)         | ''                    | '38,806 と読みました。（ ）の中を値の年度に移しました'",
                "38806                 | H28 | ''        | 38806 (H28)         | ''                    | ''",
                "38806                 | 平成28年度 | '' | 38806 (H28)         | ''                    | ''",
                "38806                 | 2016 | ''       | 38806 (H28)         | ''                    | ''",
                "38,806(H28)           | H28 | ''        | 38806 (H28)         | ''                    | '38,806 と読みました。（ ）の中を値の年度に移しました'",
                "85,000（主催者発表）  | '' | ''         | 85000               | 主催者発表            | '85,000 と読みました。「主催者発表」を注に移しました'",
                "85,000（主催者発表）  | '' | 推計       | 85000               | 主催者発表、推計      | '85,000 と読みました。「主催者発表」を注に移しました'",
                "85000                 | '' | 主催者発表 | 85000               | 主催者発表            | ''",
                "中止                  | '' | ''         | CANCELLED           | 空                    | ''",
                "コロナのため中止      | '' | ''         | CANCELLED コロナのため中止 | 空             | 数値なし（中止）として読みました",
                "中止                  | '' | コロナのため中止 | CANCELLED コロナのため中止 | 空       | ''",
                "未実施                | '' | 隔年で実施 | NOT_HELD 隔年で実施 | 空                    | ''",
                "集計不可              | '' | ''         | NOT_COUNTABLE       | 空                    | ''",
                "調査未実施            | '' | ''         | NOT_SURVEYED        | 空                    | ''",
                "未公表                | '' | ''         | NOT_PUBLISHED       | 空                    | ''",
                "供用開始前            | '' | ''         | NOT_STARTED         | 空                    | ''",
                "その他                | '' | 担当課不在 | OTHER 担当課不在    | 空                    | ''",
                "—                    | '' | ''         | OTHER —            | 空                    | 数値なし（その他の理由）として読みました",
                "0                     | '' | ''         | 0                   | ''                    | ''",
                "''                    | '' | ''         | 空                  | ''                    | ''",
                "361/861               | '' | ''         | 361/861             | ''                    | ''",
                "361人/861人           | '' | ''         | 361/861             | ''                    | '361/861 と読みました'",
                "０／０                | '' | ''         | 0/0                 | ''                    | '0/0 と読みました'",
            })
    void is_read_as_people_type_it(
            String value, String year, String note, String stored, String storedNote, String hint) {
        TypedCell.Reading reading = new TypedCell(value, year, note).read(indicator(Consolidation.SUM));

        assertThat(reading).isInstanceOf(TypedCell.Understood.class);
        TypedCell.Understood understood = (TypedCell.Understood) reading;
        assertThat(inWords(understood.observation())).isEqualTo(stored);
        assertThat(understood.note()).isEqualTo(storedNote == null ? "" : storedNote);
        assertThat(understood.hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc         | ''     | ''   | 数値か理由として読み取れません",
                "12,34       | ''     | ''   | 桁区切り",
                "100以上     | ''     | ''   | 幅のある書き方",
                "3万         | ''     | ''   | 「万」「千」などは使わず",
                "1200千人    | ''     | ''   | 使わず",
                "#REF!       | ''     | ''   | Excelのエラー値",
                "5/0         | ''     | ''   | 分母が0",
                "2023/05/31  | ''     | ''   | 日付のようです",
                "1.2E+05     | ''     | ''   | 指数表示",
                "12 34       | ''     | ''   | 数値が2つ以上",
                "''          | ''     | 中止 | 実績の欄が空です",
                "''          | H28    | ''   | 実績の欄が空です",
                "100         | 昨年   | ''   | 値の年度「昨年」を読み取れません",
                "38,806(H28) | H29    | ''   | どちらかを消してください",
                "中止        | H28    | ''   | 数値がないときは、値の年度を空にしてください",
            })
    void says_what_to_type_instead_where_it_is_not_understood(String value, String year, String note, String message) {
        TypedCell.Reading reading = new TypedCell(value, year, note).read(indicator(Consolidation.SUM));

        assertThat(reading).isInstanceOf(TypedCell.NotUnderstood.class);
        assertThat(((TypedCell.NotUnderstood) reading).message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({"'１２，８０４'", "'38,806(H28)'", "'85,000（主催者発表）'", "コロナのため中止", "—", "'361/861'", "△4", "'0.50'"})
    void what_is_stored_and_shown_reads_as_the_same_again(String typed) {
        TypedCell.Understood first =
                (TypedCell.Understood) new TypedCell(typed, "", "").read(indicator(Consolidation.SUM));
        Actual stored = new Actual(
                IndicatorId.next(),
                R5,
                null,
                Objects.requireNonNull(first.observation()),
                ActualState.DRAFT,
                1,
                "",
                Instant.EPOCH);

        TypedCell.Understood again = (TypedCell.Understood) TypedCell.of(stored).read(indicator(Consolidation.SUM));

        assertThat(again.observation()).isEqualTo(first.observation());
        assertThat(again.note()).isEqualTo(first.note());
        assertThat(again.hint()).doesNotContain("移しました");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // 登録されているもの                  | 打ったもの（- は触れていない欄）      | 登録されるもの
                // another figure or reason: nothing of the old entry stays
                "中止    | ''  | コロナのため中止 | 約300    | -   | -      | 約300    | ''  | ''",
                "300     | ''  | 約300            | コロナのため中止 | - | - | コロナのため中止 | '' | ''",
                "中止    | ''  | 台風のため       | 401,000  | -   | -      | 401,000  | ''  | ''",
                "38,806  | H28 | ''               | 中止     | -   | -      | 中止     | ''  | ''",
                "38,806  | H28 | 推計             | 38,807   | -   | -      | 38,807   | ''  | ''",
                "530/802 | ''  | 速報値           | 531/802  | -   | -      | 531/802  | ''  | ''",
                "300     | ''  | 速報値           | 300/500  | -   | -      | 300/500  | ''  | ''",
                // what was typed with it stays
                "300     | H28 | 速報値           | 310      | -   | 確定値 | 310      | ''  | 確定値",
                "300     | H28 | 速報値           | 310      | H29 | -      | 310      | H29 | ''",
                "300     | H28 | 速報値           | 310      | H29 | 確定値 | 310      | H29 | 確定値",
                // emptied: all of it is gone
                "300     | H28 | 速報値           | ''       | -   | -      | ''       | ''  | ''",
                "中止    | ''  | 台風のため       | ' '      | -   | -      | ' '      | ''  | ''",
                // the same figure once more is no new entry
                "1,234   | H28 | 速報値           | 1234     | -   | -      | 1,234    | H28 | 速報値",
                "1,234   | H28 | 速報値           | １２３４人 | - | 確定値 | 1,234    | H28 | 確定値",
                "中止    | ''  | 台風のため       | 中止     | -   | -      | 中止     | ''  | 台風のため",
                // only the year, only the note
                "300     | ''  | 速報値           | -        | H28 | -      | 300      | H28 | 速報値",
                "300     | H28 | 速報値           | -        | ''  | -      | 300      | ''  | 速報値",
                "300     | H28 | 速報値           | -        | -   | 確定値 | 300      | H28 | 確定値",
                "300     | H28 | 速報値           | -        | -   | ''     | 300      | H28 | ''",
                "中止    | ''  | 台風のため       | -        | -   | 大雨のため | 中止 | ''  | 大雨のため",
                // nothing
                "300     | H28 | 速報値           | -        | -   | -      | 300      | H28 | 速報値",
                "''      | ''  | ''               | 300      | -   | -      | 300      | ''  | ''",
            })
    void a_new_figure_is_a_new_entry_and_an_edit_beside_it_keeps_the_figure(
            String value,
            String year,
            String note,
            @Nullable String typedValue,
            @Nullable String typedYear,
            @Nullable String typedNote,
            String afterValue,
            String afterYear,
            String afterNote) {
        assertThat(new TypedCell(value, year, note)
                        .with(new TypedCell.Edited(typedValue, typedYear, typedNote), indicator(Consolidation.SUM)))
                .isEqualTo(new TypedCell(afterValue, afterYear, afterNote));
    }

    @Test
    void a_share_without_its_parts_is_taken_and_the_parts_are_asked_for() {
        TypedCell.Understood understood =
                (TypedCell.Understood) new TypedCell("65.1", "", "").read(indicator(Consolidation.RATIO_OF_SUMS));

        assertThat(inWords(understood.observation())).isEqualTo("65.1");
        assertThat(understood.hint()).contains("分子/分母");
    }

    @Test
    void a_note_longer_than_a_cell_is_refused() {
        assertThat(new TypedCell("1", "", "あ".repeat(501)).read(indicator(Consolidation.SUM)))
                .isInstanceOf(TypedCell.NotUnderstood.class);
    }

    private static @Nullable String inWords(@Nullable Observation observation) {
        if (observation == null) {
            return null;
        }
        String words =
                switch (observation.observed()) {
                    case Observed.Value plain -> plain.value().toPlainString();
                    case Observed.Ratio ratio -> ratio.numerator() + "/" + ratio.denominator();
                    case Observed.Missing missing -> (missing.reason().name() + " " + missing.note()).strip();
                };
        FiscalYear reference = observation.referenceYear();
        return reference == null ? words : "%s (%s)".formatted(words, reference.shortLabel());
    }

    private static Indicator indicator(Consolidation consolidation) {
        return new Indicator(
                IndicatorId.next(),
                "9",
                IndicatorKind.KPI,
                "3-1",
                "圏域内の宿泊者数",
                "",
                "人",
                new Measure(
                        Direction.HIGHER,
                        false,
                        0,
                        ChangeDigits.OWN,
                        true,
                        null,
                        new Baseline.Absent(),
                        List.of(new Target(R5, new BigDecimal("367700")))),
                null,
                consolidation,
                List.of(),
                "");
    }
}

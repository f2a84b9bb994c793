package jp.kyosei.backend.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFigureParserTest {

    @ParameterizedTest(name = "「{0}」は {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "０ | 0",
                "499 | 499",
                "42.0 | 42.0",
                "'  499  ' | 499",
                "'　４９９　' | 499",
                "38,806 | 38806",
                "３８，８０６ | 38806",
                "１，２３４．５ | 1234.5",
                "1,234,567.89 | 1234567.89",
                ".5 | 0.5",
                "+5 | 5",
                "＋５ | 5",
                "-5 | -5",
                "－５ | -5",
                "−5 | -5",
                "―5 | -5",
                "—5 | -5",
                "–5 | -5",
                "‐5 | -5",
                "ー５ | -5",
                "ｰ5 | -5",
                "△5 | -5",
                "▲5 | -5",
                "△ 13,809 | -13809",
                "▲０．３ | -0.3",
                "-0 | 0",
                "88.2% | 88.2",
                "８８．２％ | 88.2",
                "88.2 ％ | 88.2",
                "88.2パーセント | 88.2",
                "5人 | 5",
                "５　人 | 5",
                "1,071人 | 1071",
                "18箇所 | 18",
                "411台/日 | 411",
                "500㎡ | 500",
                "12※ | 12",
                "361234 | 361234",
                "99999999999999999999 | 99999999999999999999",
            })
    void reads_a_number_in_any_width_with_its_unit(String typed, BigDecimal value) {
        assertThat(TypedFigureParser.parse(typed))
                .isEqualTo(new TypedFigure.Figure(new Observed.Value(value), null, ""));
    }

    @ParameterizedTest(name = "「{0}」は {2} の {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "38,806(H28) | 38806 | 2016",
                "３８，８０６（Ｈ２８） | 38806 | 2016",
                "38,806 (H28) | 38806 | 2016",
                "92.5(H31) | 92.5 | 2019",
                "11(R1) | 11 | 2019",
                "11（令和元年度） | 11 | 2019",
                "47%(R5) | 47 | 2023",
                "22,718(2021) | 22718 | 2021",
                "22,718（2021年度実績） | 22718 | 2021",
                "22,718(令和3年度末時点) | 22718 | 2021",
            })
    void brackets_give_the_year_that_the_figure_is_of(String typed, BigDecimal value, int year) {
        assertThat(TypedFigureParser.parse(typed))
                .isEqualTo(new TypedFigure.Figure(new Observed.Value(value), new FiscalYear(year), ""));
    }

    @ParameterizedTest(name = "「{0}」は {1}/{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "361/861 | 361 | 861",
                "３６１／８６１ | 361 | 861",
                "1,361 / 2,861 | 1361 | 2861",
                "361人/861人 | 361 | 861",
                "14/31件 | 14 | 31",
                "0/0 | 0 | 0",
                "0/5 | 0 | 5",
            })
    void a_share_is_kept_as_counted(String typed, BigDecimal numerator, BigDecimal denominator) {
        assertThat(TypedFigureParser.parse(typed))
                .isEqualTo(new TypedFigure.Figure(new Observed.Ratio(numerator, denominator), null, ""));
    }

    @ParameterizedTest(name = "「{0}」は {1} と「{2}」")
    @CsvSource(
            delimiter = '|',
            value = {
                "500(速報値) | 500 | 速報値",
                "500（見込み） | 500 | 見込み",
                "12（1回中止） | 12 | 1回中止",
                "12(㎡単価) | 12 | ㎡単価",
                "12（Ａ会場のみ） | 12 | Ａ会場のみ",
                "約500人 | 500 | 約500人",
                "延べ５００人 | 500 | 延べ５００人",
                "65.1%(561/861) | 65.1 | 561/861",
            })
    void words_beside_a_figure_are_kept_as_typed(String typed, BigDecimal value, String note) {
        assertThat(TypedFigureParser.parse(typed))
                .isEqualTo(new TypedFigure.Figure(new Observed.Value(value), null, note));
    }

    @Test
    void a_year_and_a_word_may_both_stand_in_brackets() {
        assertThat(TypedFigureParser.parse("38,806（H28）（確報）"))
                .isEqualTo(new TypedFigure.Figure(
                        new Observed.Value(new BigDecimal("38806")), new FiscalYear(2016), "確報"));
    }

    @ParameterizedTest(name = "「{0}」は {1}")
    @CsvSource({
        "コロナのため中止, CANCELLED",
        "コロナのため、中止, CANCELLED",
        "台風のため中止, CANCELLED",
        "台風１９号のため中止, CANCELLED",
        "新型コロナウイルス感染症（COVID-19）のため中止, CANCELLED",
        "令和2年度は中止, CANCELLED",
        "コロナにより未開催, NOT_HELD",
        "コロナのため、不開催, NOT_HELD",
        "コロナにより未実施, NOT_HELD",
        "ｺﾛﾅにより未実施, NOT_HELD",
        "開催見送り, NOT_HELD",
        "次年度に延期, NOT_HELD",
        "コロナのため調査未実施, NOT_SURVEYED",
        "隔年調査のため調査なし, NOT_SURVEYED",
        "会場の分散化により、集計不可, NOT_COUNTABLE",
        "入場者の把握ができず計測不能, NOT_COUNTABLE",
        "国の統計が未公表, NOT_PUBLISHED",
        "公表待ち, NOT_PUBLISHED",
        "2021年3月供用開始, NOT_STARTED",
        "２０２１年３月供用開始, NOT_STARTED",
        "令和5年4月開館, NOT_STARTED",
        "施設整備中, NOT_STARTED",
        "コロナのため無観客開催, OTHER",
        "集計中, OTHER",
        "-, OTHER",
        "－, OTHER",
        "—, OTHER",
        "ー, OTHER",
        "…, OTHER",
        "***, OTHER",
    })
    void words_give_the_reason_why_there_is_no_figure_and_stay_as_typed(String typed, MissingReason reason) {
        assertThat(TypedFigureParser.parse(typed))
                .isEqualTo(new TypedFigure.NoFigure(new Observed.Missing(reason, typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "中止, CANCELLED",
        "未実施, NOT_HELD",
        "調査未実施, NOT_SURVEYED",
        "集計不可, NOT_COUNTABLE",
        "未公表, NOT_PUBLISHED",
        "供用開始前, NOT_STARTED",
        "その他の理由, OTHER",
    })
    void the_label_of_a_reason_needs_no_note(String typed, MissingReason reason) {
        assertThat(TypedFigureParser.parse(typed))
                .isEqualTo(new TypedFigure.NoFigure(new Observed.Missing(reason, "")));
        assertThat(reason.label()).isEqualTo(typed);
    }

    /** As workbooks of before and people's own tables have it. */
    @Test
    void the_short_word_for_another_reason_is_read_as_before() {
        assertThat(TypedFigureParser.parse("その他"))
                .isEqualTo(new TypedFigure.NoFigure(new Observed.Missing(MissingReason.OTHER, "")));
    }

    @ParameterizedTest(name = "「{0}」は空")
    @ValueSource(strings = {"", " ", "　", "\n", "\u00a0"})
    void nothing_typed_is_blank_and_not_zero(String typed) {
        assertThat(TypedFigureParser.parse(typed)).isEqualTo(new TypedFigure.Blank());
        assertThat(TypedFigureParser.parse(typed).observation()).isEmpty();
    }

    @ParameterizedTest(name = "「{0}」→ {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "12,34 | 桁区切り",
                "1,2345 | 桁区切り",
                "5. | 桁区切り",
                "1.2.3 | 桁区切り",
                "999999999999999999999 | 桁が多すぎます",
                "1 234 | 2つ以上",
                "10~20 | 2つ以上",
                "10〜20人 | 2つ以上",
                "100以上 | 幅のある",
                "10%未満 | 幅のある",
                "50人程度 | 幅のある",
                "3万人 | 「万」「千」などは使わず",
                "5千 | 「万」「千」などは使わず",
                "1.2億円 | 「万」「千」などは使わず",
                "3万5千人 | 2つ以上",
                "5/0 | 分母が0",
                "1/2/3 | 2つ以上",
                "2021/3/31 | 日付",
                "1.2E+5 | 指数表示",
                "#DIV/0! | Excelのエラー値",
                "#N/A | Excelのエラー値",
                "①  | 読み取れません",
                "5² | 混ざっています",
                "ⅣⅤ | 読み取れません",
                "三百 | 読み取れません",
                "なし | 読み取れません",
                "未定です | 読み取れません",
                "△ | 読み取れません",
                "(H28) | 混ざっています",
                "コロナのため12回に減 | 混ざっています",
                "12回中止 | 混ざっています",
                "38,806(H28)(R3) | 年度が2つ",
                "※ワクチン2回目接種（5歳以上） 一関市 88.2% 平泉町 88.9% | 市町村ごとの値はそれぞれの欄に",
            })
    void what_could_mean_two_things_is_not_guessed_at(String typed, String advice) {
        assertThat(TypedFigureParser.parse(typed)).isInstanceOfSatisfying(TypedFigure.NotUnderstood.class, answer -> {
            assertThat(answer.typed()).isEqualTo(typed);
            assertThat(answer.message()).contains(advice);
        });
    }

    @ParameterizedTest(name = "「{0}」（単位 {1}）は {2}")
    @CsvSource({
        "361千人, 千人, 361",
        "139.8万人, 万人, 139.8",
        "411台/日, 台/日, 411",
        "500㎡, ㎡, 500",
        "18ヶ所, 箇所, 18",
        "18か所, 箇所, 18",
        "25名, 人, 25",
        "88.2%, ％, 88.2",
        "1.17, -, 1.17",
        "361, 千人, 361",
    })
    void the_unit_of_the_indicator_may_stand_behind(String typed, String unit, BigDecimal value) {
        assertThat(TypedFigureParser.parse(typed, unit))
                .isEqualTo(new TypedFigure.Figure(new Observed.Value(value), null, ""));
    }

    @ParameterizedTest(name = "「{0}」（単位 {1}）は単位違い")
    @CsvSource({"'361,234人', 千人, 千人", "88.2%, 人, 人", "35千円, 百万円, 百万円", "3万人, 人, 人"})
    void another_unit_is_refused_rather_than_taken_for_the_indicators(String typed, String unit, String named) {
        assertThat(TypedFigureParser.parse(typed, unit))
                .isInstanceOfSatisfying(TypedFigure.NotUnderstood.class, answer -> assertThat(answer.message())
                        .contains("「" + named + "」"));
    }

    @Property
    void any_text_has_an_answer_and_words_are_never_changed(
            @ForAll
                    @CharRange(from = '!', to = '~')
                    @CharRange(from = '！', to = '～')
                    @Chars({' ', '　', '△', '中', '止', '※', '人', 'H', '2', '8', '²', '\n'})
                    @StringLength(max = 12)
                    String typed) {
        TypedFigure answer = TypedFigureParser.parse(typed, "人");
        switch (answer) {
            case TypedFigure.Figure figure -> assertThat(typed).contains(figure.note());
            case TypedFigure.NoFigure none ->
                assertThat(typed).contains(none.missing().note());
            case TypedFigure.Blank blank -> assertThat(blank.observation()).isEmpty();
            case TypedFigure.NotUnderstood why -> assertThat(why.typed()).isEqualTo(typed);
        }
    }
}

package jp.kyosei.backend.understanding.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.figure.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearWordsTest {
    private static final YearWords R4 = new YearWords(new FiscalYear(2022), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R4|2022",
                "Ｒ４|2022",
                "R04|2022",
                "r.4|2022",
                "令和4年度|2022",
                "令和４年|2022",
                "令和4|2022",
                "令4|2022",
                "令元|2019",
                "平30|2018",
                "㋿4年度|2022",
                "H27|2015",
                "平成27年度末|2015",
                "2022|2022",
                "2022年度|2022",
                "FY2022|2022",
                "’22年度|2022",
                "R4末|2022",
                "R4年度末実績|2022",
                "平成32年|2020",
                "平成３６年度|2024",
                "昭和63年度|1988",
                "H31|2019",
                "平成31年度|2019",
                "(R4)|2022",
                "実績値（R4）|2022",
                "R4実績値|2022",
                "令和4年度(2022年度)|2022 2022",
                "R4（2022）|2022 2022",
                "4年度|2022",
                "元年度|2019",
                "30年度|2018",
                "22年度|2022",
                "令和4年度第1四半期|2022",
            })
    void a_year_is_read_in_every_way_in_which_it_is_written(String text, String years) {
        assertThat(read(R4, text)).isEqualTo(years);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R7.3|2024", "R5.3末|2022", "R5.3.31現在|2022", "R5.3.31|2022", "令和5年3月末|2022", "令和5年3月31日現在|2022",
                        "2023年3月|2022",
                "2023/3/31|2022", "2023.3.31|2022", "2023-03-31|2022", "R5.4.1現在|2023", "令和5年4月1日|2023", "R2.10.1|2020",
                        "H27.10|2015",
                "令5.3|2022", "平成31年3月|2018", "令和元年5月1日|2019", "R4.12末|2022",
            })
    void a_month_or_a_day_says_the_fiscal_year(String text, String years) {
        assertThat(read(R4, text)).isEqualTo(years);
        assertThat(R4.in(text).getFirst().ofMonth()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R2～R6|2020-2024",
                "R2〜R6|2020-2024",
                "R2-R6|2020-2024",
                "R2－R6|2020-2024",
                "R2~6|2020-2024",
                "H27～H31|2015-2019",
                "令和2～6年度|2020-2024",
                "令和2年度～令和6年度|2020-2024",
                "令和2年度から令和6年度まで|2020-2024",
                "2020～2024|2020-2024",
                "2020-24|2020-2024",
                "平成27～31年度|2015-2019",
                "H30→R4|2018-2022",
                "H29～R3平均|2017-2021",
                "R2～R4実績計|2020-2022",
                "R3・R4|2021 2022",
                "R4/R3|2022 2021",
            })
    void a_span_has_a_first_and_a_last_year(String text, String years) {
        assertThat(read(R4, text)).isEqualTo(years);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "実績値", "5年間", "5年後", "3年生", "第2期計画", "15歳", "R", "4", "12.5", "(4)", "A4", "KPI", "5か年計画", "10年ぶり",
                "強4", "3年目", "2回目", "1/2", "令和"
            })
    void what_is_no_year_is_none(String text) {
        assertThat(read(R4, text)).isEmpty();
    }

    @Test
    void a_bare_year_is_of_the_era_that_is_named_around_it_or_lies_nearest_to_the_newest_actuals() {
        assertThat(read(R4, "25年度")).isEqualTo("2025");
        assertThat(read(new YearWords(new FiscalYear(2022), List.of("現状値(H22)", "平成32年")), "25年度"))
                .isEqualTo("2013");
        assertThat(read(new YearWords(new FiscalYear(2013), List.of()), "25年度")).isEqualTo("2013");
        assertThat(read(new YearWords(new FiscalYear(2024), List.of("平成30年度")), "4年度"))
                .isEqualTo("2022");
        assertThat(read(R4, "'22")).isEqualTo("2022");
        assertThat(R4.in("4年度").getFirst().certainty()).isGreaterThan(0.8);
        assertThat(R4.in("12年度").getFirst().certainty()).isLessThan(0.7);
    }

    @Test
    void the_text_without_its_years_keeps_all_else() {
        assertThat(R4.without(YearWords.folded("実績値（R2～R6） / ２０２２年度"))).isEqualTo("実績値(□)/□");
    }

    private static String read(YearWords words, String text) {
        return words.in(text).stream()
                .map(year -> year.isSpan()
                        ? year.first().year() + "-" + year.last().year()
                        : String.valueOf(year.last().year()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void all_fiscal_years_of_a_century_are_read_as_they_are_printed() {
        int[] years = IntStream.rangeClosed(1950, 2050).toArray();
        assertThat(Arrays.stream(years).mapToObj(FiscalYear::new)).allSatisfy(year -> {
            assertThat(read(R4, year.shortLabel())).isEqualTo(String.valueOf(year.year()));
            assertThat(read(R4, year.longLabel() + "末")).isEqualTo(String.valueOf(year.year()));
        });
    }
}

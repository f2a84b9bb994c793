package jp.kyosei.backend.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalYearTest {

    @ParameterizedTest(name = "{0} は {1}年度")
    @CsvSource({
        "R4, 2022",
        "Ｒ４, 2022",
        "r4, 2022",
        "R 4, 2022",
        "R.4, 2022",
        "R4年度, 2022",
        "令和4年度, 2022",
        "令和４年度, 2022",
        "令和 ４ 年度, 2022",
        "令和　４　年度, 2022",
        "㋿4年度, 2022",
        "令和4年, 2022",
        "令和元年度, 2019",
        "R元, 2019",
        "R1, 2019",
        "H31, 2019",
        "平成31年度, 2019",
        "Ｈ２８, 2016",
        "平成32年度, 2020",
        "平成元年度, 1989",
        "昭和64年度, 1989",
        "昭和50年度, 1975",
        "大正15年度, 1926",
        "明治元年度, 1868",
        "2022, 2022",
        "２０２２年度, 2022",
        "2022年, 2022",
        "FY2022, 2022",
    })
    void reads_what_people_write(String typed, int year) {
        assertThat(FiscalYear.parse(typed)).contains(new FiscalYear(year));
    }

    @ParameterizedTest(name = "「{0}」は年度ではない")
    @ValueSource(
            strings = {
                "",
                "4",
                "22",
                "'22",
                "R",
                "R0",
                "令和0年度",
                "R182",
                "昭和65年度",
                "1867",
                "2200",
                "H30-R4",
                "令和4年3月31日",
                "2022/4/1",
                "Q4",
                "R4R5",
                "38,806"
            })
    void guesses_at_nothing_else(String typed) {
        assertThat(FiscalYear.parse(typed)).isEmpty();
    }

    @ParameterizedTest(name = "{0} は {1}、{2}")
    @CsvSource({
        "2018, H30, 平成30年度",
        "2019, R1, 令和元年度",
        "2022, R4, 令和4年度",
        "1989, H1, 平成元年度",
        "1988, S63, 昭和63年度",
        "1926, S1, 昭和元年度",
        "1912, T1, 大正元年度",
        "1868, M1, 明治元年度",
    })
    void prints_as_documents_do(int year, String shortLabel, String longLabel) {
        FiscalYear fiscalYear = new FiscalYear(year);
        assertThat(fiscalYear.shortLabel()).isEqualTo(shortLabel);
        assertThat(fiscalYear.longLabel()).isEqualTo(longLabel);
    }

    @ParameterizedTest(name = "{0} は {1}年度")
    @CsvSource({"2023-03-31, 2022", "2023-04-01, 2023", "2019-04-01, 2019", "2020-01-01, 2019"})
    void begins_in_april(LocalDate day, int year) {
        assertThat(FiscalYear.of(day)).isEqualTo(new FiscalYear(year));
    }

    @Test
    void has_neighbours() {
        assertThat(new FiscalYear(2018).next()).isEqualTo(new FiscalYear(2019));
        assertThat(new FiscalYear(2019).previous()).isEqualTo(new FiscalYear(2018));
        assertThat(new FiscalYear(2018)).isLessThan(new FiscalYear(2019));
    }

    @ParameterizedTest
    @ValueSource(ints = {1867, 2200, 4, -1})
    void a_year_out_of_range_is_none(int year) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FiscalYear(year));
    }

    @Property
    void every_label_is_read_back(@ForAll @IntRange(min = FiscalYear.FIRST, max = FiscalYear.LAST) int year) {
        FiscalYear fiscalYear = new FiscalYear(year);
        assertThat(FiscalYear.parse(fiscalYear.shortLabel())).contains(fiscalYear);
        assertThat(FiscalYear.parse(fiscalYear.longLabel())).contains(fiscalYear);
        assertThat(FiscalYear.parse(Integer.toString(year))).contains(fiscalYear);
    }
}

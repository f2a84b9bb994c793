package jp.kyosei.backend.importing.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.unit.UnitName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureNotationTest {
    private final FigureNotation notation = new FigureNotation(new FiscalYear(2022));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // cell | number | unit as written | year | note | bound
                "12|12|||",
                "1,234.5|1234.5|||",
                "１，２３４|1234|||",
                "△1,381|-1381|||",
                "▲12|-12|||",
                "−12|-12|||",
                "－12|-12|||",
                "‐12|-12|||",
                "12人|12|人||",
                "12 人|12|人||",
                "87,672人(2014年度)|87672|人|2014|",
                "-1,381人 (令和2年)|-1381|人|2020|",
                "87,672人（H27国勢調査）|87672|人|2015|",
                "500件(R5.3.31現在)|500|件|2022|",
                "18.8万人|18.8|万人||",
                "60万件/年|60|万件/年||",
                "60 万件／年|60|万件/年||",
                "2,584千人|2584|千人||",
                "3,737万8千人|37378|千人||",
                "9兆1,400億円|91400|億円||",
                "1万2,345人|12345|人||",
                "1億2千万円|12|千万円||",
                "123百万円|123|百万円||",
                "5億円|5|億円||",
                "69.5%|69.5|%||",
                "69.5％|69.5|%||",
                "約5割|5|割||約5割",
                "約1,000人|1000|人||約1,000人",
                "延べ1,234人|1234|人||延べ1,234人",
                "123※1|123|||123※1",
                "123 ※|123|||123 ※",
                "123*2|123|||123*2",
                "123注1|123|||123注1",
                "500(速報値)|500|||速報値",
                "12(11)|12|||11",
                "年4回|4|回||年4回",
                "4.5回/年|4.5|回/年||",
                "12 ㎡|12|㎡||",
                "3か所|3|か所||",
            })
    void a_figure_is_taken_apart_exactly(String cell, String number, String unit, Integer year, String note) {
        WrittenFigure figure = notation.read(cell).orElseThrow();
        assertThat(figure.number()).isEqualTo(new BigDecimal(number));
        assertThat(figure.wholeUnit()).isEqualTo(unit == null ? "" : unit);
        assertThat(figure.year()).isEqualTo(year == null ? null : new FiscalYear(year));
        assertThat(figure.note()).isEqualTo(note == null ? "" : note);
        assertThat(figure.bound()).isEqualTo(Bound.EXACT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45以下|45||AT_MOST", "45人以下|45|人|AT_MOST", "45人未満|45|人|AT_MOST", "5分以内|5|分|AT_MOST", "≦45|45||AT_MOST",
                "80%以上|80|%|AT_LEAST", "80％以上を維持|80|%|AT_LEAST", "≧80|80||AT_LEAST", "100超|100||AT_LEAST",
                        "100人以上（累計）|100|人|AT_LEAST",
                "50万人以上|50|万人|AT_LEAST",
            })
    void a_limit_is_told_apart_from_a_figure(String cell, String number, String unit, Bound bound) {
        WrittenFigure figure = notation.read(cell).orElseThrow();
        assertThat(figure.number()).isEqualTo(new BigDecimal(number));
        assertThat(figure.wholeUnit()).isEqualTo(unit == null ? "" : unit);
        assertThat(figure.bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "－",
                "現状維持",
                "増加",
                "10%増",
                "10件増",
                "5ポイント減",
                "2倍",
                "10～20",
                "10〜20人",
                "1-10人未満",
                "(12)",
                "12→15",
                "72.8% 73.1%",
                "12人 15人",
                "12/20",
                "R6.3公表予定",
                "令和6年度",
                "100程度",
                "1.2.3",
                "12,34",
                "1万3万",
                "3千5万人",
                "設置済",
                "第3次",
                "12月",
                "毎月10件の増加",
                "R4:12",
                "一関市 12 平泉町 5",
                "12人(R3)(R4)",
                "1.5万3千人",
            })
    void what_is_not_one_figure_beyond_doubt_is_none(String cell) {
        assertThat(notation.read(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18.8万人|人|188000",
                "18.8万人|千人|188",
                "18.8万人|万人|18.8",
                "18.8万|人|188000",
                "2,584千人|人|2584000",
                "188,000人|千人|188",
                "188,050人|千人|188.05",
                "9兆1,400億円|億円|91400",
                "9兆1,400億円|円|9140000000000",
                "9兆1,400億円|百万円|9140000",
                "3,737万8千人|千人|37378",
                "60万件/年|件|600000",
                "60万件|件/年|600000",
                "約5割|%|50",
                "5割|割|5",
                "12名|人|12",
                "3か所|箇所|3",
                "3ヶ所|カ所|3",
                "12|千人|12",
                "69.5%|％|69.5",
                "1.23万円|千円|12.3",
            })
    void magnitudes_are_converted_to_the_unit_of_the_indicator_exactly(String cell, String unit, String value) {
        assertThat(notation.read(cell).orElseThrow().in(UnitName.of(unit))).isEqualTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12件|人", "12%|人", "12人|世帯", "5割|人", "12人/日|人"})
    void a_figure_of_another_unit_is_not_taken(String cell, String unit) {
        assertThat(notation.read(cell).orElseThrow().in(UnitName.of(unit))).isNull();
    }

    @Test
    void of_a_number_the_format_says_unit_and_year_and_the_cell_the_digits() {
        assertThat(notation.read("3,510(H30)", new BigDecimal("3510.25")).orElseThrow())
                .isEqualTo(new WrittenFigure(new BigDecimal("3510.25"), 0, "", Bound.EXACT, new FiscalYear(2018), ""));
        assertThat(notation.read("57.0%", new BigDecimal("57")).orElseThrow().number())
                .isEqualTo(new BigDecimal("57.0"));
        assertThat(notation.read("12千人", new BigDecimal("12.3")).orElseThrow().in(UnitName.of("人")))
                .isEqualTo(new BigDecimal("12300"));
    }
}

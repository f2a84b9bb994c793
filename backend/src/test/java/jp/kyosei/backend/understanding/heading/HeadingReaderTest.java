package jp.kyosei.backend.understanding.heading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.year.YearWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadingReaderTest {
    private final HeadingReader reader = new HeadingReader(new FiscalYear(2022));

    @ParameterizedTest
    @MethodSource("heads")
    void a_head_is_read_by_its_words_and_the_cells_below_it(String line) {
        String[] columns = line.split("\t", -1);
        Heading head = new Heading(
                List.of(columns[0].split("\\|", -1)),
                Arrays.stream(columns[1].split(",", -1))
                        .filter(cell -> !cell.isBlank())
                        .toList());
        assertThat(words(reader.read(head, List.of(head)))).startsWith(columns[2]);
    }

    static Stream<String> heads() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeadingReaderTest.class.getResourceAsStream("/heads/heads.tsv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        }
    }

    private static String words(HeadingReading reading) {
        ColumnMeaning meaning = reading.meaning();
        FiscalYear year = meaning.year();
        String what =
                meaning.kind() == ColumnKind.IGNORED ? "" : meaning.kind() + (year == null ? "" : " " + year.year());
        return reading.isAsked() ? "asked " + what : what.isEmpty() ? "left out" : what;
    }

    @Test
    void beside_a_baseline_the_current_value_is_the_newest_actual() {
        assertThat(read("項目", "社会増減", "基準値", "-1,381人(令和2年)", "現状", "-2,969人(令和3年)", "目標値", "1,000人(令和7年)"))
                .containsExactly("INDICATOR", "BASELINE", "ACTUAL", "TARGET");
        assertThat(read("指標名", "利用者数", "現状値(R1)", "10", "現況値(R4)", "12", "目標値(R6)", "20"))
                .containsExactly("INDICATOR", "BASELINE 2019", "ACTUAL 2022", "TARGET 2024");
    }

    @Test
    void a_forecast_beside_the_actual_is_left_out_and_asked_about_where_it_stands_alone() {
        assertThat(read("指標名", "利用者数", "R4実績", "12", "R4実績見込", "11", "目標値(R6)", "20"))
                .containsExactly("INDICATOR", "ACTUAL 2022", "left out", "TARGET 2024");
        assertThat(read("指標名", "利用者数", "R3実績", "12", "R4実績見込", "11", "目標値(R6)", "20"))
                .containsExactly("INDICATOR", "ACTUAL 2021", "asked ", "TARGET 2024");
    }

    @Test
    void what_is_not_the_actual_of_the_year_is_never_taken_as_it() {
        assertThat(read(
                        "指標名",
                        "利用者数",
                        "現状値(R1)",
                        "10",
                        "前年度実績",
                        "11",
                        "R4実績見込",
                        "12",
                        "R4上半期実績",
                        "6",
                        "R4実績(県)",
                        "500",
                        "R4実績額(千円)",
                        "880",
                        "R4目標比",
                        "88",
                        "目標との差",
                        "-3",
                        "R4実績(男性)",
                        "5",
                        "目標値(R6)",
                        "20"))
                .containsExactly(
                        "INDICATOR",
                        "BASELINE 2019",
                        "ACTUAL 2021",
                        "asked ",
                        "left out",
                        "left out",
                        "asked ",
                        "RATE 2022",
                        "left out",
                        "asked ",
                        "TARGET 2024");
    }

    @Test
    void the_first_of_bare_years_is_the_baseline_only_if_it_lies_before_the_years_of_the_plan() {
        assertThat(read("name", "利用者数", "H30", "10", "R1", "11", "R2", "12", "target_R6", "20"))
                .containsExactly("INDICATOR", "BASELINE 2018", "ACTUAL 2019", "ACTUAL 2020", "TARGET 2024");
        assertThat(read("指標名", "利用者数", "R2", "10", "R3", "11", "R4", "12", "目標値(R6)", "20"))
                .containsExactly("INDICATOR", "ACTUAL 2020", "ACTUAL 2021", "ACTUAL 2022", "TARGET 2024");
    }

    @Test
    void a_reading_says_why_and_what_else_it_may_be() {
        HeadingReading reading = reader.read(Heading.of("中間評価(R4)", List.of("12", "15")), List.of());
        assertThat(reading.because()).isEqualTo("見出しの「中間評価」と「R4」、下のセルの数値から");
        assertThat(reading.alternatives())
                .contains(new ColumnMeaning(ColumnKind.RATE, new FiscalYear(2022)))
                .doesNotContain(reading.meaning());
        assertThat(reader.read(Heading.of("R4実績", List.of("12")), List.of()).because())
                .isEqualTo("見出しの「実績」と「R4」から");
        assertThat(reader.read(Heading.of("R5見込", List.of("12")), List.of()).because())
                .isEqualTo("見出しの「見込」は見込み・予測の値で、実績ではないため");
    }

    @Test
    void every_word_of_the_vocabulary_stands_once_and_is_read_with_its_own_sense() {
        List<Vocabulary.Word> words = Vocabulary.standard().words();
        assertThat(words).hasSizeGreaterThan(500);
        assertThat(words.stream()
                        .map(word -> word.scope() + word.text())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .values())
                .containsOnly(1L);
        assertThat(words)
                .filteredOn(word -> !word.text().equals(YearWords.folded(word.text()))
                        || !Vocabulary.standard().in(word.text(), word.scope() == Vocabulary.Scope.BRACKET).stream()
                                .map(found -> found.word().sense())
                                .toList()
                                .equals(List.of(word.sense())))
                .isEmpty();
    }

    private List<String> read(String... labelsAndCells) {
        SortedMap<Integer, Heading> heads = new TreeMap<>();
        for (int at = 0; at < labelsAndCells.length; at += 2) {
            heads.put(at, Heading.of(labelsAndCells[at], List.of(labelsAndCells[at + 1])));
        }
        return reader.readAll(heads).values().stream()
                .map(HeadingReaderTest::words)
                .toList();
    }
}

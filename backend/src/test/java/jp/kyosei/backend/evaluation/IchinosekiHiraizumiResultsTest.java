package jp.kyosei.backend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.PublishedSheet;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import org.junit.jupiter.api.Test;

/** 一関・平泉定住自立圏 令和4年度実績: 33 KPIs and their published grades of four years. */
class IchinosekiHiraizumiResultsTest {

    private static final Map<String, FiscalYear> YEARS =
            new TreeMap<>(Map.of("R1", Given.R1, "R2", Given.R2, "R3", Given.R3, "R4", Given.R4));
    private static final Pattern SHARES_OF_TOWNS = Pattern.compile(".*一関市 ([0-9.]+)% 平泉町 ([0-9.]+)%");

    private final Evaluator evaluator = new Evaluator(RulesOf.ICHINOSEKI_HIRAIZUMI);
    private final List<PublishedSheet.Line> sheet = PublishedSheet.vision();

    @Test
    void all_132_grades_come_out_but_the_error_in_the_record_of_no_17() {
        List<String> differing = new ArrayList<>();
        int cells = 0;
        for (PublishedSheet.Line line : sheet) {
            for (Map.Entry<String, FiscalYear> year : YEARS.entrySet()) {
                String computed = label(evaluate(line, year.getValue()));
                String printed = line.get("published_grade_" + year.getKey());
                cells++;
                if (!computed.equals(printed)) {
                    differing.add(
                            "No.%s %s: %s, printed %s".formatted(line.get("no"), year.getKey(), computed, printed));
                }
            }
        }
        assertThat(cells).isEqualTo(33 * 4);
        // 14 / 31 = 45.2 % is below 50 %.
        assertThat(differing).containsExactly("No.17 R3: D, printed C");
    }

    @Test
    void the_zeros_of_no_8_as_printed_would_give_grades_that_the_record_does_not_have() {
        PublishedSheet.Line line = line("8");
        SortedMap<FiscalYear, Observation> printed = Given.fromR1("0", "0", "0", "コロナのため、不開催");
        Published blank = new Published(null, null, null, null);
        SortedMap<FiscalYear, Published> records =
                new TreeMap<>(Map.of(Given.R1, blank, Given.R2, blank, Given.R3, blank, Given.R4, blank));
        assertThat(new Checks(evaluator, measure(line), printed, records, null).until(Given.R4))
                .allSatisfy(check -> {
                    assertThat(check.code()).isEqualTo(CheckCode.GRADE_DIFFERS_FROM_RECORD);
                    assertThat(check.message()).contains("記録は 空欄", "計算では D", "実績 0、目標 100", "「未実施」などの理由");
                })
                .extracting(Check::fiscalYear)
                .containsExactly(Given.R1, Given.R2, Given.R3);
    }

    @Test
    void the_wrong_record_of_no_17_is_found_with_its_figures_and_its_rule() {
        PublishedSheet.Line line = line("17");
        SortedMap<FiscalYear, Published> records = new TreeMap<>();
        YEARS.forEach((label, year) ->
                records.put(year, new Published(line.get("published_grade_" + label), null, null, null)));
        assertThat(new Checks(evaluator, measure(line), series(line), records, null).until(Given.R4))
                .singleElement()
                .isEqualTo(new Check(
                        CheckCode.GRADE_DIFFERS_FROM_RECORD,
                        Given.R3,
                        "R3の記録は C ですが、計算では D です（実績 14、目標 31、進捗率 45.1%、Dは0〜49%）。" + "記録か実績値のどちらが正しいか確かめてください。"));
    }

    @Test
    void r4_counts_a3_b11_c7_d8_and_4_others() {
        assertThat(counts(Given.R4)).hasToString("{A=3, B=11, C=7, D=8, その他=4}");
    }

    @Test
    void r3_has_13_with_a_or_b_and_3_others() {
        Map<String, Integer> counts = counts(Given.R3);
        assertThat(Objects.requireNonNull(counts.get("A")) + Objects.requireNonNull(counts.get("B")))
                .isEqualTo(13);
        assertThat(counts).containsEntry("その他", 3);
    }

    @Test
    void every_cell_of_the_sheet_is_read_but_the_two_with_a_figure_per_town() {
        List<String> notUnderstood = sheet.stream()
                .flatMap(line -> YEARS.keySet().stream().map(line::get))
                .filter(cell -> TypedFigureParser.parse(cell) instanceof TypedFigure.NotUnderstood)
                .toList();
        assertThat(notUnderstood).hasSize(2).allMatch(cell -> cell.startsWith("※ワクチン2回目接種"));
    }

    private SequencedMap<String, Integer> counts(FiscalYear year) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        RulesOf.ICHINOSEKI_HIRAIZUMI.labels().forEach(label -> counts.put(label, 0));
        sheet.forEach(line -> {
            String label = label(evaluate(line, year));
            counts.merge(label.isEmpty() ? "その他" : label, 1, Integer::sum);
        });
        return counts;
    }

    private PublishedSheet.Line line(String no) {
        return sheet.stream()
                .filter(line -> line.get("no").equals(no))
                .findFirst()
                .orElseThrow();
    }

    private Evaluation evaluate(PublishedSheet.Line line, FiscalYear year) {
        return evaluator.evaluate(measure(line), series(line), year);
    }

    private static String label(Evaluation evaluation) {
        Grade grade = evaluation.grade();
        return grade == null ? "" : grade.label();
    }

    private static SortedMap<FiscalYear, Observation> series(PublishedSheet.Line line) {
        SortedMap<FiscalYear, Observation> series = new TreeMap<>();
        YEARS.forEach((label, year) -> {
            String cell = line.get(label);
            Matcher towns = SHARES_OF_TOWNS.matcher(cell);
            if (towns.matches()) {
                series.put(year, lowerOf(measure(line), towns.group(1), towns.group(2)));
            } else if (line.get("no").equals("8") && cell.equals("0")) {
                series.put(year, Given.missing(MissingReason.NOT_HELD, ""));
            } else {
                TypedFigureParser.parse(cell).observation().ifPresent(observation -> series.put(year, observation));
            }
        });
        return series;
    }

    private static Observation lowerOf(Measure measure, String ichinoseki, String hiraizumi) {
        SequencedMap<String, Observation> parts = new LinkedHashMap<>();
        parts.put("032093", Given.value(ichinoseki));
        parts.put("034029", Given.value(hiraizumi));
        return Objects.requireNonNull(new Consolidator(Consolidation.MINIMUM, Consolidator.Incomplete.NO_FIGURE)
                .consolidate(measure, List.copyOf(parts.keySet()), parts, null)
                .observation());
    }

    private static Measure measure(PublishedSheet.Line line) {
        Baseline baseline = TypedFigureParser.parse(line.get("baseline_H30")) instanceof TypedFigure.Figure figure
                        && figure.measured() instanceof Observed.Value(BigDecimal value)
                ? new Baseline.Measured(value, Given.H30)
                : new Baseline.AddedLater(line.get("baseline_H30"));
        return new Measure(
                Direction.HIGHER,
                line.get("name").contains("累計"),
                0,
                ChangeDigits.OWN,
                true,
                null,
                baseline,
                List.of(new Target(
                        Given.R5, new BigDecimal(line.get("target_R5").replace(",", "")))));
    }
}

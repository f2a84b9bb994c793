package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.importing.notation.WrittenFigure;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/**
 * Percentages that a sheet keeps as fractions: 0.695 under the unit ％, without a percent sign to be seen. Whether 69.5 % is meant
 * or truly 0.695 % nobody can know; it is asked once a sheet.
 */
final class Fractions {
    private static final String TIMES_A_HUNDRED = "TIMES_100";
    private static final String AS_WRITTEN = "AS_WRITTEN";
    private static final double LIKELY = 0.6;
    private static final int MOST_SAMPLES = 5;
    private static final List<ColumnKind> FIGURES = List.of(ColumnKind.BASELINE, ColumnKind.TARGET, ColumnKind.ACTUAL);

    private final FigureCells cells;
    private final List<Question> questions = new ArrayList<>();
    private final Set<CellPlace> percentages = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private Fractions(FigureCells cells) {
        this.cells = cells;
    }

    static Fractions in(UnderstoodBook book, FigureCells cells, Answers answers) {
        Fractions fractions = new Fractions(cells);
        book.sheets().forEach(sheet -> fractions.ask(sheet, answers));
        return fractions;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** One for each indicator concerned, while the question is open. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether the figures of a line are fractions that mean percentages. */
    boolean arePercentages(IndicatorLine line) {
        return percentages.contains(line.place());
    }

    private void ask(UnderstoodSheet sheet, Answers answers) {
        List<IndicatorLine> concerned = new ArrayList<>();
        for (UnderstoodTable table : sheet.tables()) {
            table.lines().stream()
                    .filter(line ->
                            LineUnit.of(table, line, cells).unit().base().equals("%") && holdsFractions(line))
                    .forEach(concerned::add);
        }
        if (concerned.isEmpty()) {
            return;
        }
        List<LineCell> samples = concerned.stream()
                .flatMap(line -> figures(line).stream())
                .limit(MOST_SAMPLES)
                .toList();
        CellPlace place = samples.getFirst().place();
        Question question = new Question(
                        Question.key(Question.Matter.FIGURE, place),
                        Question.Matter.FIGURE,
                        place,
                        "単位が％の「%s」%sの値が、1以下の小数です（%s など）。100倍した割合のことですか。"
                                .formatted(
                                        concerned.getFirst().name(),
                                        concerned.size() == 1 ? "" : "ほか%d指標".formatted(concerned.size() - 1),
                                        samples.getFirst().text().strip()),
                        samples.stream().map(LineCell::text).toList(),
                        List.of(
                                new Question.Choice(
                                        TIMES_A_HUNDRED,
                                        "100倍して取り込む（%s → %s％）"
                                                .formatted(
                                                        samples.getFirst()
                                                                .text()
                                                                .strip(),
                                                        timesHundred(samples.getFirst()))),
                                new Question.Choice(AS_WRITTEN, "表の数値のまま取り込む")),
                        TIMES_A_HUNDRED,
                        LIKELY,
                        "")
                .answeredBy(answers);
        questions.add(question);
        if (question.answer().equals(TIMES_A_HUNDRED)) {
            concerned.forEach(line -> percentages.add(line.place()));
        }
        if (question.isOpen()) {
            concerned.forEach(line ->
                    figures(line).forEach(cell -> findings.add(Finding.question(cell.place(), "", question.words()))));
        }
    }

    private String timesHundred(LineCell cell) {
        return cells.written(cell)
                .map(written -> FigureCells.timesHundred(written.number()).toPlainString())
                .orElse("");
    }

    /** Whether all figures without a sign of their own are at most 1, and some are broken. */
    private boolean holdsFractions(IndicatorLine line) {
        List<BigDecimal> numbers = figures(line).stream()
                .flatMap(cell -> cells.written(cell).stream())
                .map(WrittenFigure::number)
                .toList();
        return !numbers.isEmpty()
                && numbers.stream().allMatch(number -> number.abs().compareTo(BigDecimal.ONE) <= 0)
                && numbers.stream()
                        .anyMatch(number -> number.stripTrailingZeros().scale() > 0);
    }

    /** The figures that stand without a unit. */
    private List<LineCell> figures(IndicatorLine line) {
        return FIGURES.stream()
                .map(line::cellsOf)
                .flatMap(List::stream)
                .map(Map.Entry::getValue)
                .filter(cell -> cells.written(cell)
                        .filter(written -> written.wholeUnit().isEmpty())
                        .isPresent())
                .toList();
    }
}

package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.line.Stacking;
import jp.kyosei.backend.understanding.question.Question;
import org.jspecify.annotations.Nullable;

/** Two rows of figures for each indicator under heads that are years alone, of which nothing says what they hold. */
final class WordlessRows {
    private static final int MOST_SAMPLES = 4;
    private static final String WORDS = "質問への答え";
    private static final List<Choice> CHOICES = List.of(
            new Choice("TARGET:ACTUAL", "上の行が目標値、下の行が実績値", ColumnKind.TARGET, ColumnKind.ACTUAL),
            new Choice("ACTUAL:TARGET", "上の行が実績値、下の行が目標値", ColumnKind.ACTUAL, ColumnKind.TARGET),
            new Choice("ACTUAL:RATE", "上の行が実績値、下の行が進捗率", ColumnKind.ACTUAL, ColumnKind.RATE),
            new Choice("ACTUAL:IGNORED", "上の行だけを実績値として取り込む", ColumnKind.ACTUAL, ColumnKind.IGNORED),
            new Choice(Question.LEAVE_OUT, "どちらの行も取り込まない", ColumnKind.IGNORED, ColumnKind.IGNORED));

    private final SheetGrid grid;
    private final HeadSense sense;
    private final Set<Integer> years;
    private final List<Integer> second = new ArrayList<>();

    private record Choice(String code, String label, ColumnKind upper, ColumnKind lower) {
        Stacking stacking() {
            return new Stacking(List.of(upper, lower), WORDS);
        }
    }

    private WordlessRows(SheetGrid grid, HeadSense sense, List<Integer> rows, int name, Set<Integer> years) {
        this.grid = grid;
        this.sense = sense;
        this.years = years;
        int named = 0;
        int before = -1;
        for (int row : rows) {
            boolean ownName = grid.row(row).containsKey(name);
            if (ownName && hasFigures(row)) {
                named++;
            }
            if (!ownName && before >= 0 && isSecondOf(before, row)) {
                second.add(row);
            }
            before = ownName && hasFigures(row) ? row : -1;
        }
        if (second.size() * 2 < named) {
            second.clear();
        }
    }

    /**
     * What the two rows hold, by the answer; none where no indicator has two such rows.
     *
     * @param years the columns whose heads are years alone
     * @param asked the columns about which a question is open; these are added while nobody has answered
     */
    static @Nullable Stacking stacking(
            SheetGrid grid,
            HeadSense sense,
            List<Integer> rows,
            TableRoles roles,
            Set<Integer> years,
            SheetNotes notes,
            Set<Integer> asked) {
        boolean maybe = !years.isEmpty() && !roles.names().isEmpty() && roles.detail() == null && roles.town() == null;
        Optional<Question> question = maybe
                ? new WordlessRows(grid, sense, rows, roles.names().getFirst(), years).question()
                : Optional.empty();
        if (question.isEmpty()) {
            return null;
        }
        Optional<String> answer = notes.ask("2行", question.get());
        if (answer.isEmpty()) {
            asked.addAll(years);
        }
        return answer.flatMap(WordlessRows::answered)
                .orElseGet(() -> CHOICES.getLast().stacking());
    }

    private Optional<Question> question() {
        if (second.isEmpty()) {
            return Optional.empty();
        }
        CellPlace place = grid.place(second.getFirst(), years.iterator().next());
        return Optional.of(new Question(
                Question.key(Question.Matter.ROW, place),
                Question.Matter.ROW,
                place,
                "1つの指標に値の行が2つずつあります。それぞれ何の値ですか。",
                samples(),
                CHOICES.stream()
                        .map(choice -> new Question.Choice(choice.code(), choice.label()))
                        .toList(),
                "",
                0,
                ""));
    }

    private static Optional<Stacking> answered(String code) {
        return CHOICES.stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(Choice::stacking);
    }

    private List<String> samples() {
        int row = second.getFirst();
        return years.stream()
                .limit(MOST_SAMPLES / 2)
                .flatMap(column -> Stream.concat(
                        Stream.ofNullable(grid.at(row - 1, column)), Stream.ofNullable(grid.at(row, column))))
                .map(Cell::text)
                .toList();
    }

    private boolean hasFigures(int row) {
        return years.stream()
                .flatMap(column -> Stream.ofNullable(grid.row(row).get(column)))
                .anyMatch(sense::isFigure);
    }

    /** Directly below, with figures of its own and no word on the left. */
    private boolean isSecondOf(int upper, int row) {
        int first = years.stream().mapToInt(Integer::intValue).min().orElse(0);
        return row == upper + 1
                && hasFigures(row)
                && grid.row(row).headMap(first, false).isEmpty();
    }
}

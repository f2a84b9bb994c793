package jp.kyosei.backend.understanding;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.question.Question;

/**
 * A sheet as it was understood.
 *
 * @param tables its tables of indicators, from the top down and from left to right; empty where none was found
 * @param fates what became of each cell with content, from the top down
 * @param questions what it does not say clearly, those that are answered included
 * @param problems what keeps its rows from being understood, each at its cell
 * @param leftOut what is not taken although it looks like something to be taken, each at its cell
 */
public record UnderstoodSheet(
        String name,
        List<UnderstoodTable> tables,
        List<CellFate> fates,
        List<Question> questions,
        List<SheetProblem> problems,
        List<SheetProblem> leftOut) {
    public UnderstoodSheet {
        tables = List.copyOf(tables);
        fates = List.copyOf(fates);
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
        leftOut = List.copyOf(leftOut);
    }

    /** The same with other tables. */
    public UnderstoodSheet withTables(List<UnderstoodTable> others) {
        return new UnderstoodSheet(name, others, fates, questions, problems, leftOut);
    }

    /** The same with cells that are not taken after all. */
    UnderstoodSheet without(Set<CellPlace> places, String because) {
        List<CellFate> others = fates.stream()
                .map(fate -> places.contains(fate.place())
                        ? new CellFate(fate.place(), Fate.IGNORED, fate.year(), fate.town(), 1, because)
                        : fate)
                .toList();
        return new UnderstoodSheet(name, tables, others, questions, problems, leftOut);
    }

    /** Something at a cell that cannot be understood, or is left out; says in Japanese what to do. */
    public record SheetProblem(CellPlace place, String message) {}

    /** With further questions. */
    UnderstoodSheet with(List<Question> more) {
        return new UnderstoodSheet(
                name,
                tables,
                fates,
                Stream.concat(questions.stream(), more.stream()).toList(),
                problems,
                leftOut);
    }

    /** Whether it has a table of indicators. */
    public boolean isTable() {
        return !tables.isEmpty();
    }

    /** The indexes of the header rows of its tables whose indicators run down. */
    public List<Integer> headerRows() {
        return tables.stream()
                .filter(table -> table.shape() == UnderstoodTable.Shape.DOWN)
                .flatMap(table -> table.headerRows().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The columns of those tables, from left to right; of several below each other, the first that has a column. */
    public List<UnderstoodColumn> columns() {
        SortedMap<Integer, UnderstoodColumn> columns = new TreeMap<>();
        tables.stream()
                .filter(table -> table.shape() == UnderstoodTable.Shape.DOWN)
                .flatMap(table -> table.columns().stream())
                .forEach(column -> columns.putIfAbsent(column.index(), column));
        return List.copyOf(columns.values());
    }

    /** The indicators of all its tables. */
    public List<IndicatorLine> lines() {
        return tables.stream().flatMap(table -> table.lines().stream()).toList();
    }
}

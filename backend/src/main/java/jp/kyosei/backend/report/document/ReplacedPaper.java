package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.meeting.paper.Difference;
import jp.kyosei.backend.report.paper.Paper;

/** 差替: a paper that takes the place of another marks the cells that say something else, and lists what has changed. */
final class ReplacedPaper {
    private static final String MARKED = "下線のあるところは、差し替えで変わったところです。";

    private final Map<String, Map<String, Paper.Row>> before = new HashMap<>();
    private final Map<String, List<String>> headsBefore = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private ReplacedPaper(Paper earlier) {
        Map<String, Integer> counted = new HashMap<>();
        tables(earlier).forEach(table -> {
            headsBefore.putIfAbsent(table.caption(), heads(table));
            Map<String, Paper.Row> rows = before.computeIfAbsent(table.caption(), caption -> new HashMap<>());
            table.rows().forEach(row -> rows.put(key(table, row, counted), row));
        });
    }

    /**
     * The paper with its marks.
     *
     * @param line says what it is, such as 令和5年10月6日差替
     * @param changes from the one before
     */
    static Paper of(Paper now, Paper before, String line, List<Difference> changes) {
        ReplacedPaper replaced = new ReplacedPaper(before);
        List<Paper.Block> blocks = new ArrayList<>();
        for (Paper.Block block : now.blocks()) {
            blocks.add(block instanceof Paper.Block.Table table ? replaced.marked(table) : block);
        }
        boolean marked = tables(new Paper("", "", now.form(), List.of(), blocks))
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .anyMatch(Paper.Cell::changed);
        if (!changes.isEmpty()) {
            blocks.add(new Paper.Block.Heading(1, "差し替えで変わったところ"));
            blocks.add(list(changes, now.form().printedWidth()));
        }
        List<String> lines = new ArrayList<>(now.lines());
        lines.add(marked ? line + "　" + MARKED : line);
        return new Paper(now.title(), now.mark(), now.form(), lines, blocks);
    }

    private static Stream<Paper.Block.Table> tables(Paper paper) {
        return paper.blocks().stream()
                .flatMap(block -> block instanceof Paper.Block.Table table ? Stream.of(table) : Stream.empty());
    }

    private Paper.Block.Table marked(Paper.Block.Table table) {
        Map<String, Paper.Row> rowsBefore = before.get(table.caption());
        List<String> columnsBefore = headsBefore.get(table.caption());
        if (rowsBefore == null || columnsBefore == null) {
            return table;
        }
        List<String> columns = heads(table);
        List<Paper.Row> rows = new ArrayList<>();
        for (Paper.Row row : table.rows()) {
            Optional<Paper.Row> same = Optional.ofNullable(rowsBefore.get(key(table, row, seen)));
            rows.add(row.manner().isHeading() ? row : marked(row, columns, same, columnsBefore));
        }
        return new Paper.Block.Table(table.caption(), table.columns(), table.head(), rows, table.nameColumn());
    }

    /** What stands first in a row, or what was said; of several that begin alike, the first is compared with the first. */
    private static String key(Paper.Block.Table table, Paper.Row row, Map<String, Integer> counted) {
        int place = table.caption().equals(NotesPaper.CAPTION) ? NotesPaper.SAID_COLUMN : 0;
        String begins = "%s %s %s"
                .formatted(
                        table.caption(),
                        row.manner(),
                        text(row.cells().get(Math.min(place, row.cells().size() - 1))));
        return "%s %d".formatted(begins, counted.merge(begins, 1, Integer::sum));
    }

    private static Paper.Row marked(
            Paper.Row row, List<String> columns, Optional<Paper.Row> before, List<String> columnsBefore) {
        List<Paper.Cell> cells = new ArrayList<>();
        int column = 0;
        for (Paper.Cell cell : row.cells()) {
            int place = column < columns.size() ? columnsBefore.indexOf(columns.get(column)) : -1;
            boolean same = before.flatMap(one -> at(one, place))
                    .map(other -> text(other).equals(text(cell)))
                    .orElse(false);
            cells.add(same || (text(cell).isEmpty() && before.isEmpty()) ? cell : cell.marked());
            column += cell.columns();
        }
        return new Paper.Row(row.manner(), cells);
    }

    private static Optional<Paper.Cell> at(Paper.Row row, int place) {
        int column = 0;
        for (Paper.Cell cell : row.cells()) {
            if (column == place) {
                return Optional.of(cell);
            }
            column += cell.columns();
        }
        return Optional.empty();
    }

    private static List<String> heads(Paper.Block.Table table) {
        return table.head().getLast().stream().map(ReplacedPaper::text).toList();
    }

    private static String text(Paper.Cell cell) {
        return cell.content().printed().stream().map(Paper.Line::text).collect(Collectors.joining("\n"));
    }

    private static Paper.Block.Table list(List<Difference> changes, double width) {
        List<Paper.Row> rows = changes.stream()
                .map(change -> Paper.Row.of(Stream.of(
                                change.no(),
                                change.name(),
                                change.field(),
                                Minus.shown(change.issued()),
                                Minus.shown(change.current()))
                        .map(Paper.Cell::of)
                        .toList()))
                .toList();
        double words = (width - 14 - 44 - 30) / 2;
        return new Paper.Block.Table(
                "差し替えで変わったところ",
                List.of(
                        new Paper.Column(14, Paper.Align.CENTER),
                        new Paper.Column(44, Paper.Align.LEFT),
                        new Paper.Column(30, Paper.Align.LEFT),
                        new Paper.Column(words, Paper.Align.LEFT),
                        new Paper.Column(words, Paper.Align.LEFT)),
                List.of(Stream.of("No.", "指標", "項目", "差替前", "差替後")
                        .map(Paper.Cell::of)
                        .toList()),
                rows,
                1);
    }
}

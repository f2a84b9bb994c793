package jp.kyosei.backend.importing.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Sheet;

/** Reads the description of a layout; how one is written, the page beside them says. */
final class LayoutFile {
    private static final Path FOLDER = Path.of("../backend/src/test/resources/layouts");
    private static final List<String> UNIFORM =
            List.of("title", "head", "section", "total", "remark", "published", "text", "other", "repeated");

    private final String name;
    private final Map<String, List<String>> patterns = new HashMap<>();
    private final List<Layout.Said> said = new ArrayList<>();
    private final List<LayoutSheet> sheets = new ArrayList<>();
    private String form = "xlsx";
    private FiscalYear newest = new FiscalYear(2022);
    private List<String> towns = List.of();
    private Layout.Of of = Layout.Of.ROW;

    private String sheet = "";
    private boolean hidden;
    private boolean skipped;
    private int row = -1;
    private List<LayoutCell> cells = new ArrayList<>();
    private List<Sheet.Area> merges = new ArrayList<>();
    private Set<Integer> hiddenRows = new HashSet<>();
    private Set<Integer> hiddenColumns = new HashSet<>();

    private LayoutFile(String name) {
        this.name = name;
    }

    /** All layouts, by name. */
    static List<Layout> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(LayoutFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Layout read(Path file) {
        LayoutFile layout = new LayoutFile(file.getFileName().toString().replaceFirst("\\.txt$", ""));
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                try {
                    layout.line(line);
                } catch (RuntimeException e) {
                    throw new IllegalStateException("%s, line %d: %s".formatted(file, number, line), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        layout.endSheet();
        return new Layout(layout.name, layout.form, layout.newest, layout.towns, layout.of, layout.said, layout.sheets);
    }

    private void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.contains("|") || line.equals(".")) {
            row(line);
            return;
        }
        String[] words = line.strip().split("\\s+");
        String rest = line.strip().substring(words[0].length()).strip();
        switch (words[0]) {
            case "file" -> form = rest;
            case "newest" -> newest = Objects.requireNonNull(Mark.year(rest));
            case "towns" -> towns = List.of(rest.split("\\s+"));
            case "of" -> of = Layout.Of.valueOf(rest.toUpperCase(Locale.ROOT));
            case "row" -> patterns.put(words[1], List.of(words).subList(2, words.length));
            case "say" ->
                said.add(new Layout.Said(
                        words[1], words[2], String.join(" ", List.of(words).subList(3, words.length))));
            case "hide" -> hiddenColumns.add(words[1].charAt(0) - 'A');
            case "sheet" -> {
                endSheet();
                sheet = words.length > 1 ? words[1] : "";
                hidden = rest.endsWith(" hidden");
                skipped = hidden || rest.endsWith(" skip");
            }
            default -> throw new IllegalArgumentException("No such word: " + words[0]);
        }
    }

    private void endSheet() {
        if (!cells.isEmpty()) {
            String tab = sheet.isEmpty() ? "Sheet1" : sheet;
            sheets.add(
                    new LayoutSheet(form.equals("xlsx") ? tab : "", hidden, cells, merges, hiddenRows, hiddenColumns));
        }
        row = -1;
        cells = new ArrayList<>();
        merges = new ArrayList<>();
        hiddenRows = new HashSet<>();
        hiddenColumns = new HashSet<>();
    }

    private void row(String line) {
        row++;
        if (line.equals(".")) {
            return;
        }
        String[] parts = line.split("\\|", -1);
        String key = parts[0].strip();
        boolean hiddenRow = key.startsWith("~");
        if (hiddenRow) {
            hiddenRows.add(row);
            key = key.substring(1);
        }
        String parameter = "";
        if (key.endsWith(")")) {
            int open = key.indexOf('(');
            parameter = key.substring(open + 1, key.length() - 1);
            key = key.substring(0, open);
        }
        for (int index = 1; index < parts.length; index++) {
            int column = index - 1;
            String text = parts[index].strip();
            if (text.isEmpty()) {
                continue;
            }
            if (text.equals(">") || text.equals("^")) {
                merge(column, text);
                continue;
            }
            Mark mark = hiddenRow || hiddenColumns.contains(column)
                    ? Mark.of(Mark.Kind.HIDDEN)
                    : mark(key, column, parameter);
            LayoutCell cell = LayoutCell.parse(row, column, text, mark);
            cells.add(skipped ? cell.with(Mark.of(Mark.Kind.HIDDEN)) : cell);
        }
    }

    private Mark mark(String key, int column, String parameter) {
        List<String> pattern = patterns.get(key);
        if (pattern == null) {
            if (!UNIFORM.contains(key)) {
                throw new IllegalArgumentException("No such kind of row: " + key);
            }
            return Mark.parse(key);
        }
        if (column >= pattern.size()) {
            throw new IllegalArgumentException("More cells than the kind of row has: " + key);
        }
        return Mark.parse(pattern.get(column).replace("$", parameter));
    }

    /** {@code >} is merged with the cell left of it, {@code ^} with the one above. */
    private void merge(int column, String sign) {
        int fromRow = sign.equals("^") ? row - 1 : row;
        int fromColumn = sign.equals(">") ? column - 1 : column;
        Sheet.Area before = merges.stream()
                .filter(area -> area.firstRow() <= fromRow
                        && fromRow <= area.lastRow()
                        && area.firstColumn() <= fromColumn
                        && fromColumn <= area.lastColumn())
                .findFirst()
                .orElse(new Sheet.Area(fromRow, fromRow, fromColumn, fromColumn));
        merges.remove(before);
        merges.add(new Sheet.Area(
                before.firstRow(),
                Math.max(before.lastRow(), row),
                before.firstColumn(),
                Math.max(before.lastColumn(), column)));
    }
}

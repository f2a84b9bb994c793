package jp.kyosei.backend.sheet.xlsx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.sheet.Sheet.Area;
import jp.kyosei.backend.sheet.Sheet.Row;
import jp.kyosei.backend.sheet.SheetLimits;
import jp.kyosei.backend.sheet.Tally;
import jp.kyosei.backend.sheet.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Reads the cells of one sheet as its XML streams by. What the sheet says of its own size is not believed. */
final class SheetCells extends PartXml.Listener {
    private static final int ROW_DEPTH = 3;
    private static final int CELL_DEPTH = 4;
    private static final int VALUE_DEPTH = 5;
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");
    private static final int LETTERS = 26;

    /** So often it is told how far it is. */
    private static final int ROWS_BETWEEN = 256;

    private final String sheet;
    private final List<String> shared;
    private final CellFormats formats;
    private final Tally tally;

    private final TreeMap<Integer, List<Cell>> rows = new TreeMap<>();
    private final List<Area> merges = new ArrayList<>();

    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();

    private String block = "";
    private int row = -1;

    /** As the sheet says, for no more than to tell how far it is. */
    private int rowsSaid;

    private List<Cell> cells = new ArrayList<>();
    private int column = -1;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean valued;
    private boolean inValue;
    private boolean inRichText;
    private final StringBuilder value = new StringBuilder();
    private final RichText richText = new RichText();

    SheetCells(String sheet, List<String> shared, CellFormats formats, Tally tally) {
        this.sheet = sheet;
        this.shared = shared;
        this.formats = formats;
        this.tally = tally;
    }

    Sheet sheet() {
        List<Row> sorted = new ArrayList<>(rows.size());
        rows.forEach((index, found) -> sorted.add(new Row(index, inOrder(index, found))));
        Merges areas = new Merges(sheet, merges);
        return new Sheet(sheet, areas.visible(sorted), areas.areas(), hiddenRows, hiddenColumns);
    }

    @Override
    public void open(int depth, String name, Attributes attributes) {
        if (inRichText) {
            richText.open(name);
            return;
        }
        switch (depth) {
            case 1 -> requireWorksheet(name);
            case 2 -> {
                block = name;
                if (name.equals("dimension")) {
                    rowsSaid = lastRow(attributes.getValue("ref"));
                }
            }
            case ROW_DEPTH -> {
                if (block.equals("sheetData") && name.equals("row")) {
                    startRow(attributes.getValue("r"));
                    if (isHidden(attributes)) {
                        hiddenRows.add(row);
                    }
                } else if (block.equals("cols") && name.equals("col") && isHidden(attributes)) {
                    hideColumns(attributes);
                } else if (block.equals("mergeCells") && name.equals("mergeCell")) {
                    merge(attributes.getValue("ref"));
                }
            }
            case CELL_DEPTH -> {
                if (block.equals("sheetData") && name.equals("c")) {
                    startCell(attributes);
                }
            }
            case VALUE_DEPTH -> {
                if (block.equals("sheetData")) {
                    startValue(name);
                }
            }
            default -> {}
        }
    }

    @Override
    public void text(char[] characters, int start, int length) {
        if (inRichText) {
            richText.text(characters, start, length);
        } else if (inValue && value.length() <= SheetLimits.CELL_TEXT * 8) {
            value.append(characters, start, length);
        }
    }

    @Override
    public void close(int depth, String name) {
        if (inRichText && depth > VALUE_DEPTH) {
            richText.close(name);
        } else if (depth == VALUE_DEPTH) {
            inValue = false;
            inRichText = false;
        } else if (depth == CELL_DEPTH && block.equals("sheetData") && name.equals("c")) {
            endCell();
        } else if (depth == ROW_DEPTH && block.equals("sheetData") && name.equals("row")) {
            endRow();
        }
    }

    private static void requireWorksheet(String name) {
        if (!name.equals("worksheet")) {
            throw FileRefusals.broken();
        }
    }

    private static int lastRow(@Nullable String area) {
        return area == null ? 0 : Numbers.whole(area.replaceAll(".*?([0-9]{1,7})$", "$1"), 0);
    }

    private static boolean isHidden(Attributes attributes) {
        String hidden = attributes.getValue("hidden");
        return hidden != null && (hidden.equals("1") || hidden.equals("true"));
    }

    private void hideColumns(Attributes attributes) {
        int first = Numbers.whole(attributes.getValue("min"), 0);
        int last = Math.min(Numbers.whole(attributes.getValue("max"), 0), SheetLimits.EXCEL_COLUMNS);
        for (int number = Math.max(first, 1); number <= last; number++) {
            hiddenColumns.add(number - 1);
        }
    }

    private void startRow(@Nullable String number) {
        if (Thread.interrupted()) {
            throw new CancellationException("reading was cancelled");
        }
        row = number == null ? row + 1 : Numbers.whole(number, 0) - 1;
        if (row < 0 || row >= SheetLimits.EXCEL_ROWS) {
            throw FileRefusals.broken("シート「%s」に行番号の正しくない行があります".formatted(sheet));
        }
        column = -1;
        cells = new ArrayList<>();
    }

    private void endRow() {
        if (rowsSaid > 0 && row % ROWS_BETWEEN == 0) {
            Headway.at((double) row / rowsSaid);
        }
        if (cells.isEmpty()) {
            tally.blank();
            return;
        }
        List<Cell> before = rows.putIfAbsent(row, cells);
        if (before != null) {
            before.addAll(cells);
        }
        cells = new ArrayList<>();
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : column(reference);
        if (column >= SheetLimits.EXCEL_COLUMNS) {
            throw badReference();
        }
        String given = attributes.getValue("t");
        type = given == null ? "n" : given;
        style = Numbers.whole(attributes.getValue("s"), 0);
        formula = false;
        valued = false;
        value.setLength(0);
        richText.clear();
    }

    private void startValue(String name) {
        switch (name) {
            case "v" -> {
                inValue = true;
                valued = true;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "is" -> inRichText = true;
            default -> {}
        }
    }

    private void endCell() {
        Cell cell = cell();
        if (cell == null || cell.text().isBlank()) {
            tally.blank();
            return;
        }
        tally.cell(place(), cell.text());
        cells.add(cell);
    }

    private @Nullable Cell cell() {
        String written = value.toString();
        boolean text = type.equals("str") || type.equals("inlineStr");
        if (formula && (!valued || (written.isBlank() && !text))) {
            throw FileRefusals.withoutResult(place());
        }
        return switch (type) {
            case "inlineStr" -> text(richText.joined());
            case "str" -> text(RichText.decoded(written));
            case "e" -> text(written);
            case "s" -> valued ? text(shared(written.strip())) : null;
            case "b" ->
                valued ? text(written.strip().equals("1") || written.strip().equals("true") ? "TRUE" : "FALSE") : null;
            case "d" -> valued ? day(written.strip()) : null;
            case "n" -> valued && !written.isBlank() ? number(written.strip()) : null;
            default -> throw unknownContent();
        };
    }

    private Cell text(String text) {
        return new Cell(column, text, null, formula);
    }

    private String shared(String index) {
        int at = Numbers.whole(index, -1);
        if (at < 0 || at >= shared.size()) {
            throw unknownContent();
        }
        return shared.get(at);
    }

    private Cell number(String written) {
        BigDecimal number = Numbers.meant(written).orElseThrow(this::unknownContent);
        String shown = formats.shown(number, style);
        if (formats.isDate(style)) {
            return new Cell(column, shown, null, formula);
        }
        int shift = formats.shift(number, style);
        return new Cell(column, shown, Numbers.shifted(number, shift), formula, shift);
    }

    /** Days as ISO 8601 writes them, which other programs than Excel prefer. */
    private Cell day(String written) {
        try {
            int time = written.indexOf('T');
            LocalDate day = time < 0
                    ? LocalDate.parse(written)
                    : LocalDateTime.parse(written.replace("Z", "")).toLocalDate();
            return text("%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        } catch (DateTimeException e) {
            return text(written);
        }
    }

    private int column(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) != row + 1) {
            throw badReference();
        }
        return letters(matcher.group(1));
    }

    private static int letters(String letters) {
        int column = 0;
        for (int at = 0; at < letters.length(); at++) {
            column = column * LETTERS + Character.toUpperCase(letters.charAt(at)) - 'A' + 1;
        }
        return column - 1;
    }

    private void merge(@Nullable String reference) {
        tally.merge();
        String[] corners = reference == null ? new String[0] : reference.split(":", -1);
        if (corners.length != 2) {
            if (corners.length == 1) {
                return;
            }
            throw badMerge();
        }
        Matcher first = REFERENCE.matcher(corners[0]);
        Matcher last = REFERENCE.matcher(corners[1]);
        if (!first.matches() || !last.matches()) {
            throw badMerge();
        }
        Area area = new Area(
                Integer.parseInt(first.group(2)) - 1,
                Integer.parseInt(last.group(2)) - 1,
                letters(first.group(1)),
                letters(last.group(1)));
        boolean sound = area.firstRow() >= 0
                && area.firstRow() <= area.lastRow()
                && area.lastRow() < SheetLimits.EXCEL_ROWS
                && area.firstColumn() <= area.lastColumn()
                && area.lastColumn() < SheetLimits.EXCEL_COLUMNS;
        if (!sound) {
            throw badMerge();
        }
        if (area.firstRow() != area.lastRow() || area.firstColumn() != area.lastColumn()) {
            merges.add(area);
        }
    }

    private List<Cell> inOrder(int index, List<Cell> found) {
        List<Cell> sorted =
                found.stream().sorted(Comparator.comparingInt(Cell::column)).toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).column() == sorted.get(at - 1).column()) {
                CellPlace place = new CellPlace(sheet, index, sorted.get(at).column());
                throw FileRefusals.broken(FileRefusals.name(place) + "が2つあります");
            }
        }
        return sorted;
    }

    private CellPlace place() {
        return new CellPlace(sheet, row, column);
    }

    private UnreadableFileException unknownContent() {
        return FileRefusals.broken(FileRefusals.name(place()) + "の中身が読み取れません");
    }

    private UnreadableFileException badReference() {
        return FileRefusals.broken("シート「%s」の%,d行目に、位置の正しくないセルがあります".formatted(sheet, row + 1));
    }

    private UnreadableFileException badMerge() {
        return FileRefusals.broken("シート「%s」に範囲の正しくない結合セルがあります".formatted(sheet));
    }
}

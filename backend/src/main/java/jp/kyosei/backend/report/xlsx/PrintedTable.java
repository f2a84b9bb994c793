package jp.kyosei.backend.report.xlsx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.report.paper.LineBreaks;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.xlsx.CellText;
import jp.kyosei.backend.xlsx.CellWriter;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A table of a paper: numbers as numbers, the parts of a figure in rows of their own. */
final class PrintedTable {
    /** Enough for the fonts that stand in where ours is missing: 游ゴシック needs most. */
    private static final double LINE_POINTS = 15;

    /** A full-width letter of 9 points, in a font whose letters are all as wide. */
    static final double LETTER_MILLIMETRES = 3.2;

    private static final double PADDING = 1.5;
    private static final double FIGURE_MARGIN = 3;

    private final SXSSFSheet sheet;
    private final CellWriter cells;
    private final Paper.Block.Table table;
    private final TableColumns places;
    private final JoinedCells joined;

    /** @param places where its columns stand in the sheet */
    PrintedTable(SXSSFSheet sheet, CellWriter cells, Paper.Block.Table table, TableColumns places) {
        this.sheet = sheet;
        this.cells = cells;
        this.table = table;
        this.places = places;
        this.joined = new JoinedCells(sheet, places, table.columns().size());
    }

    /** As on paper, but wide enough for every figure: a spreadsheet shows crosses where one does not fit. In millimetres. */
    static double[] widths(Paper.Block.Table table) {
        double[] widths =
                table.columns().stream().mapToDouble(Paper.Column::width).toArray();
        for (Paper.Row row : table.rows()) {
            int column = 0;
            for (Paper.Cell cell : row.cells()) {
                if (cell.columns() == 1 && cell.content() instanceof Paper.Content.Figure figure) {
                    widths[column] = Math.max(
                            widths[column], LineBreaks.width(figure.text()) * LETTER_MILLIMETRES + FIGURE_MARGIN);
                }
                column += cell.columns();
            }
        }
        return widths;
    }

    /**
     * Writes it from that row on.
     *
     * @return the row below it
     */
    int write(int start) {
        int at = start;
        for (List<Paper.Cell> head : table.head()) {
            Row row = sheet.createRow(at);
            int column = 0;
            double lines = 1;
            for (Paper.Cell cell : head) {
                int first = places.first(column);
                int last = places.last(column + cell.columns() - 1);
                for (int covered = first; covered <= last; covered++) {
                    cells.text(row, covered, covered == first ? text(cell.content()) : "", Looks.head());
                }
                if (last > first) {
                    sheet.addMergedRegionUnsafe(new CellRangeAddress(at, at, first, last));
                }
                lines = Math.max(lines, lines(cell.content(), table.width(column, cell.columns())));
                column += cell.columns();
            }
            SheetForm.height(row, lines * LINE_POINTS + 4);
            at++;
        }
        for (Paper.Row row : table.rows()) {
            at = rows(at, row);
        }
        joined.close(at - 1);
        return at;
    }

    /** The row, and one below it for each part of its figures. */
    private int rows(int at, Paper.Row row) {
        SequencedSet<String> parts = new LinkedHashSet<>();
        row.cells().forEach(cell -> cell.content().madeOf().forEach(part -> parts.add(part.name())));
        List<Row> lines = new ArrayList<>();
        for (int line = 0; line <= parts.size(); line++) {
            lines.add(sheet.createRow(at + line));
        }
        boolean strong = row.manner() != Paper.Manner.FIGURES;
        int column = 0;
        double height = 1;
        for (Paper.Cell cell : row.cells()) {
            Paper.Align align = cell.columns() > 1
                    ? Paper.Align.LEFT
                    : table.columns().get(column).align();
            String tone = cell.tone().isEmpty() ? row.manner().tone() : cell.tone();
            joined.take(at, column, cell);
            fill(lines.getFirst(), column, cell, align, strong, tone);
            parts(lines, column, cell, align, parts);
            across(lines.getFirst(), column, cell, align, strong, tone);
            List<Paper.Part> made = cell.content().madeOf();
            if (!parts.isEmpty() && (!made.isEmpty() || column == table.nameColumn())) {
                joined.leaveApart(column);
            }
            if (!cell.joinsAbove()) {
                height = Math.max(
                        height,
                        lines(cell.content(), table.width(column, cell.columns()))
                                - (made.isEmpty() ? parts.size() : 0));
            }
            column += cell.columns();
        }
        SheetForm.height(lines.getFirst(), height * LINE_POINTS + (row.manner().isHeading() ? 4 : 3));
        return at + lines.size();
    }

    private void parts(List<Row> lines, int column, Paper.Cell cell, Paper.Align align, SequencedSet<String> parts) {
        int line = 1;
        for (String name : parts) {
            Optional<Paper.Part> part = cell.content().madeOf().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            part(lines.get(line++), column, column == table.nameColumn() ? "└ " + name : "", part, align);
        }
    }

    /** A cell over several columns, of the table or of the sheet. */
    private void across(Row row, int column, Paper.Cell cell, Paper.Align align, boolean strong, String tone) {
        int first = places.first(column);
        int last = places.last(column + cell.columns() - 1);
        for (int more = first + 1; more <= last; more++) {
            cells.text(row, more, "", Looks.words(align, strong, tone, ""));
        }
        if (cell.columns() > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), first, last));
        }
    }

    private void fill(Row row, int column, Paper.Cell cell, Paper.Align align, boolean strong, String tone) {
        switch (cell.content()) {
            case Paper.Content.Figure figure ->
                figure(row, column, figure.value(), figure.suffix(), align, strong, tone);
            case Paper.Content.NoFigure none -> words(row, column, none.text(), Paper.Align.CENTER, strong, tone);
            case Paper.Content.Lines words -> {
                boolean all = strong
                        || (words.lines().size() == 1
                                && words.lines().getFirst().weight() == Paper.Weight.STRONG);
                words(row, column, text(words), align, all, tone);
            }
        }
    }

    private void part(Row row, int column, String name, Optional<Paper.Part> part, Paper.Align align) {
        if (part.isEmpty()) {
            words(row, column, name, align, false, "");
            return;
        }
        switch (part.get().content()) {
            case Paper.PartContent.Known known -> figure(row, column, known.value(), known.suffix(), align, false, "");
            case Paper.PartContent.Unknown unknown -> words(row, column, unknown.reason(), align, false, "");
        }
    }

    private void figure(
            Row row, int column, BigDecimal value, String suffix, Paper.Align align, boolean strong, String tone) {
        boolean percent = suffix.equals("%");
        BigDecimal kept = percent ? value.movePointLeft(2) : value;
        if (!CellText.isKeptExactly(kept)) {
            words(row, column, new Paper.Content.Figure(value, suffix, List.of()).text(), align, strong, tone);
            return;
        }
        String positive =
                CellText.format(value, !percent) + (percent ? "%" : suffix.isEmpty() ? "" : "\"" + suffix + "\"");
        String format = "%s;\"%s\"%s".formatted(positive, Minus.SIGN, positive);
        cells.number(row, places.first(column), kept, Looks.figure(format, align, strong, tone));
    }

    private void words(Row row, int column, String text, Paper.Align align, boolean strong, String tone) {
        cells.text(row, places.first(column), text, Looks.words(align, strong, tone, text));
    }

    private static int lines(Paper.Content content, double width) {
        double letters = Math.max(1, Math.floor((width - PADDING) / LETTER_MILLIMETRES));
        List<Paper.Line> lines =
                switch (content) {
                    case Paper.Content.Lines words -> words.lines();
                    case Paper.Content.Figure figure -> List.of();
                    case Paper.Content.NoFigure none -> List.of(new Paper.Line(none.text(), Paper.Weight.PLAIN));
                };
        return lines.stream()
                .mapToInt(line -> LineBreaks.lines(line.text(), letters))
                .sum();
    }

    private static String text(Paper.Content content) {
        return switch (content) {
            case Paper.Content.Lines words ->
                String.join("\n", words.lines().stream().map(Paper.Line::text).toList());
            case Paper.Content.Figure figure -> figure.text();
            case Paper.Content.NoFigure none -> none.text();
        };
    }
}

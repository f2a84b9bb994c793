package jp.kyosei.backend.report.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.paper.LineBreaks;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Tones;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.xlsx.CellText;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;

/**
 * Writes a report as a workbook: the first sheet as it is printed, with numbers as numbers, then the tables for programs. No
 * text is ever a formula.
 */
public final class XlsxWriter {
    private static final String FONT = "BIZ UDPゴシック";
    private static final short TEXT_POINTS = 9;
    private static final double LINE_POINTS = 12;
    private static final double MOST_ROW_POINTS = 409;
    private static final int MOST_COLUMN = 255 * 256;
    private static final int ROWS_IN_MEMORY = 200;
    private static final double MILLIMETRES_PER_WIDTH = 1.85;
    private static final double LETTER_MILLIMETRES = 2.95;
    private static final double FIGURE_MARGIN = 3;
    private static final int DATA_COLUMN = 14 * 256;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<String, Font> fonts = new HashMap<>();

    private XlsxWriter() {}

    public static byte[] write(Paper paper, List<DataTable> data) {
        XlsxWriter writer = new XlsxWriter();
        writer.measureInOwnLetters();
        try (SXSSFWorkbook workbook = writer.workbook) {
            writer.print(paper, WorkbookColumns.PRINTED_SHEET);
            data.forEach(writer::record);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a report could not be written as a workbook", e);
        }
    }

    /** Widths of columns are counted in the digits of the first font. */
    private void measureInOwnLetters() {
        XSSFFont first = workbook.getXSSFWorkbook().getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints(TEXT_POINTS);
    }

    /** How a cell looks; cells that look alike share a style, of which a workbook has few. */
    private record Look(
            String format,
            Paper.Align align,
            boolean strong,
            boolean bordered,
            String fill,
            boolean literal,
            int points) {
        static Look words(Paper.Align align, boolean strong, boolean bordered, String fill, String text) {
            return new Look("@", align, strong, bordered, fill, CellText.needsQuote(text), TEXT_POINTS);
        }
    }

    private void print(Paper paper, String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        layOut(sheet, paper.form());
        int at = 0;
        at = line(sheet, at, paper.title(), 14, true);
        for (String line : paper.lines()) {
            at = line(sheet, at, line, TEXT_POINTS, false);
        }
        int columns = 1;
        boolean first = true;
        double[] widths = {};
        for (Paper.Block block : paper.blocks()) {
            switch (block) {
                case Paper.Block.Heading heading -> at = line(sheet, at + 1, heading.text(), 11, true);
                case Paper.Block.Words words -> at = line(sheet, at, words.text(), TEXT_POINTS, false);
                case Paper.Block.Footnotes notes -> {
                    at++;
                    for (String note : notes.lines()) {
                        at = line(sheet, at, note, TEXT_POINTS - 1, false);
                    }
                }
                case Paper.Block.Bullets list -> {
                    for (String item : list.items()) {
                        at = line(sheet, at, "・" + item, TEXT_POINTS, false);
                    }
                }
                case Paper.Block.Table table -> {
                    // Several tables of one sheet share its columns; that of most columns decides them.
                    if (table.columns().size() > widths.length) {
                        widths = widths(table);
                    }
                    int head = at;
                    at = table(sheet, at, table);
                    columns = Math.max(columns, table.columns().size());
                    if (first && paper.blocks().getFirst().equals(block)) {
                        sheet.createFreezePane(
                                table.nameColumn() + 1, head + table.head().size());
                        sheet.setRepeatingRows(
                                new CellRangeAddress(head, head + table.head().size() - 1, -1, -1));
                    }
                    first = false;
                }
            }
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, (int) Math.min(MOST_COLUMN, widths[column] / MILLIMETRES_PER_WIDTH * 256));
        }
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, columns - 1, 0, Math.max(0, at - 1));
        sheet.getHeader().setRight(paper.mark());
        sheet.getFooter().setCenter("&P / &N");
    }

    /** As on paper, but wide enough for every figure: a spreadsheet shows crosses where one does not fit. */
    private static double[] widths(Paper.Block.Table table) {
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

    private static void layOut(Sheet sheet, Paper.PageForm form) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(form == Paper.PageForm.A3_LANDSCAPE ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(form.isLandscape());
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        double side = form.sideMargin() / 25.4;
        sheet.setMargin(PageMargin.LEFT, side);
        sheet.setMargin(PageMargin.RIGHT, side);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
    }

    private int line(Sheet sheet, int at, String text, int points, boolean strong) {
        Row row = sheet.createRow(at);
        Cell cell = row.createCell(0);
        cell.setCellValue(CellText.encoded(text));
        cell.setCellStyle(style(new Look("@", Paper.Align.LEFT, strong, false, "", CellText.needsQuote(text), points)));
        return at + 1;
    }

    private int table(SXSSFSheet sheet, int start, Paper.Block.Table table) {
        int at = start;
        for (List<Paper.Cell> head : table.head()) {
            Row row = sheet.createRow(at);
            int column = 0;
            double lines = 1;
            for (Paper.Cell cell : head) {
                String text = text(cell.content());
                words(row, column, text, new Look("@", Paper.Align.CENTER, true, true, "head", false, TEXT_POINTS));
                lines = Math.max(lines, lines(cell.content(), table.width(column, cell.columns())));
                column += cell.columns();
            }
            row.setHeightInPoints((float) (lines * LINE_POINTS + 4));
            at++;
        }
        Merges merges = new Merges(sheet, table.columns().size());
        for (Paper.Row row : table.rows()) {
            at = rows(sheet, at, table, row, merges);
        }
        merges.close(at - 1);
        return at;
    }

    /** The row, and one below it for each part of its figures. */
    private int rows(SXSSFSheet sheet, int at, Paper.Block.Table table, Paper.Row row, Merges merges) {
        SequencedSet<String> parts = new LinkedHashSet<>();
        row.cells().forEach(cell -> cell.content().madeOf().forEach(part -> parts.add(part.name())));
        List<Row> lines = new ArrayList<>();
        for (int line = 0; line <= parts.size(); line++) {
            lines.add(sheet.createRow(at + line));
        }
        boolean heading = row.manner().isHeading();
        boolean strong = row.manner() != Paper.Manner.FIGURES;
        String fill = row.manner().tone();
        int column = 0;
        double height = 1;
        for (Paper.Cell cell : row.cells()) {
            Paper.Column kind = table.columns().get(column);
            Paper.Align align = cell.columns() > 1 ? Paper.Align.LEFT : kind.align();
            String tone = cell.tone().isEmpty() ? fill : cell.tone();
            merges.take(at, column, cell);
            fill(lines.getFirst(), column, cell, align, strong, tone);
            List<Paper.Part> made = cell.content().madeOf();
            int line = 1;
            for (String name : parts) {
                Row below = lines.get(line++);
                Optional<Paper.Part> part =
                        made.stream().filter(one -> one.name().equals(name)).findFirst();
                part(below, column, column == table.nameColumn() ? "└ " + name : "", part, align);
            }
            if (cell.columns() > 1) {
                for (int more = 1; more < cell.columns(); more++) {
                    words(
                            lines.getFirst(),
                            column + more,
                            "",
                            new Look("@", align, strong, true, tone, false, TEXT_POINTS));
                }
                sheet.addMergedRegionUnsafe(new CellRangeAddress(at, at, column, column + cell.columns() - 1));
            }
            if (!parts.isEmpty() && (!made.isEmpty() || column == table.nameColumn())) {
                merges.leaveApart(column);
            }
            if (!cell.joinsAbove()) {
                height = Math.max(
                        height,
                        lines(cell.content(), table.width(column, cell.columns()))
                                - (made.isEmpty() ? parts.size() : 0));
            }
            column += cell.columns();
        }
        lines.getFirst().setHeightInPoints((float) Math.min(MOST_ROW_POINTS, height * LINE_POINTS + (heading ? 4 : 3)));
        return at + lines.size();
    }

    private void fill(Row row, int column, Paper.Cell cell, Paper.Align align, boolean strong, String fill) {
        switch (cell.content()) {
            case Paper.Content.Figure figure ->
                figure(row, column, figure.value(), figure.suffix(), align, strong, fill);
            case Paper.Content.NoFigure none ->
                words(row, column, none.text(), Look.words(Paper.Align.CENTER, strong, true, fill, none.text()));
            case Paper.Content.Lines words -> {
                String text = text(words);
                boolean all = strong
                        || words.lines().stream()
                                .anyMatch(line -> line.weight() == Paper.Weight.STRONG
                                        && words.lines().size() == 1);
                words(row, column, text, Look.words(align, all, true, fill, text));
            }
        }
    }

    private void part(Row row, int column, String name, Optional<Paper.Part> part, Paper.Align align) {
        if (part.isEmpty()) {
            words(row, column, name, Look.words(align, false, true, "", name));
            return;
        }
        switch (part.get().content()) {
            case Paper.PartContent.Known known -> figure(row, column, known.value(), known.suffix(), align, false, "");
            case Paper.PartContent.Unknown unknown ->
                words(row, column, unknown.reason(), Look.words(align, false, true, "", unknown.reason()));
        }
    }

    private void figure(
            Row row, int column, BigDecimal value, String suffix, Paper.Align align, boolean strong, String fill) {
        boolean percent = suffix.equals("%");
        BigDecimal kept = percent ? value.movePointLeft(2) : value;
        if (!CellText.isKeptExactly(kept)) {
            String text = new Paper.Content.Figure(value, suffix, List.of()).text();
            words(row, column, text, Look.words(align, strong, true, fill, text));
            return;
        }
        String format = CellText.format(value, true) + (percent ? "%" : suffix.isEmpty() ? "" : "\"" + suffix + "\"");
        Cell cell = row.createCell(column);
        cell.setCellValue(kept.doubleValue());
        cell.setCellStyle(style(new Look(format, align, strong, true, fill, false, TEXT_POINTS)));
    }

    private void words(Row row, int column, String text, Look look) {
        Cell cell = row.createCell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.encoded(text));
        }
        cell.setCellStyle(style(look));
    }

    private static int lines(Paper.Content content, double width) {
        double letters = Math.max(1, Math.floor(width / LETTER_MILLIMETRES));
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

    /** Joins cells that are one with those above. */
    private static final class Merges {
        private final SXSSFSheet sheet;
        private final int[] began;

        Merges(SXSSFSheet sheet, int columns) {
            this.sheet = sheet;
            this.began = new int[columns];
            Arrays.fill(began, -1);
        }

        /** Closes what ends above this cell. */
        void take(int row, int column, Paper.Cell cell) {
            if (!cell.joinsAbove()) {
                for (int covered = column; covered < column + cell.columns(); covered++) {
                    close(covered, row - 1);
                    began[covered] = cell.columns() == 1 ? row : -1;
                }
            }
        }

        /** Whatever stands below, in the rows of the parts, stands there by itself. */
        void leaveApart(int column) {
            began[column] = -1;
        }

        void close(int last) {
            for (int column = 0; column < began.length; column++) {
                close(column, last);
            }
        }

        private void close(int column, int last) {
            if (began[column] >= 0 && last > began[column]) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(began[column], last, column, column));
            }
            began[column] = -1;
        }
    }

    private void record(DataTable table) {
        SXSSFSheet sheet = workbook.createSheet(table.title());
        Row heads = sheet.createRow(0);
        for (int column = 0; column < table.heads().size(); column++) {
            Cell cell = heads.createCell(column);
            cell.setCellValue(CellText.encoded(table.heads().get(column)));
            cell.setCellStyle(style(new Look("@", Paper.Align.LEFT, true, false, "head", false, TEXT_POINTS)));
            sheet.setColumnWidth(column, DATA_COLUMN);
        }
        for (int index = 0; index < table.rows().size(); index++) {
            Row row = sheet.createRow(index + 1);
            List<DataTable.Datum> data = table.rows().get(index);
            for (int column = 0; column < data.size(); column++) {
                datum(row, column, data.get(column));
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        layOut(sheet, Paper.PageForm.A3_LANDSCAPE);
    }

    private void datum(Row row, int column, DataTable.Datum datum) {
        switch (datum) {
            case DataTable.Datum.Nothing nothing -> {
                // An empty cell is no cell.
            }
            case DataTable.Datum.Text words -> text(row, column, words.text());
            case DataTable.Datum.Figure figure -> {
                if (CellText.isKeptExactly(figure.value())) {
                    Cell cell = row.createCell(column);
                    cell.setCellValue(figure.value().doubleValue());
                    cell.setCellStyle(data(CellText.format(figure.value(), false), false));
                } else {
                    text(row, column, figure.value().toPlainString());
                }
            }
        }
    }

    private void text(Row row, int column, String text) {
        Cell cell = row.createCell(column);
        cell.setCellValue(CellText.encoded(text));
        cell.setCellStyle(data("@", CellText.needsQuote(text)));
    }

    private CellStyle data(String format, boolean literal) {
        return style(new Look(
                format,
                format.equals("@") ? Paper.Align.LEFT : Paper.Align.RIGHT,
                false,
                false,
                "data",
                literal,
                TEXT_POINTS));
    }

    private CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::newStyle);
    }

    private CellStyle newStyle(Look look) {
        XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setAlignment(
                switch (look.align()) {
                    case LEFT -> HorizontalAlignment.LEFT;
                    case CENTER -> HorizontalAlignment.CENTER;
                    case RIGHT -> HorizontalAlignment.RIGHT;
                });
        boolean paper = look.bordered();
        style.setVerticalAlignment(look.fill().equals("head") ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
        style.setWrapText(paper && look.format().equals("@"));
        style.setShrinkToFit(paper && !look.format().equals("@"));
        style.setQuotePrefixed(look.literal());
        style.setFont(font(look.strong(), look.points()));
        if (paper) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            for (XSSFCellBorder.BorderSide side : XSSFCellBorder.BorderSide.values()) {
                style.setBorderColor(side, new XSSFColor(Tones.rgb("line"), null));
            }
        }
        if (Tones.isKnown(look.fill())) {
            style.setFillForegroundColor(new XSSFColor(Tones.rgb(look.fill()), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private Font font(boolean strong, int points) {
        return fonts.computeIfAbsent(strong + " " + points, key -> {
            XSSFFont font = (XSSFFont) workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) points);
            font.setBold(strong);
            font.setColor(IndexedColors.AUTOMATIC.getIndex());
            return font;
        });
    }
}

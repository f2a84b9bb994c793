package jp.kyosei.backend.report.xlsx;

import java.util.Arrays;
import jp.kyosei.backend.report.paper.LineBreaks;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.xlsx.CellWriter;
import jp.kyosei.backend.xlsx.Look;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A paper as a sheet, block below block. */
final class PrintedSheet {
    private static final double MILLIMETRES_PER_DIGIT = 1.85;
    private static final int TITLE_POINTS = 14;
    private static final int HEADING_POINTS = 11;
    private static final double LINE_HEIGHT = 1.5;

    private final SXSSFSheet sheet;
    private final CellWriter cells;
    private final Paper paper;
    /** Of the sheet's columns, in millimetres. */
    private final double[] widths;

    private int at;

    private PrintedSheet(SXSSFSheet sheet, CellWriter cells, Paper paper) {
        this.sheet = sheet;
        this.cells = cells;
        this.paper = paper;
        this.widths = widths(paper);
    }

    static void write(SXSSFWorkbook workbook, CellWriter cells, Paper paper, String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        Looks.page(sheet, paper.form());
        PrintedSheet printed = new PrintedSheet(sheet, cells, paper);
        printed.write();
        workbook.setPrintArea(
                workbook.getSheetIndex(sheet),
                0,
                Math.max(0, printed.widths.length - 1),
                0,
                Math.max(0, printed.at - 1));
        sheet.getHeader().setRight(paper.mark());
        SheetForm.numberPages(sheet);
    }

    private void write() {
        line(paper.title(), TITLE_POINTS, true);
        paper.lines().forEach(line -> line(line, Looks.POINTS, false));
        boolean first = true;
        for (Paper.Block block : paper.blocks()) {
            switch (block) {
                case Paper.Block.Heading heading -> {
                    at++;
                    line(heading.text(), HEADING_POINTS, true);
                }
                case Paper.Block.NewPage page -> sheet.setRowBreak(Math.max(0, at - 1));
                case Paper.Block.Words words -> line(words.text(), Looks.POINTS, false);
                case Paper.Block.Footnotes notes -> {
                    at++;
                    notes.lines().forEach(note -> line(note, Looks.POINTS - 1, false));
                }
                case Paper.Block.Bullets list -> list.items().forEach(item -> line("・" + item, Looks.POINTS, false));
                case Paper.Block.Table table -> {
                    int head = at;
                    TableColumns places = TableColumns.fitted(PrintedTable.widths(table), widths);
                    at = new PrintedTable(sheet, cells, table, places).write(at);
                    if (first && paper.blocks().getFirst().equals(block)) {
                        keepInSight(table, head, places);
                    }
                    first = false;
                }
            }
        }
        for (int column = 0; column < widths.length; column++) {
            SheetForm.width(sheet, column, widths[column] / MILLIMETRES_PER_DIGIT);
        }
    }

    private static double[] widths(Paper paper) {
        return TableColumns.shared(paper.blocks().stream()
                .filter(Paper.Block.Table.class::isInstance)
                .map(block -> PrintedTable.widths((Paper.Block.Table) block))
                .toList());
    }

    private void keepInSight(Paper.Block.Table table, int head, TableColumns places) {
        int below = head + table.head().size();
        sheet.createFreezePane(places.last(table.nameColumn()) + 1, below);
        sheet.setRepeatingRows(new CellRangeAddress(head, below - 1, -1, -1));
    }

    /** A line longer than the sheet is wide goes on below itself. */
    private void line(String text, int points, boolean strong) {
        Row row = sheet.createRow(at);
        double letters = Arrays.stream(widths).sum() / (PrintedTable.LETTER_MILLIMETRES * points / Looks.POINTS);
        int lines = letters < 1 ? 1 : LineBreaks.lines(text, letters);
        Look look = Looks.line(text, points, strong);
        cells.text(row, 0, text, lines > 1 ? look.wrapping() : look);
        if (lines > 1) {
            SheetForm.height(row, lines * points * LINE_HEIGHT);
            sheet.addMergedRegionUnsafe(new CellRangeAddress(at, at, 0, widths.length - 1));
        }
        at++;
    }
}

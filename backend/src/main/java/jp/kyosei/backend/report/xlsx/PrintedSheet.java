package jp.kyosei.backend.report.xlsx;

import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.xlsx.CellWriter;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A paper as a sheet, block below block. */
final class PrintedSheet {
    private static final double MILLIMETRES_PER_DIGIT = 1.85;
    private static final int TITLE_POINTS = 14;
    private static final int HEADING_POINTS = 11;

    private final SXSSFSheet sheet;
    private final CellWriter cells;
    private int at;

    private PrintedSheet(SXSSFSheet sheet, CellWriter cells) {
        this.sheet = sheet;
        this.cells = cells;
    }

    static void write(SXSSFWorkbook workbook, CellWriter cells, Paper paper, String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        Looks.page(sheet, paper.form());
        PrintedSheet printed = new PrintedSheet(sheet, cells);
        int columns = printed.write(paper);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, columns - 1, 0, Math.max(0, printed.at - 1));
        sheet.getHeader().setRight(paper.mark());
        SheetForm.numberPages(sheet);
    }

    /** How many columns it takes. */
    private int write(Paper paper) {
        line(paper.title(), TITLE_POINTS, true);
        paper.lines().forEach(line -> line(line, Looks.POINTS, false));
        int columns = 1;
        boolean first = true;
        double[] widths = {};
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
                    // Several tables of one sheet share its columns; that of most columns decides them.
                    if (table.columns().size() > widths.length) {
                        widths = PrintedTable.widths(table);
                    }
                    int head = at;
                    at = new PrintedTable(sheet, cells, table).write(at);
                    columns = Math.max(columns, table.columns().size());
                    if (first && paper.blocks().getFirst().equals(block)) {
                        keepInSight(table, head);
                    }
                    first = false;
                }
            }
        }
        for (int column = 0; column < widths.length; column++) {
            SheetForm.width(sheet, column, widths[column] / MILLIMETRES_PER_DIGIT);
        }
        return columns;
    }

    private void keepInSight(Paper.Block.Table table, int head) {
        int below = head + table.head().size();
        sheet.createFreezePane(table.nameColumn() + 1, below);
        sheet.setRepeatingRows(new CellRangeAddress(head, below - 1, -1, -1));
    }

    private void line(String text, int points, boolean strong) {
        cells.text(sheet.createRow(at), 0, text, Looks.line(text, points, strong));
        at++;
    }
}

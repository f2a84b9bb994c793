package jp.kyosei.backend.report.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.PrintedText;
import jp.kyosei.backend.report.paper.Tones;
import jp.kyosei.backend.text.XmlText;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes a paper as a Word file to be edited: headings by style, tables whose heading rows repeat on every page. */
public final class DocxWriter {
    private static final String FONT = "BIZ UDPゴシック";
    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;
    private static final int TITLE_HALF_POINTS = 28;
    private static final int HEADING_HALF_POINTS = 22;
    private static final int TEXT_HALF_POINTS = 19;
    private static final double CELL_POINTS = 8;
    private static final double SMALL_POINTS = 7;
    private static final double NOTE_POINTS = 8;
    private static final int CELL_MARGIN = 50;

    /** A single line is 240. */
    private static final int LINE_OF_240 = 264;

    private static final int BELOW_LINE = 100;

    private final XWPFDocument document = new XWPFDocument();

    private DocxWriter() {}

    /** The paper as a file. */
    public static byte[] write(Paper paper) {
        DocxWriter writer = new DocxWriter();
        try (XWPFDocument document = writer.document) {
            writer.paper(paper);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper could not be written for Word", e);
        }
    }

    private void paper(Paper paper) {
        document.getProperties().getCoreProperties().setTitle(clean(PrintedText.heading(paper.title())));
        styles();
        page(paper);
        XWPFParagraph title = document.createParagraph();
        title.setStyle("Title");
        title.createRun().setText(clean(PrintedText.heading(paper.title())));
        for (String line : paper.lines()) {
            XWPFParagraph below = document.createParagraph();
            below.setAlignment(ParagraphAlignment.RIGHT);
            below.setSpacingAfter(BELOW_LINE);
            below.createRun().setText(clean(PrintedText.heading(line)));
        }
        for (Paper.Block block : paper.blocks()) {
            switch (block) {
                case Paper.Block.Heading heading -> {
                    XWPFParagraph paragraph = document.createParagraph();
                    paragraph.setStyle("Heading" + heading.level());
                    paragraph.createRun().setText(clean(PrintedText.heading(heading.text())));
                }
                case Paper.Block.NewPage page -> document.createParagraph().setPageBreak(true);
                case Paper.Block.Words words ->
                    document.createParagraph().createRun().setText(clean(PrintedText.paragraph(words.text())));
                case Paper.Block.Bullets list ->
                    list.items().forEach(item -> document.createParagraph()
                            .createRun()
                            .setText(clean(PrintedText.paragraph("・" + item))));
                case Paper.Block.Footnotes notes ->
                    notes.lines().forEach(note -> {
                        XWPFRun run = document.createParagraph().createRun();
                        run.setFontSize(NOTE_POINTS);
                        run.setText(clean(PrintedText.paragraph(note)));
                    });
                case Paper.Block.Table table -> table(table);
            }
        }
    }

    private void page(Paper paper) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(paper.form().width()));
        size.setH(twips(paper.form().height()));
        if (paper.form().isLandscape()) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(twips(paper.form().sideMargin()));
        margin.setRight(twips(paper.form().sideMargin()));
        margin.setTop(twips(15));
        margin.setBottom(twips(13));
        margin.setHeader(twips(7));
        margin.setFooter(twips(6));
        if (!paper.mark().isEmpty()) {
            XWPFParagraph mark = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
            mark.setAlignment(ParagraphAlignment.RIGHT);
            mark.createRun().setText(clean(paper.mark()));
        }
        XWPFParagraph number = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        number.createRun().setText(" / ");
        number.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setEastAsia(FONT);
        fonts.setCs(FONT);
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("ja-JP");
        styles.addStyle(style("Normal", "Normal", TEXT_HALF_POINTS, false, -1));
        styles.addStyle(style("Title", "Title", TITLE_HALF_POINTS, true, -1));
        styles.addStyle(style("Heading1", "heading 1", HEADING_HALF_POINTS, true, 0));
        styles.addStyle(style("Heading2", "heading 2", TEXT_HALF_POINTS, true, 1));
    }

    private static XWPFStyle style(String id, String name, int halfPoints, boolean strong, int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (id.equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
            style.addNewQFormat();
        }
        CTPPrGeneral paragraph = style.addNewPPr();
        if (level >= 0) {
            paragraph.addNewKeepNext();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
            paragraph.addNewSpacing().setBefore(BigInteger.valueOf(240));
        } else if (id.equals("Title")) {
            paragraph.addNewJc().setVal(STJc.CENTER);
        } else {
            CTSpacing spacing = paragraph.addNewSpacing();
            spacing.setAfter(BigInteger.ZERO);
            spacing.setLine(BigInteger.valueOf(LINE_OF_240));
            spacing.setLineRule(STLineSpacingRule.AUTO);
        }
        CTRPr run = style.addNewRPr();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        if (strong) {
            run.addNewB();
        }
        return new XWPFStyle(style);
    }

    private void table(Paper.Block.Table shown) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(CELL_MARGIN, CELL_MARGIN, CELL_MARGIN, CELL_MARGIN);
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        double all = shown.columns().stream().mapToDouble(Paper.Column::width).sum();
        table.setWidth(twips(all).intValue());
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (Paper.Column column : shown.columns()) {
            CTTblGridCol width = grid.addNewGridCol();
            width.setW(twips(column.width()));
        }
        for (List<Paper.Cell> head : shown.head()) {
            XWPFTableRow row = table.createRow();
            while (!row.getTableCells().isEmpty()) {
                row.removeCell(0);
            }
            row.setRepeatHeader(true);
            row.setCantSplitRow(true);
            int column = 0;
            for (Paper.Cell cell : head) {
                cell(row, shown, column, cell, Paper.Align.CENTER, true, "head", false);
                column += cell.columns();
            }
        }
        for (int index = 0; index < shown.rows().size(); index++) {
            row(table, shown, index);
        }
        document.createParagraph();
    }

    private void row(XWPFTable table, Paper.Block.Table shown, int index) {
        Paper.Row shownRow = shown.rows().get(index);
        XWPFTableRow row = table.createRow();
        while (!row.getTableCells().isEmpty()) {
            row.removeCell(0);
        }
        row.setCantSplitRow(true);
        boolean heading = shownRow.manner().isHeading();
        String fill = shownRow.manner().tone();
        int column = 0;
        for (Paper.Cell cell : shownRow.cells()) {
            Paper.Align align = cell.columns() > 1
                    ? Paper.Align.LEFT
                    : shown.columns().get(column).align();
            XWPFTableCell written =
                    cell(row, shown, column, cell, align, heading, cell.tone().isEmpty() ? fill : cell.tone(), heading);
            if (cell.joinsAbove()) {
                properties(written).addNewVMerge().setVal(STMerge.CONTINUE);
            } else if (shown.joinsBelow(index, column)) {
                properties(written).addNewVMerge().setVal(STMerge.RESTART);
            }
            column += cell.columns();
        }
    }

    private static XWPFTableCell cell(
            XWPFTableRow row,
            Paper.Block.Table shown,
            int column,
            Paper.Cell cell,
            Paper.Align align,
            boolean strong,
            String fill,
            boolean keepWithNext) {
        XWPFTableCell written = row.createCell();
        CTTcPr properties = properties(written);
        CTTblWidth size = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        size.setW(twips(shown.width(column, cell.columns())));
        size.setType(STTblWidth.DXA);
        if (cell.columns() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.columns()));
        }
        String colour = Tones.hex(fill);
        if (!colour.isEmpty()) {
            written.setColor(colour);
        }
        XWPFParagraph paragraph = written.getParagraphs().getFirst();
        boolean reason = !(cell.content() instanceof Paper.Content.Figure) && align == Paper.Align.RIGHT;
        paragraph.setAlignment(
                switch (reason ? Paper.Align.CENTER : align) {
                    case LEFT -> ParagraphAlignment.LEFT;
                    case CENTER -> ParagraphAlignment.CENTER;
                    case RIGHT -> ParagraphAlignment.RIGHT;
                });
        if (keepWithNext) {
            paragraph.setKeepNext(true);
        }
        if (cell.joinsAbove()) {
            return written;
        }
        boolean first = true;
        for (Paper.Line line : cell.content().printed()) {
            XWPFRun run = paragraph.createRun();
            if (!first) {
                run.addBreak();
            }
            first = false;
            run.setFontSize(line.weight() == Paper.Weight.SMALL ? SMALL_POINTS : CELL_POINTS);
            run.setBold(strong || line.weight() == Paper.Weight.STRONG);
            if (cell.changed()) {
                run.setUnderline(UnderlinePatterns.SINGLE);
            }
            String text = clean(PrintedText.cell(line.text()));
            // A year in brackets behind a figure stands below it; Word would break within the brackets.
            int bracket = cell.content() instanceof Paper.Content.Figure ? text.indexOf('(') : -1;
            run.setText(bracket > 0 ? text.substring(0, bracket) : text);
            if (bracket > 0) {
                run.addBreak();
                run.setText(text.substring(bracket));
            }
        }
        return written;
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }

    /** Without what XML cannot hold. */
    private static String clean(String text) {
        return XmlText.holdable(text.replace("\r", "").replace("\n", ""));
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MILLIMETRE));
    }
}

package jp.kyosei.backend.publishing.open.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.xlsx.CellText;
import jp.kyosei.backend.xlsx.CellWriter;
import jp.kyosei.backend.xlsx.Look;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The published year as a workbook: what it is, the sheet of results, the long form, what its columns hold. */
public final class ResultsXlsx {
    private static final int POINTS = 10;
    private static final double WIDEST = 40;
    private static final double NARROWEST = 8;
    private static final String HEAD_COLOUR = "E8F1FE";

    private final XSSFWorkbook workbook;
    private final CellWriter cells;

    private ResultsXlsx(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.cells = new CellWriter(workbook);
        cells.measureIn(POINTS);
    }

    /** @param modified what is told as the time of its making, so that it is the same at every replica */
    public static byte[] of(Head head, PublishedYear document, Instant modified) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(head.fullTitle());
            workbook.getProperties().getCoreProperties().setCreator(head.ownerName());
            workbook.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(modified)));
            ResultsXlsx book = new ResultsXlsx(workbook);
            book.sheet("実績", ResultsCsv.heads(document), ResultsCsv.records(document));
            book.sheet("実績（縦長）", LongTable.COLUMNS.keySet(), LongTable.records(head, document));
            book.sheet("説明", List.of("項目", "内容"), about(head, document));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static List<List<Object>> about(Head head, PublishedYear document) {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(List.of("公開した団体", head.ownerName()));
        lines.add(List.of("計画", head.title()));
        lines.add(List.of("公開年度", head.year().longLabel()));
        lines.add(List.of("版", BigDecimal.valueOf(head.revision())));
        lines.add(List.of("利用条件", head.licence().label()));
        document.judgedBy().forEach(label -> lines.add(List.of("評価「%s」".formatted(label.label()), label.meaning())));
        LongTable.COLUMNS.forEach((column, meaning) -> lines.add(List.of("縦長の列「%s」".formatted(column), meaning)));
        return lines;
    }

    private void sheet(String name, Collection<String> heads, List<List<Object>> records) {
        Sheet sheet = workbook.createSheet(name);
        Look headLook = Look.text(HorizontalAlignment.LEFT, POINTS).strong(true).filled(HEAD_COLOUR);
        Row first = sheet.createRow(0);
        int column = 0;
        for (String head : heads) {
            cells.text(first, column, head, headLook);
            SheetForm.width(sheet, column, width(head, column, records));
            column++;
        }
        for (int index = 0; index < records.size(); index++) {
            Row row = sheet.createRow(index + 1);
            List<Object> record = records.get(index);
            for (int at = 0; at < record.size(); at++) {
                cell(row, at, record.get(at));
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, records.size(), 0, heads.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, heads.size() - 1));
        SheetForm.page(sheet, PrintSetup.A3_PAPERSIZE, true, 0.4);
        SheetForm.numberPages(sheet);
    }

    private void cell(Row row, int column, Object value) {
        if (value instanceof BigDecimal number && CellText.isKeptExactly(number)) {
            cells.number(
                    row,
                    column,
                    number,
                    Look.number(CellText.format(number, false), HorizontalAlignment.RIGHT, POINTS));
        } else {
            String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            if (!text.isEmpty()) {
                cells.text(
                        row,
                        column,
                        text,
                        Look.text(HorizontalAlignment.LEFT, POINTS).saying(text));
            }
        }
    }

    private static double width(String head, int column, List<List<Object>> records) {
        int longest = records.stream()
                .mapToInt(record -> record.get(column).toString().length())
                .max()
                .orElse(0);
        return Math.clamp(2.0 * Math.max(head.length(), longest) + 1, NARROWEST, WIDEST);
    }
}

package jp.kyosei.backend.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.xlsx.CellText;
import jp.kyosei.backend.xlsx.CellWriter;
import jp.kyosei.backend.xlsx.Look;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes the workbook of a town. Only what is to be typed can be typed into; no text is ever a formula. */
final class WorkbookWriter {
    static final String SHEET = "実績入力";
    private static final String GUIDE = "使い方";
    private static final String LOCKED = "EDEDED";
    private static final String ENTRY = "FFFBE0";
    private static final String HEAD = "D9E2EF";
    private static final String ENTRY_HEAD = "F7DF8E";
    private static final String LINES = "A6A6A6";
    private static final int POINTS = 10;
    private static final double SIDE_MARGIN = 0.4;
    private static final float LINE = 13.5f;
    private static final float LEAST = 42;
    /** The column, out of sight, by which a row is known. */
    static final String KEY_HEAD = "記号";

    static final String NO_HEAD = "番号";
    static final String NAME_HEAD = "指標名";

    private static final List<Known> KNOWN = List.of(
            new Known(KEY_HEAD, 4),
            new Known(NO_HEAD, 8),
            new Known("体系", 18),
            new Known(NAME_HEAD, 26),
            new Known("単位", 8),
            new Known("目標値", 13),
            new Known("昨年度の実績", 14),
            new Known("状態", 9));

    private static final int NO = 1;
    private static final int NAME = 3;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellWriter cells = new CellWriter(workbook);
    private final WorkbookContent content;
    private final List<EntryField> fields;

    private record Known(String head, int width) {}

    /** The heads of what is known, beside what is typed. */
    static Set<String> knownHeads() {
        return KNOWN.stream().map(known -> EntryField.plain(known.head())).collect(Collectors.toUnmodifiableSet());
    }

    private WorkbookWriter(WorkbookContent content) {
        this.content = content;
        // Only the secretariat can change what is confirmed; for others the column would be a riddle.
        this.fields = Arrays.stream(EntryField.values())
                .filter(field -> field != EntryField.REASON || content.corrects())
                .toList();
    }

    static byte[] write(WorkbookContent content) {
        WorkbookWriter writer = new WorkbookWriter(content);
        try (XSSFWorkbook workbook = writer.workbook) {
            writer.writeEntries();
            writer.writeGuide();
            writer.writeFacts();
            workbook.setActiveSheet(0);
            workbook.lockStructure();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook could not be written", e);
        }
    }

    private void writeEntries() {
        XSSFSheet sheet = workbook.createSheet(SHEET);
        sheet.setDisplayGridlines(false);
        int last = KNOWN.size() + fields.size() - 1;
        for (int column = 0; column < KNOWN.size(); column++) {
            SheetForm.width(sheet, column, KNOWN.get(column).width());
        }
        for (int column = 0; column < fields.size(); column++) {
            SheetForm.width(sheet, KNOWN.size() + column, fields.get(column).width());
        }
        sheet.setColumnHidden(0, true);
        int at = 0;
        at = line(sheet, at, content.title(), 14, true);
        for (String line : content.lines()) {
            at = line(sheet, at, line, POINTS, false);
        }
        at++;
        int head = at;
        heads(sheet.createRow(at++));
        int first = at;
        for (WorkbookRow row : content.rows()) {
            row(sheet.createRow(at++), row);
        }
        EntryRules.set(sheet, fields, content.year(), first, at - 1, KNOWN.size());
        sheet.createFreezePane(NAME + 1, first);
        sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        workbook.setPrintArea(workbook.getSheetIndex(sheet), NO, last, 0, at - 1);
        sheet.addIgnoredErrors(new CellRangeAddress(first, at - 1, 0, last), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        page(sheet, PrintSetup.A3_PAPERSIZE);
        SheetForm.protect(sheet);
        sheet.setActiveCell(new CellAddress(first, KNOWN.size()));
    }

    private int line(XSSFSheet sheet, int at, String text, int points, boolean strong) {
        // A long request of the secretariat wraps within what is seen at once on a screen: up to the texts.
        List<EntryField> beside = fields.stream()
                .filter(field -> field.isOf(WorkbookItem.Part.FIGURE))
                .toList();
        int lastColumn = KNOWN.size() + beside.size() - 1;
        int width = KNOWN.stream().skip(1).mapToInt(Known::width).sum()
                + beside.stream().mapToInt(EntryField::width).sum();
        Row row = sheet.createRow(at);
        cells.text(
                row,
                NO,
                text,
                Look.text(HorizontalAlignment.LEFT, points)
                        .strong(strong)
                        .wrapping()
                        .saying(text));
        sheet.addMergedRegion(new CellRangeAddress(at, at, NO, lastColumn));
        SheetForm.height(row, lines(text, width) * (points == POINTS ? LINE : points * 1.5f) + 2);
        return at + 1;
    }

    private void heads(Row row) {
        SheetForm.height(row, 3 * LINE);
        for (int column = 0; column < KNOWN.size(); column++) {
            head(row, column, KNOWN.get(column).head(), HEAD);
        }
        for (int column = 0; column < fields.size(); column++) {
            head(row, KNOWN.size() + column, fields.get(column).head(), ENTRY_HEAD);
        }
    }

    private void head(Row row, int column, String text, String fill) {
        cells.text(
                row,
                column,
                text,
                framed(Look.text(HorizontalAlignment.CENTER, POINTS), fill)
                        .strong(true)
                        .centred());
    }

    private void row(Row row, WorkbookRow content) {
        Indicator indicator = content.entry().indicator();
        known(row, 0, content.no(), HorizontalAlignment.LEFT);
        known(row, 1, content.no(), HorizontalAlignment.CENTER);
        known(row, 2, content.section(), HorizontalAlignment.LEFT);
        known(row, 3, indicator.name(), HorizontalAlignment.LEFT);
        known(row, 4, indicator.unit(), HorizontalAlignment.CENTER);
        known(row, 5, target(indicator), HorizontalAlignment.RIGHT);
        known(row, 6, last(content), HorizontalAlignment.RIGHT);
        known(row, 7, content.state(), HorizontalAlignment.CENTER);
        float height =
                Math.max(LEAST, LINE * lines(content.section(), KNOWN.get(2).width()) + 4);
        height = Math.max(height, LINE * lines(indicator.name(), KNOWN.get(NAME).width()) + 4);
        EntryTexts texts = content.texts();
        for (int column = 0; column < fields.size(); column++) {
            EntryField field = fields.get(column);
            String text = texts.text(field);
            boolean open = isOpen(field, content);
            entry(row, KNOWN.size() + column, field, text, open);
            if (!field.isNumber()) {
                height = Math.max(height, LINE * lines(text, field.width()) + 4);
            }
        }
        SheetForm.height(row, height);
    }

    private static boolean isOpen(EntryField field, WorkbookRow row) {
        if (!row.open()) {
            return false;
        }
        return field == EntryField.REASON ? row.isConfirmed() : !field.isRatio() || row.isRatio();
    }

    private void known(Row row, int column, String text, HorizontalAlignment align) {
        cells.text(row, column, text, framed(Look.text(align, POINTS), LOCKED).saying(text));
    }

    /**
     * A blank number cell has the general format: in one with a number format a spreadsheet makes {@code 12/3} a number of
     * five digits and {@code 65%} 0.65 without a trace; so the day and the percent stay to be seen, and to be refused.
     */
    private void entry(Row row, int column, EntryField field, String text, boolean open) {
        Optional<BigDecimal> number = field.isNumber() ? EntryTexts.number(text) : Optional.empty();
        String fill = open ? ENTRY : LOCKED;
        if (field.isNumber() && number.map(CellText::isKeptExactly).orElse(true)) {
            String format = number.map(value -> CellText.format(value, true)).orElse("General");
            Look look = framed(Look.number(format, HorizontalAlignment.RIGHT, POINTS), fill)
                    .open(open);
            number.ifPresentOrElse(
                    value -> cells.number(row, column, value, look), () -> cells.text(row, column, "", look));
            return;
        }
        HorizontalAlignment align = field.isNumber() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
        cells.text(
                row,
                column,
                text,
                framed(Look.text(align, POINTS), fill).open(open).saying(text));
    }

    private static Look framed(Look look, String fill) {
        return look.wrapping().framed(LINES).filled(fill);
    }

    private String target(Indicator indicator) {
        FiscalYear year = content.year();
        return indicator.measure().targets().stream()
                .filter(target -> target.fiscalYear().equals(year))
                .findFirst()
                .map(target -> FigureFormat.asEntered(target.value()))
                .orElseGet(() -> {
                    Target last = indicator.measure().finalTarget();
                    return "%s（%s）"
                            .formatted(
                                    FigureFormat.asEntered(last.value()),
                                    last.fiscalYear().shortLabel());
                });
    }

    private static String last(WorkbookRow row) {
        String note = row.entry().lastNote();
        String last = row.entry().last();
        return note.isBlank() || note.equals(last)
                ? last
                : "%s\n%s".formatted(last, note).strip();
    }

    private void writeGuide() {
        XSSFSheet sheet = workbook.createSheet(GUIDE);
        sheet.setDisplayGridlines(false);
        int letters = 124;
        SheetForm.width(sheet, 0, letters);
        int at = 0;
        for (String text : content.guide()) {
            boolean title = at == 0 || text.startsWith("■");
            Row row = sheet.createRow(at++);
            cells.text(
                    row,
                    0,
                    text,
                    Look.text(HorizontalAlignment.LEFT, title ? 12 : POINTS + 1)
                            .strong(title)
                            .wrapping()
                            .saying(text));
            SheetForm.height(row, lines(text, letters) * 16 + 4);
        }
        page(sheet, PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 1);
        SheetForm.protect(sheet);
    }

    private void writeFacts() {
        XSSFSheet sheet = workbook.createSheet(WorkbookFacts.SHEET);
        int at = 0;
        for (List<String> line : content.facts().lines()) {
            Row row = sheet.createRow(at++);
            for (int column = 0; column < line.size(); column++) {
                String text = line.get(column);
                cells.text(
                        row,
                        column,
                        text,
                        Look.text(HorizontalAlignment.LEFT, POINTS).wrapping().saying(text));
            }
        }
        SheetForm.protect(sheet);
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    private static void page(XSSFSheet sheet, short paper) {
        SheetForm.page(sheet, paper, true, SIDE_MARGIN);
        SheetForm.numberPages(sheet);
    }

    /** The lines that a text takes in a column of that many letters of half width; rather one too many. */
    private static int lines(String text, int letters) {
        return text.lines()
                .mapToInt(line -> Math.max(1, (int) Math.ceil(width(line) / Math.max(1, letters - 1))))
                .sum();
    }

    private static double width(String line) {
        return line.codePoints()
                .mapToDouble(letter -> letter < 0x1100 ? 1.1 : 2)
                .sum();
    }
}

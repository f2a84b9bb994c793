package jp.kyosei.backend.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.text.CellLimit;
import jp.kyosei.backend.text.TextKind;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;

/** Writes the workbook of a town. Only what is to be typed can be typed into; no text is ever a formula. */
final class WorkbookWriter {
    static final String SHEET = "実績入力";
    private static final String GUIDE = "使い方";
    private static final String FONT = "BIZ UDPゴシック";
    private static final String LOCKED = "EDEDED";
    private static final String ENTRY = "FFFBE0";
    private static final String HEAD = "D9E2EF";
    private static final String ENTRY_HEAD = "F7DF8E";
    private static final String LINES = "A6A6A6";
    private static final List<XSSFCellBorder.BorderSide> SIDES = List.of(
            XSSFCellBorder.BorderSide.TOP,
            XSSFCellBorder.BorderSide.BOTTOM,
            XSSFCellBorder.BorderSide.LEFT,
            XSSFCellBorder.BorderSide.RIGHT);
    private static final int POINTS = 10;
    private static final float LINE = 13.5f;
    private static final float LEAST = 42;
    private static final float MOST = 400;
    private static final int DIGITS_KEPT = 15;
    private static final int YEARS_BACK = 20;
    private static final String LARGEST = "999999999999999";
    private static final Pattern NOT_FOR_XML =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

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
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<List<Object>, XSSFFont> fonts = new HashMap<>();
    private final WorkbookContent content;
    private final List<EntryField> fields;

    private record Known(String head, int width) {}

    private record Look(
            String format,
            HorizontalAlignment align,
            boolean strong,
            int points,
            String fill,
            boolean locked,
            boolean bordered,
            boolean quoted,
            boolean top) {}

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
            sheet.setColumnWidth(column, KNOWN.get(column).width() * 256);
        }
        for (int column = 0; column < fields.size(); column++) {
            sheet.setColumnWidth(KNOWN.size() + column, fields.get(column).width() * 256);
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
        validate(sheet, first, at - 1);
        sheet.createFreezePane(NAME + 1, first);
        sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
        workbook.setPrintArea(workbook.getSheetIndex(sheet), NO, last, 0, at - 1);
        sheet.addIgnoredErrors(new CellRangeAddress(first, at - 1, 0, last), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        layOut(sheet, PrintSetup.A3_PAPERSIZE);
        protect(sheet);
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
        words(
                row.createCell(NO),
                text,
                new Look("@", HorizontalAlignment.LEFT, strong, points, "", true, false, isQuoted(text), true));
        sheet.addMergedRegion(new CellRangeAddress(at, at, NO, lastColumn));
        row.setHeightInPoints(Math.min(MOST, lines(text, width) * (points == POINTS ? LINE : points * 1.5f) + 2));
        return at + 1;
    }

    private void heads(Row row) {
        row.setHeightInPoints(3 * LINE);
        for (int column = 0; column < KNOWN.size(); column++) {
            head(row.createCell(column), KNOWN.get(column).head(), HEAD);
        }
        for (int column = 0; column < fields.size(); column++) {
            head(row.createCell(KNOWN.size() + column), fields.get(column).head(), ENTRY_HEAD);
        }
    }

    private void head(Cell cell, String text, String fill) {
        words(cell, text, new Look("@", HorizontalAlignment.CENTER, true, POINTS, fill, true, true, false, false));
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
            entry(row.createCell(KNOWN.size() + column), field, text, open);
            if (!field.isNumber()) {
                height = Math.max(height, LINE * lines(text, field.width()) + 4);
            }
        }
        row.setHeightInPoints(Math.min(MOST, height));
    }

    private static boolean isOpen(EntryField field, WorkbookRow row) {
        if (!row.open()) {
            return false;
        }
        return field == EntryField.REASON ? row.isConfirmed() : !field.isRatio() || row.isRatio();
    }

    private void known(Row row, int column, String text, HorizontalAlignment align) {
        words(
                row.createCell(column),
                text,
                new Look("@", align, false, POINTS, LOCKED, true, true, isQuoted(text), true));
    }

    /**
     * A blank number cell has the general format: in one with a number format a spreadsheet makes {@code 12/3} a number of
     * five digits and {@code 65%} 0.65 without a trace; so the day and the percent stay to be seen, and to be refused.
     */
    private void entry(Cell cell, EntryField field, String text, boolean open) {
        Optional<BigDecimal> number = field.isNumber() ? EntryTexts.number(text) : Optional.empty();
        String fill = open ? ENTRY : LOCKED;
        if (field.isNumber() && number.map(WorkbookWriter::isKeptExactly).orElse(true)) {
            String format = number.map(WorkbookWriter::format).orElse("General");
            cell.setCellStyle(
                    style(new Look(format, HorizontalAlignment.RIGHT, false, POINTS, fill, !open, true, false, true)));
            number.ifPresent(value -> cell.setCellValue(value.doubleValue()));
            return;
        }
        HorizontalAlignment align = field.isNumber() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
        words(cell, text, new Look("@", align, false, POINTS, fill, !open, true, isQuoted(text), true));
    }

    private static boolean isKeptExactly(BigDecimal value) {
        return value.stripTrailingZeros().precision() <= DIGITS_KEPT
                && new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0;
    }

    private static String format(BigDecimal value) {
        return value.scale() > 0 ? "#,##0." + "0".repeat(value.scale()) : "#,##0";
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

    private void validate(XSSFSheet sheet, int first, int last) {
        DataValidationHelper rules = sheet.getDataValidationHelper();
        for (int column = 0; column < fields.size(); column++) {
            EntryField field = fields.get(column);
            CellRangeAddressList cells =
                    new CellRangeAddressList(first, last, KNOWN.size() + column, KNOWN.size() + column);
            DataValidation rule = rules.createValidation(constraint(rules, field), cells);
            rule.setShowErrorBox(true);
            rule.setEmptyCellAllowed(true);
            if (field == EntryField.REFERENCE_YEAR) {
                rule.setErrorStyle(DataValidation.ErrorStyle.WARNING);
            }
            rule.createErrorBox(EntryField.plain(field.head()), advice(field));
            sheet.addValidationData(rule);
        }
    }

    private DataValidationConstraint constraint(DataValidationHelper rules, EntryField field) {
        return switch (field) {
            case VALUE, NUMERATOR -> rules.createDecimalConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
            case DENOMINATOR -> rules.createDecimalConstraint(OperatorType.BETWEEN, "0", LARGEST);
            case MISSING ->
                rules.createExplicitListConstraint(Arrays.stream(MissingReason.values())
                        .map(MissingReason::label)
                        .toArray(String[]::new));
            case REFERENCE_YEAR ->
                rules.createExplicitListConstraint(IntStream.rangeClosed(1, YEARS_BACK)
                        .mapToObj(back -> new FiscalYear(content.year().year() - back).longLabel())
                        .toArray(String[]::new));
            case EXPLANATION, NOTE, REASON ->
                rules.createTextLengthConstraint(
                        OperatorType.LESS_OR_EQUAL, Integer.toString(TextKind.FIGURE_NOTE.most()), null);
            case PROGRESS, OUTLOOK, INITIATIVES ->
                rules.createTextLengthConstraint(
                        OperatorType.LESS_OR_EQUAL, Integer.toString(NarrativeText.MAX_LENGTH), null);
        };
    }

    private static String advice(EntryField field) {
        return switch (field) {
            case VALUE -> "数値だけを入れてください。マイナスは -1234 のように入れます。数値がないときは「実績のない理由」から選んでください。";
            case NUMERATOR, DENOMINATOR -> "数値だけを入れてください。";
            case MISSING -> "一覧から選んでください。詳しい事情は右の「理由の説明」に書けます。";
            case REFERENCE_YEAR -> "「令和4年度」のように入れてください。その年度の値なら空のままにします。";
            case EXPLANATION, NOTE, REASON -> "%,d字までです。".formatted(TextKind.FIGURE_NOTE.most());
            case PROGRESS, OUTLOOK, INITIATIVES -> "%,d字までです。".formatted(NarrativeText.MAX_LENGTH);
        };
    }

    private void writeGuide() {
        XSSFSheet sheet = workbook.createSheet(GUIDE);
        sheet.setDisplayGridlines(false);
        int letters = 124;
        sheet.setColumnWidth(0, letters * 256);
        int at = 0;
        for (String text : content.guide()) {
            boolean title = at == 0 || text.startsWith("■");
            Row row = sheet.createRow(at++);
            words(
                    row.createCell(0),
                    text,
                    new Look(
                            "@",
                            HorizontalAlignment.LEFT,
                            title,
                            title ? 12 : POINTS + 1,
                            "",
                            true,
                            false,
                            isQuoted(text),
                            true));
            row.setHeightInPoints(lines(text, letters) * 16 + 4);
        }
        layOut(sheet, PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 1);
        protect(sheet);
    }

    private void writeFacts() {
        XSSFSheet sheet = workbook.createSheet(WorkbookFacts.SHEET);
        int at = 0;
        for (List<String> line : content.facts().lines()) {
            Row row = sheet.createRow(at++);
            for (int column = 0; column < line.size(); column++) {
                String text = line.get(column);
                words(
                        row.createCell(column),
                        text,
                        new Look("@", HorizontalAlignment.LEFT, false, POINTS, "", true, false, isQuoted(text), true));
            }
        }
        protect(sheet);
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    /** Against slips, not against people: there is no password. */
    private static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatRows(false);
        sheet.lockFormatColumns(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    private static void layOut(XSSFSheet sheet, short paper) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(paper);
        setup.setLandscape(true);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setCenter("&P / &N");
    }

    private void words(Cell cell, String text, Look look) {
        if (!text.isEmpty()) {
            cell.setCellValue(CellLimit.fitting(NOT_FOR_XML
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            "_x%04X_".formatted((int) found.group().charAt(0))))));
        }
        cell.setCellStyle(style(look));
    }

    private static boolean isQuoted(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
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

    private XSSFCellStyle style(Look look) {
        return styles.computeIfAbsent(look, wanted -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(wanted.format()));
            style.setAlignment(wanted.align());
            style.setVerticalAlignment(wanted.top() ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
            style.setWrapText(true);
            style.setLocked(wanted.locked());
            style.setQuotePrefixed(wanted.quoted());
            style.setFont(font(wanted.points(), wanted.strong()));
            if (!wanted.fill().isEmpty()) {
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setFillForegroundColor(color(wanted.fill()));
            }
            if (wanted.bordered()) {
                for (XSSFCellBorder.BorderSide side : SIDES) {
                    style.setBorderColor(side, color(LINES));
                }
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderLeft(BorderStyle.THIN);
                style.setBorderRight(BorderStyle.THIN);
            }
            return style;
        });
    }

    private XSSFFont font(int points, boolean strong) {
        return fonts.computeIfAbsent(List.of(points, strong), key -> {
            XSSFFont font = workbook.createFont();
            font.setFontName(FONT);
            font.setFontHeightInPoints((short) points);
            font.setBold(strong);
            font.setColor(IndexedColors.BLACK.getIndex());
            return font;
        });
    }

    private static XSSFColor color(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex));
    }
}

package jp.kyosei.backend.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads a workbook with our reader and with POI, and asks that every cell says the same. */
public final class ReadByBoth {
    /** So many digits does a spreadsheet keep. */
    private static final MathContext KEPT = new MathContext(15);

    /** A literal that holds what means something outside of one. */
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*[0-9#?%][^\"]*)\"");

    /** A letter for private use. */
    private static final int FIRST_STAND_IN = 0xE000;

    private final DataFormatter formatter = new DataFormatter(Locale.JAPAN);
    private final List<String> differences = new ArrayList<>();
    private int cells;

    private ReadByBoth() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    /**
     * Asks it.
     *
     * @return how many cells with content there are
     */
    public static int agree(String name, byte[] content) {
        ReadByBoth reading = new ReadByBoth();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            reading.compare(workbook, new SheetReader().read(name, content), false);
            reading.compare(workbook, new SheetReader().readWithHidden(name, content), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(reading.differences).as(name).isEmpty();
        return reading.cells;
    }

    private void compare(XSSFWorkbook workbook, Book book, boolean hidden) {
        List<XSSFSheet> theirs = new ArrayList<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            if (hidden || workbook.getSheetVisibility(index) == SheetVisibility.VISIBLE) {
                theirs.add(workbook.getSheetAt(index));
            }
        }
        assertThat(book.sheets())
                .extracting(Sheet::name)
                .isEqualTo(theirs.stream().map(XSSFSheet::getSheetName).toList());
        for (int index = 0; index < theirs.size(); index++) {
            compare(theirs.get(index), book.sheets().get(index));
        }
    }

    private void compare(XSSFSheet their, Sheet our) {
        List<Sheet.Area> merged = their.getMergedRegions().stream()
                .filter(area -> area.getNumberOfCells() > 1)
                .map(area -> new Sheet.Area(
                        area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()))
                .toList();
        assertThat(our.merges()).as(our.name()).containsExactlyInAnyOrderElementsOf(merged);
        Map<String, Cell> left = new TreeMap<>();
        our.rows().forEach(row -> row.cells()
                .forEach(cell -> left.put(new CellPlace("", row.index(), cell.column()).name(), cell)));
        their.forEach(row -> row.forEach(cell -> {
            XSSFCell shown = (XSSFCell) cell;
            if (hasContent(shown) && !isBeneath(their, shown)) {
                cells++;
                String place = shown.getReference();
                compare("%s!%s".formatted(our.name(), place), shown, left.remove(place));
            }
        }));
        left.forEach((place, cell) -> differences.add("%s!%s is ours alone: %s".formatted(our.name(), place, cell)));
    }

    private void compare(String place, XSSFCell their, @Nullable Cell our) {
        Optional<BigDecimal> number = number(their);
        String text = text(their);
        boolean same = our != null
                && our.formula() == (their.getCellType() == CellType.FORMULA)
                && (our.text().equals(text) || isNothingWithSign(our.text(), text))
                && Optional.ofNullable(our.stored())
                        .map(one -> one.round(KEPT).stripTrailingZeros())
                        .equals(number);
        if (!same) {
            differences.add("%s (%s): theirs %s %s, ours %s"
                    .formatted(place, their.getCellStyle().getDataFormatString(), text, number, our));
        }
    }

    /** Of a number that rounds to 0, POI shows the sign. */
    private static boolean isNothingWithSign(String our, String their) {
        return their.equals("-" + our) && our.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    private Optional<BigDecimal> number(XSSFCell cell) {
        boolean plain = type(cell) == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell);
        return plain
                ? Optional.of(BigDecimal.valueOf(cell.getNumericCellValue())
                        .round(KEPT)
                        .stripTrailingZeros())
                : Optional.empty();
    }

    private String text(XSSFCell cell) {
        return switch (type(cell)) {
            case STRING -> LineFeeds.only(cell.getStringCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            case NUMERIC -> shown(cell);
            case FORMULA, BLANK, _NONE -> throw new IllegalArgumentException("no content at " + cell.getReference());
        };
    }

    /**
     * POI takes digits and percent signs in the literals of a format for its own: with {@code 0.0"%"} it shows 57.1 as 5710.0%, with
     * {@code #,##0"（10）"} 13 as 13（1）. A spreadsheet does not, and neither do we; so it gets them as letters that mean nothing.
     */
    private String shown(XSSFCell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        if (DateUtil.isCellDateFormatted(cell)) {
            // In the format of a day it shows the quotes around a literal, too.
            return formatter.formatRawCellContents(
                    cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(), format.replace("\"", ""));
        }
        List<String> literals = new ArrayList<>();
        String without = LITERAL.matcher(format).replaceAll(found -> {
            literals.add(found.group(1));
            return "\"%c\"".formatted(FIRST_STAND_IN + literals.size() - 1);
        });
        if (literals.isEmpty()) {
            return formatter.formatCellValue(cell);
        }
        String text = formatter.formatRawCellContents(
                cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(), without);
        for (int index = 0; index < literals.size(); index++) {
            text = text.replace(String.valueOf((char) (FIRST_STAND_IN + index)), literals.get(index));
        }
        return text;
    }

    private static boolean hasContent(XSSFCell cell) {
        return switch (type(cell)) {
            case NUMERIC, BOOLEAN, ERROR -> true;
            case STRING -> !cell.getStringCellValue().isBlank();
            case FORMULA, BLANK, _NONE -> false;
        };
    }

    private static CellType type(XSSFCell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    /** Whatever a file keeps beneath a merged cell, besides its first, no person sees. */
    private static boolean isBeneath(XSSFSheet sheet, XSSFCell cell) {
        return sheet.getMergedRegions().stream().anyMatch(area -> area.isInRange(cell) && !isFirst(area, cell));
    }

    private static boolean isFirst(CellRangeAddress area, XSSFCell cell) {
        return area.getFirstRow() == cell.getRowIndex() && area.getFirstColumn() == cell.getColumnIndex();
    }
}

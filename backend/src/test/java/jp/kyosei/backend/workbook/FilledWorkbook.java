package jp.kyosei.backend.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An office at work on a workbook, with POI in place of Excel. */
public final class FilledWorkbook {
    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;

    private FilledWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.sheet = workbook.getSheet("実績入力");
    }

    /** The file after the work. */
    public static byte[] of(byte[] file, Consumer<FilledWorkbook> work) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            work.accept(new FilledWorkbook(workbook));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** Types a number. */
    public FilledWorkbook type(String no, String head, double number) {
        cell(no, head).setCellValue(number);
        return this;
    }

    /** Types or pastes a text; an empty one clears the cell. */
    public FilledWorkbook type(String no, String head, String text) {
        if (text.isEmpty()) {
            cell(no, head).setBlank();
        } else {
            cell(no, head).setCellValue(text);
        }
        return this;
    }

    Cell cell(String no, String head) {
        return row(no).getCell(column(head), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    Row row(String no) {
        for (int at = heads().getRowNum() + 1; at <= sheet.getLastRowNum(); at++) {
            Row row = sheet.getRow(at);
            if (row != null
                    && row.getCell(0) != null
                    && row.getCell(0).getStringCellValue().equals(no)) {
                return row;
            }
        }
        throw new AssertionError("no row " + no);
    }

    Row heads() {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals("記号")) {
                return row;
            }
        }
        throw new AssertionError("no heads");
    }

    private int column(String head) {
        for (Cell cell : heads()) {
            if (cell.getStringCellValue().replaceAll("\\s", "").startsWith(head)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + head);
    }

    /** Swaps the content of two rows, as sorting does. */
    void swap(String one, String other) {
        Row first = row(one);
        Row second = row(other);
        for (int column = 0; column < heads().getLastCellNum(); column++) {
            Cell a = first.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            Cell b = second.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            Object inA = content(a);
            put(a, content(b));
            put(b, inA);
        }
    }

    private static Object content(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    private static void put(Cell cell, Object content) {
        if (content instanceof Double number) {
            cell.setCellValue(number);
        } else if (content.equals("")) {
            cell.setBlank();
        } else {
            cell.setCellValue(content.toString());
        }
    }

    void remove(String no) {
        sheet.removeRow(row(no));
    }

    /** Copies a row to below the table. */
    void repeat(String no) {
        Row from = row(no);
        Row to = sheet.createRow(sheet.getLastRowNum() + 1);
        for (Cell cell : from) {
            put(to.createCell(cell.getColumnIndex()), content(cell));
        }
    }
}

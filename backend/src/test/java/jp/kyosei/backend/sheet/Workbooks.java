package jp.kyosei.backend.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as POI writes them. */
public final class Workbooks {
    private Workbooks() {}

    @FunctionalInterface
    public interface Filling {
        void fill(XSSFWorkbook workbook) throws IOException;
    }

    public static byte[] bytes(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            filling.fill(workbook);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Looks into a workbook with POI. */
    public static void look(byte[] content, Filling looking) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            looking.fill(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

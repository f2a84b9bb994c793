package jp.kyosei.backend.sheet.remark;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import jp.kyosei.backend.officefile.OfficeFileException;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.BookKind;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.sheet.SheetLimits;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.xlsx.CellText;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.xml.sax.Attributes;

/** Writes remarks into a person's own file. */
@Singleton
public final class SheetAnnotator {
    /** A workbook is held as a whole to be written again, at some ten times the size of its XML. */
    private static final long MOST_UNPACKED = 48L * 1024 * 1024;

    /** A cell is two or three of them; so many fit into half a gigabyte. */
    private static final int MOST_ELEMENTS = 800_000;

    /** A new cell of text is two, and its text two more. */
    private static final int MOST_TEXTS = MOST_ELEMENTS / 4;

    private static final String SHEET_OF_TEXT = "取込ファイル";

    private final SheetReader reader;

    SheetAnnotator(SheetReader reader) {
        this.reader = reader;
    }

    /**
     * The file as {@code .xlsx}, with the remarks as comments at their cells and a light fill there. Comments that stand
     * there are kept and added to; nothing else changes. A text file comes back as a sheet with the same cells as text.
     *
     * @throws UnreadableFileException if the file cannot be read, or is too large to be written again
     * @throws IllegalArgumentException if a remark is for a sheet that the file does not have
     * @throws CancellationException if the thread is interrupted meanwhile
     */
    public byte[] annotate(String fileName, byte[] content, List<Remark> remarks) {
        Book book = reader.read(fileName, content);
        Map<CellPlace, String> texts = remarks.stream()
                .collect(Collectors.groupingBy(
                        Remark::place, LinkedHashMap::new, Collectors.mapping(Remark::text, Collectors.joining("\n"))));
        try (XSSFWorkbook workbook = book.kind() == BookKind.XLSX ? opened(content) : written(book)) {
            RemarkWriter writer = new RemarkWriter(workbook);
            for (Map.Entry<CellPlace, String> text : texts.entrySet()) {
                if (Thread.interrupted()) {
                    throw new CancellationException("writing was cancelled");
                }
                writer.write(sheet(workbook, text.getKey()), text.getKey(), text.getValue());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory could not be written", e);
        }
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, CellPlace place) {
        XSSFSheet sheet = workbook.getSheet(place.sheet().isEmpty() ? SHEET_OF_TEXT : place.sheet());
        if (sheet == null) {
            throw new IllegalArgumentException("no sheet for a remark at " + place);
        }
        return sheet;
    }

    private static XSSFWorkbook opened(byte[] content) {
        try {
            requireWritable(ZipParts.of(content, SheetLimits.UNPACKED_BYTES, SheetLimits.PARTS));
        } catch (OfficeFileException e) {
            throw FileRefusals.of(e);
        }
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException e) {
            // POI reads parts that the cells do not need, and reports damage there by many classes.
            throw notWritable("ファイルの一部（図やグラフなど）が読み取れないため、コメントを書き込んだファイルを作れません。");
        }
    }

    /** Looks at the parts that reading leaves out too, hidden sheets for one. */
    private static void requireWritable(ZipParts parts) {
        Elements elements = new Elements();
        if (parts.length() > MOST_UNPACKED) {
            throw tooLarge();
        }
        parts.names().stream()
                .filter(name -> name.endsWith(".xml") || name.endsWith(".rels"))
                .forEach(name -> PartXml.read(parts.open(name, SheetLimits.SHEET_BYTES), elements));
    }

    private static final class Elements extends PartXml.Listener {
        private int count;

        @Override
        public void open(int depth, String name, Attributes attributes) {
            count++;
            if (count > MOST_ELEMENTS) {
                throw tooLarge();
            }
        }
    }

    private static UnreadableFileException tooLarge() {
        return notWritable("ファイルが大きいため、コメントを書き込んだファイルを作れません。");
    }

    private static UnreadableFileException notWritable(String why) {
        return new UnreadableFileException(why + "画面の一覧で指摘を確認し、元のファイルを直してください。");
    }

    private static XSSFWorkbook written(Book book) {
        int cells = book.sheets().getFirst().rows().stream()
                .mapToInt(row -> row.cells().size())
                .sum();
        if (cells > MOST_TEXTS) {
            throw tooLarge();
        }
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet(SHEET_OF_TEXT);
        XSSFCellStyle noFormula = workbook.createCellStyle();
        noFormula.setQuotePrefixed(true);
        for (Sheet.Row row : book.sheets().getFirst().rows()) {
            XSSFRow written = sheet.createRow(row.index());
            for (Cell cell : row.cells()) {
                XSSFCell made = written.createCell(cell.column());
                made.setCellValue(cell.text());
                if (CellText.needsQuote(cell.text())) {
                    made.setCellStyle(noFormula);
                }
            }
        }
        return workbook;
    }
}

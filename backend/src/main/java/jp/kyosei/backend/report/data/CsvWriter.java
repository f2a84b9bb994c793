package jp.kyosei.backend.report.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kyosei.backend.text.FormulaMark;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as CSV: UTF-8 with a byte order mark, lines ended by CR LF, quoted by RFC 4180. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front, unless it is a number.
 */
public final class CsvWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private CsvWriter() {}

    /** The table as a file. */
    public static byte[] write(DataTable table) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(table.heads());
            for (List<DataTable.Datum> row : table.rows()) {
                printer.printRecord(row.stream().map(CsvWriter::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a table could not be written as CSV", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(DataTable.Datum datum) {
        return switch (datum) {
            case DataTable.Datum.Text words -> harmless(words.text());
            case DataTable.Datum.Figure figure -> figure.value().toPlainString();
            case DataTable.Datum.Nothing nothing -> "";
        };
    }

    /** Begins a CSV file of any length in this form; its cells are to be made {@link #harmless}. */
    public static CSVPrinter begun(Appendable file) throws IOException {
        file.append(BYTE_ORDER_MARK);
        return new CSVPrinter(file, FORMAT);
    }

    /** The text, kept from being a formula. */
    public static String harmless(String text) {
        return FormulaMark.marked(text);
    }
}

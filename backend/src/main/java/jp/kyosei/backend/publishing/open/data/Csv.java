package jp.kyosei.backend.publishing.open.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import jp.kyosei.backend.text.FormulaMark;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables as CSV after RFC 4180, in UTF-8 with a byte order mark. Numbers are plain, and no text is a formula. */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private Csv() {}

    /** @param records cells that are texts or {@link BigDecimal}s */
    static byte[] of(Collection<String> heads, List<List<Object>> records) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(heads);
            for (List<Object> cells : records) {
                printer.printRecord(cells.stream().map(Csv::written).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String written(Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : FormulaMark.marked(cell.toString());
    }
}

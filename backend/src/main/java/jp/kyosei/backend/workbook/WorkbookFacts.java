package jp.kyosei.backend.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What the hidden sheet keeps: whose workbook it is, and of each row which versions it was made from. All as text, because
 * a spreadsheet keeps fifteen digits of a number and a version has more.
 *
 * @param madeAt ISO 8601
 * @param rows by the number of the indicator, in order
 */
record WorkbookFacts(
        String plan, String fiscalYear, String municipality, String round, String madeAt, Map<String, RowFacts> rows) {
    static final String SHEET = "kyosei";
    private static final String FORM = "collection-workbook";
    private static final String VERSION = "1";
    private static final String ROW = "row";
    private static final String CHECKSUM = "checksum";

    WorkbookFacts {
        rows = new LinkedHashMap<>(rows);
    }

    /**
     * A row as it was given out.
     *
     * @param actual the version of the figure
     * @param narrative the version of the narrative
     * @param fingerprints of what was filled in
     */
    record RowFacts(String no, long actual, long narrative, Map<EntryField, String> fingerprints) {
        static RowFacts of(String no, long actual, long narrative, EntryTexts texts) {
            Map<EntryField, String> fingerprints = new EnumMap<>(EntryField.class);
            for (EntryField field : EntryField.values()) {
                fingerprints.put(field, texts.fingerprint(field));
            }
            return new RowFacts(no, actual, narrative, fingerprints);
        }

        /** Whether the text stood there when the workbook was made. */
        boolean held(EntryField field, String text) {
            return EntryTexts.fingerprint(field, text).equals(fingerprints.get(field));
        }
    }

    /** Not to be read; the message says what to do. */
    static final class UnusableException extends RuntimeException {
        UnusableException(String message) {
            super(message, null, false, false);
        }
    }

    /** The lines of the sheet, each with its cells. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>(List.of(
                List.of("form", FORM),
                List.of("version", VERSION),
                List.of("plan", plan),
                List.of("fiscalYear", fiscalYear),
                List.of("municipality", municipality),
                List.of("round", round),
                List.of("madeAt", madeAt)));
        rows.values()
                .forEach(row -> lines.add(List.of(
                        ROW,
                        row.no(),
                        Long.toString(row.actual()),
                        Long.toString(row.narrative()),
                        Stream.of(EntryField.values())
                                .map(field -> row.fingerprints().getOrDefault(field, EntryTexts.BLANK))
                                .collect(Collectors.joining(" ")))));
        lines.add(List.of(CHECKSUM, checksum(lines)));
        return lines;
    }

    /**
     * Reads the sheet.
     *
     * @throws UnusableException if something in it is not as it was written, or it is of another form
     */
    static WorkbookFacts of(Sheet sheet) {
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, RowFacts> rows = new LinkedHashMap<>();
        List<List<String>> lines = new ArrayList<>();
        String checksum = null;
        for (Sheet.Row row : sheet.rows()) {
            List<String> line = row.cells().stream().map(Cell::text).toList();
            if (line.getFirst().equals(CHECKSUM) && line.size() == 2) {
                checksum = line.get(1);
                continue;
            }
            lines.add(line);
            if (line.getFirst().equals(ROW)) {
                RowFacts read = row(line);
                if (rows.put(read.no(), read) != null) {
                    throw damaged();
                }
            } else if (line.size() == 2) {
                facts.put(line.get(0), line.get(1));
            }
        }
        if (FORM.equals(facts.get("form")) && !VERSION.equals(facts.get("version"))) {
            throw new UnusableException("このExcelは、いまの様式ではありません。もう一度ダウンロードしたファイルに入力してください。");
        }
        if (!checksum(lines).equals(checksum)) {
            throw damaged();
        }
        return new WorkbookFacts(
                fact(facts, "plan"),
                fact(facts, "fiscalYear"),
                fact(facts, "municipality"),
                fact(facts, "round"),
                fact(facts, "madeAt"),
                rows);
    }

    private static RowFacts row(List<String> line) {
        String[] fingerprints = line.size() == 5 ? line.get(4).split(" ", -1) : new String[0];
        if (fingerprints.length != EntryField.values().length) {
            throw damaged();
        }
        Map<EntryField, String> read = new EnumMap<>(EntryField.class);
        int at = 0;
        for (EntryField field : EntryField.values()) {
            read.put(field, fingerprints[at++]);
        }
        try {
            return new RowFacts(line.get(1), Long.parseLong(line.get(2)), Long.parseLong(line.get(3)), read);
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private static String fact(Map<String, String> facts, String name) {
        String found = facts.get(name);
        if (found == null) {
            throw damaged();
        }
        return found;
    }

    private static UnusableException damaged() {
        return new UnusableException("Excelの中の照会の情報（非表示のシート）が壊れています。もう一度ダウンロードしたファイルに、入力した値を貼り付けてください。");
    }

    /** Notices damage. It is no protection: whatever the sheet says, rights and locks are asked again. */
    private static String checksum(List<List<String>> lines) {
        String all = lines.stream().map(line -> String.join("\t", line)).collect(Collectors.joining("\n"));
        return Sha256.of(all).hex();
    }

    @Nullable
    RowFacts row(String no) {
        return rows.get(no);
    }
}

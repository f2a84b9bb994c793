package jp.kyosei.backend.importing.inbox;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.Map;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import org.jspecify.annotations.Nullable;

/** What a person said of columns, as it is kept: by the sheet's name, then by the column's index. */
@Serdeable
record CorrectionsDocument(Map<String, Map<String, Column>> sheets) {

    /** What a column holds. */
    @Serdeable
    record Column(ColumnKind kind, @Nullable Integer fiscalYear) {}

    static CorrectionsDocument of(Map<String, Map<Integer, ColumnMeaning>> corrections) {
        Map<String, Map<String, Column>> sheets = new HashMap<>();
        corrections.forEach((sheet, columns) -> {
            Map<String, Column> kept = new HashMap<>();
            columns.forEach((index, meaning) -> {
                FiscalYear year = meaning.year();
                kept.put(Integer.toString(index), new Column(meaning.kind(), year == null ? null : year.year()));
            });
            sheets.put(sheet, kept);
        });
        return new CorrectionsDocument(sheets);
    }

    Map<String, Map<Integer, ColumnMeaning>> corrections() {
        Map<String, Map<Integer, ColumnMeaning>> corrections = new HashMap<>();
        sheets.forEach((sheet, columns) -> {
            Map<Integer, ColumnMeaning> meanings = new HashMap<>();
            columns.forEach((index, column) -> {
                Integer year = column.fiscalYear();
                meanings.put(
                        Integer.parseInt(index),
                        new ColumnMeaning(column.kind(), year == null ? null : new FiscalYear(year)));
            });
            corrections.put(sheet, meanings);
        });
        return corrections;
    }
}

package jp.kyosei.backend.importing.inbox;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.Marks;
import jp.kyosei.backend.understanding.question.Answers;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a file, as it is kept.
 *
 * @param sheets columns, by the sheet's name, then by the column's index
 * @param answers by the question's key; none in what was kept before there were questions
 * @param marks by the sheet's name; none in what was kept before there were marks
 */
@Serdeable
record CorrectionsDocument(
        Map<String, Map<String, Column>> sheets,
        @Nullable Map<String, String> answers,
        @Nullable Map<String, Marked> marks) {

    /** What a column holds. */
    @Serdeable
    record Column(
            ColumnKind kind,
            @Nullable Integer fiscalYear,
            @Nullable String town) {}

    /** Where a table is. */
    @Serdeable
    record Marked(
            @Nullable Integer headerRow,
            @Nullable Integer nameColumn,
            @Nullable Integer firstDataRow) {}

    static CorrectionsDocument of(Corrections corrections) {
        Map<String, Map<String, Column>> sheets = new HashMap<>();
        corrections.columns().forEach((sheet, columns) -> {
            Map<String, Column> kept = new HashMap<>();
            columns.forEach((index, meaning) -> {
                FiscalYear year = meaning.year();
                kept.put(
                        Integer.toString(index),
                        new Column(meaning.kind(), year == null ? null : year.year(), meaning.town()));
            });
            sheets.put(sheet, kept);
        });
        Map<String, Marked> marks = new HashMap<>();
        corrections
                .marks()
                .forEach((sheet, marked) ->
                        marks.put(sheet, new Marked(marked.headerRow(), marked.nameColumn(), marked.firstDataRow())));
        return new CorrectionsDocument(sheets, corrections.answers().codes(), marks);
    }

    Corrections corrections() {
        Map<String, Map<Integer, ColumnMeaning>> columns = new HashMap<>();
        sheets.forEach((sheet, kept) -> {
            Map<Integer, ColumnMeaning> meanings = new HashMap<>();
            kept.forEach((index, column) -> {
                Integer year = column.fiscalYear();
                meanings.put(
                        Integer.parseInt(index),
                        new ColumnMeaning(column.kind(), year == null ? null : new FiscalYear(year), column.town()));
            });
            columns.put(sheet, meanings);
        });
        Map<String, Marks> marked = new HashMap<>();
        Objects.requireNonNullElse(marks, Map.<String, Marked>of())
                .forEach((sheet, kept) ->
                        marked.put(sheet, new Marks(kept.headerRow(), kept.nameColumn(), kept.firstDataRow())));
        return new Corrections(columns, new Answers(Objects.requireNonNullElse(answers, Map.of())), marked);
    }
}

package jp.kyosei.backend.understanding;

import java.util.HashMap;
import java.util.Map;
import jp.kyosei.backend.understanding.question.Answers;

/**
 * What a person said of a file, in place of what was understood.
 *
 * @param columns what columns hold, by the sheet's name and the column's index
 * @param answers what was answered to questions
 * @param marks where the table is, by the sheet's name
 */
public record Corrections(Map<String, Map<Integer, ColumnMeaning>> columns, Answers answers, Map<String, Marks> marks) {
    public static final Corrections NONE = new Corrections(Map.of(), Answers.NONE, Map.of());

    public Corrections {
        columns = Map.copyOf(columns);
        marks = Map.copyOf(marks);
    }

    public static Corrections ofColumns(Map<String, Map<Integer, ColumnMeaning>> columns) {
        return new Corrections(columns, Answers.NONE, Map.of());
    }

    /** What was said of a sheet's columns. */
    public Map<Integer, ColumnMeaning> columnsOf(String sheet) {
        return columns.getOrDefault(sheet, Map.of());
    }

    public Marks marksOf(String sheet) {
        return marks.getOrDefault(sheet, Marks.NONE);
    }

    /** These and further ones, which count where both say something. */
    public Corrections and(Corrections more) {
        Map<String, Map<Integer, ColumnMeaning>> all = new HashMap<>(columns);
        more.columns().forEach((sheet, said) -> {
            Map<Integer, ColumnMeaning> merged = new HashMap<>(columnsOf(sheet));
            merged.putAll(said);
            all.put(sheet, merged);
        });
        Map<String, Marks> marked = new HashMap<>(marks);
        marked.putAll(more.marks());
        return new Corrections(all, answers.and(more.answers()), marked);
    }
}

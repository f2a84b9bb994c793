package jp.kyosei.backend.importing.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.importing.inbox.RememberedColumn;
import jp.kyosei.backend.importing.inbox.RememberedColumns;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;

/**
 * A column that was read as somebody said in an earlier import.
 *
 * @param sheet its name; empty for text files
 * @param index of the column, from 0
 * @param remembered what was said, where, and by whom
 */
public record RecalledColumn(String sheet, int index, RememberedColumn remembered) {

    /** Those among the sheets; what is said of a column in this very import goes before what is remembered. */
    static List<RecalledColumn> among(
            List<UnderstoodSheet> sheets, RememberedColumns remembered, Corrections corrections) {
        List<RecalledColumn> found = new ArrayList<>();
        for (UnderstoodSheet sheet : sheets) {
            Map<Integer, ColumnMeaning> said = corrections.columnsOf(sheet.name());
            for (UnderstoodTable table : sheet.tables()) {
                remembered.of(table.labels()).forEach((column, each) -> {
                    if (!said.containsKey(column)) {
                        found.add(new RecalledColumn(sheet.name(), column, each));
                    }
                });
            }
        }
        return found;
    }
}

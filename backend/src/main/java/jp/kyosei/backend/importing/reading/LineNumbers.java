package jp.kyosei.backend.importing.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;

/**
 * Which numbers of a file tell its indicators apart. Numbers that begin again in another table do not, nor does one that stands
 * for the parts of one name (男性 and 女性).
 */
final class LineNumbers {
    private final Set<String> ofParts = new HashSet<>();
    private boolean beginAgain;

    LineNumbers(UnderstoodBook book) {
        Map<String, IndicatorLine> first = new HashMap<>();
        Map<String, Integer> tables = new HashMap<>();
        int count = 0;
        for (UnderstoodSheet sheet : book.sheets()) {
            for (UnderstoodTable table : sheet.tables()) {
                count++;
                for (IndicatorLine line : table.lines()) {
                    String number = line.text(ColumnKind.NO).strip();
                    IndicatorLine before = first.putIfAbsent(number, line);
                    Integer where = tables.putIfAbsent(number, count);
                    boolean again = !number.isEmpty()
                            && before != null
                            && !before.name().equals(line.name());
                    beginAgain |= again && where != null && where != count;
                    if (again && before.base().equals(line.base())) {
                        ofParts.add(number);
                    }
                }
            }
        }
    }

    /** Whether what stands as a line's number is one of its own. */
    boolean isNumber(IndicatorLine line) {
        return !beginAgain && !ofParts.contains(line.text(ColumnKind.NO).strip());
    }
}

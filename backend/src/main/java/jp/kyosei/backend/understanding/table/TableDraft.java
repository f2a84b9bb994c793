package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodTable;

/** A table whose further pages may still come. */
record TableDraft(
        UnderstoodTable.Shape shape, List<Integer> headerRows, List<UnderstoodColumn> columns, List<LineDraft> lines) {

    static TableDraft of(UnderstoodTable.Shape shape, TableHead head) {
        return new TableDraft(
                shape, new ArrayList<>(), List.copyOf(head.columns().values()), new ArrayList<>());
    }

    void addHeader(HeaderBlock block) {
        for (int row = block.firstRow(); row <= block.lastRow(); row++) {
            headerRows.add(row);
        }
    }

    UnderstoodTable table() {
        return new UnderstoodTable(
                shape,
                headerRows,
                columns,
                lines.stream().filter(LineDraft::isFilled).map(LineDraft::line).toList());
    }
}

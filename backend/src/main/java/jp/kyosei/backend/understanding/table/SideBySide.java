package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import jp.kyosei.backend.understanding.ColumnKind;

/** Parts a sheet in which tables stand beside each other: their heads name the indicators again behind figures. */
final class SideBySide {
    private SideBySide() {}

    static List<SheetGrid> parts(SheetGrid grid, HeadSense sense, List<HeaderBlock> blocks) {
        TreeSet<Integer> starts = new TreeSet<>();
        blocks.forEach(block -> starts.addAll(starts(sense, block)));
        if (starts.isEmpty()) {
            return List.of(grid);
        }
        List<SheetGrid> parts = new ArrayList<>();
        int from = 0;
        for (int start : starts) {
            parts.add(grid.part(0, from, start - 1));
            from = start;
        }
        parts.add(grid.part(0, from, Integer.MAX_VALUE));
        return parts;
    }

    private static List<Integer> starts(HeadSense sense, HeaderBlock block) {
        List<Integer> starts = new ArrayList<>();
        String name = "";
        boolean figures = false;
        int lead = -1;
        int before = -1;
        for (int column : block.labels().keySet()) {
            String label = Objects.requireNonNull(block.labels().get(column)).getLast();
            ColumnKind kind = sense.kind(label);
            boolean leads = kind == ColumnKind.NO || kind == ColumnKind.SECTION || kind == ColumnKind.KIND;
            if (!leads || column != before + 1) {
                lead = leads ? column : lead >= 0 && column == before + 1 && kind == ColumnKind.INDICATOR ? lead : -1;
            } else if (lead < 0) {
                lead = column;
            }
            if (kind == ColumnKind.INDICATOR) {
                if (label.equals(name) && figures) {
                    starts.add(lead < 0 ? column : lead);
                    figures = false;
                }
                name = name.isEmpty() ? label : name;
                lead = -1;
            } else if (kind.holdsFigures()) {
                figures = true;
            }
            before = column;
        }
        return starts;
    }
}

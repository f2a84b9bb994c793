package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.line.Stacking;
import org.jspecify.annotations.Nullable;

/** A small table for one indicator: its name stands above it, its rows say what they hold. */
final class SingleTable {
    private static final int MOST_ROWS_ABOVE = 6;
    private static final Pattern COUNTER = Pattern.compile(
            "^\\s*(?:(?:成果|評価|目標|活動)?指標名?|KPI|ＫＰＩ|項目|No\\.?)?\\s*[（(]?[①-⑳0-9０-９]{0,3}[)）]?\\s*[.．:：、　 ]\\s*(?=\\S)");
    private static final Pattern ONLY_COUNTER =
            Pattern.compile("\\s*(?:(?:成果|評価|目標|活動)?指標名?|KPI|ＫＰＩ|項目|No\\.?)?\\s*[（(]?[①-⑳0-9０-９]{0,3}[)）.．:：]?\\s*");
    private static final Pattern UNIT = Pattern.compile("\\s*[（(]?\\s*単位\\s*[:：].*");

    /** 利用者数（人）. */
    private static final Pattern UNIT_BEHIND = Pattern.compile(
            "(.*[^\\s（(])\\s*[（(](?:単位\\s*[:：]?\\s*)?((?:[千万億]|百万|十億)?(?:人|件|回|％|%|倍|円|世帯|か所|箇所|カ所|ヶ所|校|園|社|者|戸|棟|台|本|冊|点|店|k?m|ha|㎡|㎥|t|トン|k?g|日|時間|歳|年|組|団体|名|枚|床|頭|[kM]?Wh?|t-CO2))[)）]");

    private final Segment segment;
    private final SheetGrid grid;
    private final TableHead head;
    private final HeadSense sense;
    private final SheetNotes notes;
    private final FormReader form;
    private final List<Integer> above;
    private int lastRow;

    /** @param floor the last row of the table before; negative for none */
    SingleTable(Segment segment, HeadSense sense, Hints hints, SheetNotes notes, int floor) {
        this.segment = segment;
        this.grid = segment.grid();
        this.head = Objects.requireNonNull(segment.head());
        this.sense = sense;
        this.notes = notes;
        this.form = new FormReader(grid, sense, hints, notes);
        this.above = grid.rowIndexes().stream()
                .filter(row -> row > floor
                        && row < segment.block().firstRow()
                        && row >= segment.block().firstRow() - MOST_ROWS_ABOVE)
                .toList();
    }

    private record Name(CellPlace place, String text) {}

    /** The indicator with its figures. */
    LineDraft read() {
        List<FormReader.Pair> pairs = form.pairs(above);
        Name name = form.name(pairs)
                .map(pair -> new Name(pair.place(), pair.value().text().strip()))
                .or(this::title)
                .orElseGet(this::corner);
        notes.fates().say(name.place(), Fate.NAME, "表の上にある言葉だからです");
        Matcher unit = UNIT_BEHIND.matcher(name.text());
        String words = unit.matches() ? unit.group(1).strip() : name.text();
        LineDraft draft = new LineDraft(name.place(), List.of(), words, words, false, false);
        if (unit.matches() && head.indexesOf(ColumnKind.UNIT).isEmpty()) {
            draft.add(ColumnMeaning.of(ColumnKind.UNIT), new LineCell(name.place(), unit.group(2), null));
        }
        form.take(draft, pairs);
        CellTaking taking = new CellTaking(grid, head, sense, notes);
        List<Integer> rows = new ArrayList<>();
        for (int row : segment.rows()) {
            if (!saysItself(row)) {
                break;
            }
            rows.add(row);
        }
        rows.forEach(row -> taking.add(draft, row));
        lastRow = rows.isEmpty() ? segment.block().lastRow() : rows.getLast();
        return draft;
    }

    /** The last row that belongs to it; after {@link #read}. */
    int lastRow() {
        return lastRow;
    }

    /** The rows of the table are those that begin with a word for their figures, or with figures alone. */
    private boolean saysItself(int row) {
        Integer word = head.roles().rowWord();
        boolean figures = grid.row(row).values().stream().anyMatch(sense::isFigure);
        return figures && (word == null || grid.at(row, word) != null);
    }

    /** The nearest text above the table that is no unit and no label. */
    private Optional<Name> title() {
        for (int row : above.reversed()) {
            for (Cell cell : grid.row(row).values()) {
                String text = cell.text().strip();
                boolean isName = !ONLY_COUNTER.matcher(text).matches()
                        && !UNIT.matcher(text).matches()
                        && !sense.isFigure(cell)
                        && sense.kind(text) != ColumnKind.UNIT
                        && Stacking.in(text).isEmpty();
                if (isName) {
                    Matcher counter = COUNTER.matcher(text);
                    return Optional.of(new Name(
                            grid.place(row, cell.column()),
                            counter.replaceFirst("").strip()));
                }
            }
        }
        return Optional.empty();
    }

    /** The words in the table's corner, or else the sheet's name. */
    private Name corner() {
        int row = segment.block().firstRow();
        @Nullable
        Cell first = grid.row(row).isEmpty() ? null : grid.row(row).firstEntry().getValue();
        return first == null || sense.isHead(first.text())
                ? new Name(grid.place(row, 0), grid.name())
                : new Name(grid.place(row, first.column()), first.text().strip());
    }
}

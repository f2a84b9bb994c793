package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.Marks;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.UnderstoodTable.Shape;
import jp.kyosei.backend.understanding.fate.Fate;
import org.jspecify.annotations.Nullable;

/** Finds headers and the tables below them, from the top down and side by side, and has their rows read. */
final class TableFinder {
    private final SheetGrid grid;
    private final HeadSense sense;
    private final Hints hints;
    private final SheetNotes notes;
    private final Marks marks;

    TableFinder(SheetGrid grid, HeadSense sense, Hints hints, SheetNotes notes) {
        this.grid = grid;
        this.sense = sense;
        this.hints = hints;
        this.notes = notes;
        this.marks = grid.isTurned() ? Marks.NONE : hints.corrections().marksOf(grid.name());
    }

    List<UnderstoodTable> tables() {
        List<UnderstoodTable> tables = new ArrayList<>();
        for (SheetGrid part : sideBySide()) {
            tables.addAll(tables(part));
        }
        return tables;
    }

    /** The parts of the sheet in which tables stand beside each other: their heads name indicators again behind figures. */
    private List<SheetGrid> sideBySide() {
        TreeSet<Integer> starts = new TreeSet<>();
        for (HeaderBlock block : blocks(grid)) {
            boolean named = false;
            boolean figures = false;
            int begin = -1;
            for (int column : block.labels().keySet()) {
                ColumnKind kind = sense.kind(block.labels().get(column).getLast());
                boolean leads = kind == ColumnKind.NO || kind == ColumnKind.SECTION || kind == ColumnKind.KIND;
                begin = leads && begin < 0 ? column : leads ? begin : kind == ColumnKind.INDICATOR ? begin : -1;
                if (kind == ColumnKind.INDICATOR) {
                    if (named && figures) {
                        starts.add(begin < 0 ? column : begin);
                        figures = false;
                    }
                    named = true;
                    begin = -1;
                } else if (kind.holdsFigures()) {
                    figures = true;
                }
            }
        }
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

    private List<HeaderBlock> blocks(SheetGrid part) {
        Integer marked = marks.headerRow();
        if (marked != null) {
            HeaderBlock block = HeaderBlock.of(part, sense, hints.towns(), marked);
            Integer first = marks.firstDataRow();
            return List.of(first == null || first <= marked ? block : block.upTo(part, first - 1));
        }
        List<HeaderBlock> blocks = new ArrayList<>();
        int after = -1;
        for (int row : part.rowIndexes()) {
            if (row > after) {
                Optional<HeaderBlock> block = HeaderBlock.beginningAt(part, sense, hints.towns(), row);
                if (block.isPresent()) {
                    blocks.add(block.get());
                    after = block.get().lastRow();
                }
            }
        }
        return blocks;
    }

    private List<UnderstoodTable> tables(SheetGrid part) {
        List<Segment> segments = segments(part);
        boolean named = segments.stream()
                .anyMatch(segment -> segment.head() != null
                        && segment.head().isNamed()
                        && !segment.head().roles().assumed());
        List<UnderstoodTable> tables = new ArrayList<>();
        SectionTrail sections = new SectionTrail();
        Map<SequencedMap<Integer, List<String>>, List<LineDraft>> pages = new LinkedHashMap<>();
        Segment before = null;
        LineDraft last = null;
        int floor = -1;
        for (Segment segment : segments) {
            sections.dropPageTitles();
            TableHead head = segment.head();
            boolean assumedBesideOther = named && head != null && head.roles().assumed();
            if (head == null || !head.holdsFigures() || assumedBesideOther) {
                leaveOut(segment);
                before = null;
                floor = segment.rows().isEmpty() ? floor : segment.rows().getLast();
                continue;
            }
            sections.takeWaiting();
            sayHead(segment);
            if (!head.isNamed()) {
                new SingleTable(segment, sense, hints, notes, floor).read().ifPresent(tables::add);
                before = null;
            } else {
                boolean isPage = before != null && TableColumns.isSame(before.block(), segment.block());
                LineReader reader = new LineReader(segment, sense, sections, notes);
                List<LineDraft> drafts = reader.read(segment.rows(), isPage ? last : null);
                last = reader.last();
                add(tables, segment, drafts, isPage);
                before = segment;
            }
            floor = segment.rows().isEmpty() ? floor : segment.rows().getLast();
        }
        return tables;
    }

    private void add(List<UnderstoodTable> tables, Segment segment, List<LineDraft> drafts, boolean isPage) {
        List<IndicatorLine> lines = new ArrayList<>();
        List<Integer> headerRows = new ArrayList<>();
        if (isPage) {
            UnderstoodTable first = tables.removeLast();
            lines.addAll(first.lines());
            headerRows.addAll(first.headerRows());
        }
        drafts.stream().map(LineDraft::line).forEach(lines::add);
        for (int row = segment.block().firstRow(); row <= segment.block().lastRow(); row++) {
            headerRows.add(row);
        }
        TableHead head = Objects.requireNonNull(segment.head());
        tables.add(new UnderstoodTable(
                segment.grid().isTurned() ? Shape.ACROSS : Shape.DOWN,
                headerRows,
                List.copyOf(head.columns().values()),
                lines));
    }

    private List<Segment> segments(SheetGrid part) {
        List<HeaderBlock> blocks = blocks(part);
        @Nullable Stacking noted = part.rowIndexes().stream()
                .flatMap(row -> part.row(row).values().stream())
                .flatMap(cell -> Stacking.in(cell.text()).stream())
                .findFirst()
                .orElse(null);
        List<List<Integer>> rows = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            int from = blocks.get(index).lastRow();
            int to = index + 1 < blocks.size() ? blocks.get(index + 1).firstRow() : Integer.MAX_VALUE;
            rows.add(part.rowIndexes().stream()
                    .filter(row -> row > from && row < to)
                    .toList());
        }
        List<Segment> segments = new ArrayList<>();
        Map<Map<Integer, List<String>>, TableHead> known = new LinkedHashMap<>();
        for (int index = 0; index < blocks.size(); index++) {
            HeaderBlock block = blocks.get(index);
            TableHead head = known.get(block.labels());
            if (head == null) {
                List<Integer> all = new ArrayList<>();
                for (int other = index; other < blocks.size(); other++) {
                    if (TableColumns.isSame(block, blocks.get(other))) {
                        all.addAll(rows.get(other));
                    }
                }
                head = new TableColumns(part, sense, hints, notes, block, all, noted).read(marks.nameColumn());
                known.put(block.labels(), head);
            }
            segments.add(new Segment(part, block, rows.get(index), head));
        }
        return segments;
    }

    private void sayHead(Segment segment) {
        for (int row = segment.block().firstRow(); row <= segment.block().lastRow(); row++) {
            for (int column : segment.grid().row(row).keySet()) {
                notes.fates().say(segment.grid().place(row, column), Fate.HEAD, "表の見出しの行です");
            }
        }
    }

    /** A table that is none of indicators, although it has figures, is named. */
    private void leaveOut(Segment segment) {
        TableHead head = segment.head();
        boolean figures = head != null
                && head.columns().values().stream()
                        .filter(column -> column.meaning().kind().holdsFigures())
                        .anyMatch(column -> segment.rows().stream()
                                .flatMap(row -> Stream.ofNullable(segment.grid().row(row).get(column.index())))
                                .anyMatch(sense::isFigure));
        NavigableMap<Integer, Cell> first = segment.grid().row(segment.block().firstRow());
        if (figures && !first.isEmpty()) {
            notes.leaveOut(
                    segment.grid().place(segment.block().firstRow(), first.firstKey()),
                    "この見出しの表には指標名の列がないため、取り込みません。");
        }
    }
}

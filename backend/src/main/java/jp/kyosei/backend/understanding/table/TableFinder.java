package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.Marks;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.UnderstoodTable.Shape;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.line.SectionTrail;
import jp.kyosei.backend.understanding.line.Stacking;
import org.jspecify.annotations.Nullable;

/** Finds headers and the tables below them, from the top down and side by side, and has their rows read. */
final class TableFinder {
    private static final int MOST_ROWS_ABOVE = 2;

    private final SheetGrid whole;
    private final HeadSense sense;
    private final Hints hints;
    private final SheetNotes notes;
    private final Marks marks;

    private final List<TableDraft> tables = new ArrayList<>();
    private SectionTrail sections = new SectionTrail();
    /** The segment read last; none where it was no table. */
    private @Nullable Segment before;

    private @Nullable LineDraft last;
    /** The last row that belongs to a table read before. */
    private int floor = -1;

    TableFinder(SheetGrid whole, HeadSense sense, Hints hints, SheetNotes notes) {
        this.whole = whole;
        this.sense = sense;
        this.hints = hints;
        this.notes = notes;
        this.marks = whole.isTurned() ? Marks.NONE : hints.corrections().marksOf(whole.name());
    }

    List<UnderstoodTable> tables() {
        for (SheetGrid part : SideBySide.parts(whole, sense, blocks(whole))) {
            sections = new SectionTrail();
            before = null;
            last = null;
            floor = -1;
            read(part);
        }
        return tables.stream()
                .map(TableDraft::table)
                .filter(table -> !table.lines().isEmpty())
                .toList();
    }

    private List<HeaderBlock> blocks(SheetGrid grid) {
        Integer marked = marks.headerRow();
        Integer first = marks.firstDataRow();
        if (marked != null || first != null) {
            int row = marked == null ? Math.max(0, Objects.requireNonNull(first) - 1) : marked;
            HeaderBlock block = HeaderBlock.of(grid, sense, hints.towns(), row);
            return List.of(first == null || first <= row ? block : block.upTo(grid, first - 1));
        }
        List<HeaderBlock> blocks = new ArrayList<>();
        int after = -1;
        for (int row : grid.rowIndexes()) {
            if (row > after) {
                Optional<HeaderBlock> block =
                        HeaderBlock.beginningAt(grid, sense, hints.towns(), row, blocks.isEmpty());
                if (block.isPresent()) {
                    blocks.add(block.get());
                    after = block.get().lastRow();
                }
            }
        }
        return blocks;
    }

    private void read(SheetGrid grid) {
        List<Segment> segments = segments(grid);
        boolean named = segments.stream()
                .anyMatch(segment -> segment.head() != null
                        && segment.head().isNamed()
                        && !segment.rows().isEmpty()
                        && !segment.head().roles().assumed());
        for (Segment segment : segments) {
            sections.dropPageTitles();
            TableHead head = segment.head();
            boolean isTable = head != null
                    && head.isOfIndicators()
                    && !segment.rows().isEmpty()
                    && !(named && head.roles().assumed())
                    && !isOnItsSide(segment, head);
            if (head == null || !isTable) {
                leaveOut(segment);
                before = null;
                floor = Math.max(floor, lastRow(segment));
            } else {
                notes.take(head.notes());
                sayHead(segment);
                sections.takeWaiting();
                read(segment, head);
            }
        }
    }

    private void read(Segment segment, TableHead head) {
        Segment above = before;
        TableDraft table = tables.isEmpty() ? null : tables.getLast();
        if (head.isNamed()) {
            boolean isPage = above != null && table != null && segment.isPageOf(above);
            if (!isPage) {
                table = TableDraft.of(segment.grid().isTurned() ? Shape.ACROSS : Shape.DOWN, head);
                tables.add(table);
            }
            LineReader reader = new LineReader(segment, sense, sections, notes);
            Objects.requireNonNull(table).lines().addAll(reader.read(segment.rows(), isPage ? last : null));
            last = reader.last();
            before = segment;
            floor = lastRow(segment);
        } else if (above != null && table != null && table.lines().size() == 1) {
            // A form in which the name stands in a small table of its own: what follows is of the same indicator.
            CellTaking taking = new CellTaking(segment.grid(), head, sense, notes);
            for (int row : segment.rows()) {
                if (segment.grid().row(row).values().stream().noneMatch(sense::isFigure)) {
                    break;
                }
                taking.add(table.lines().getFirst(), row);
            }
            floor = lastRow(segment);
        } else {
            SingleTable single = new SingleTable(segment, sense, hints, notes, floor);
            table = TableDraft.of(Shape.SINGLE, head);
            table.lines().add(single.read());
            tables.add(table);
            before = null;
            floor = single.lastRow();
        }
        Objects.requireNonNull(table).addHeader(segment.block());
    }

    /** Whether its rows are years: then the indicators stand across. */
    private boolean isOnItsSide(Segment segment, TableHead head) {
        if (head.isNamed() || head.roles().rowWord() != null) {
            return false;
        }
        List<String> first = segment.rows().stream()
                .map(row -> segment.grid().row(row))
                .filter(cells -> cells.size() > 1)
                .map(cells -> cells.firstEntry().getValue().text())
                .toList();
        return !first.isEmpty() && first.stream().filter(sense::namesYear).count() * 2 >= first.size();
    }

    private static int lastRow(Segment segment) {
        return segment.rows().isEmpty()
                ? segment.block().firstRow() - 1
                : segment.rows().getLast();
    }

    private List<Segment> segments(SheetGrid grid) {
        List<HeaderBlock> blocks = blocks(grid);
        @Nullable
        Stacking noted = grid.rowIndexes().stream()
                .flatMap(row -> grid.row(row).values().stream())
                .flatMap(cell -> Stacking.in(cell.text()).stream())
                .findFirst()
                .orElse(null);
        List<List<Integer>> rows = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            int from = blocks.get(index).lastRow();
            int to = index + 1 < blocks.size() ? blocks.get(index + 1).firstRow() : Integer.MAX_VALUE;
            rows.add(grid.rowIndexes().stream()
                    .filter(row -> row > from && row < to)
                    .toList());
        }
        List<@Nullable FiscalYear> captions = captions(grid, blocks);
        List<Segment> segments = new ArrayList<>();
        Map<Headed, TableHead> known = new HashMap<>();
        for (int index = 0; index < blocks.size(); index++) {
            HeaderBlock block = blocks.get(index);
            FiscalYear caption = captions.get(index);
            Headed headed = new Headed(block.labels(), caption);
            TableHead head = known.get(headed);
            if (head == null) {
                List<Integer> all = new ArrayList<>();
                for (int other = index; other < blocks.size(); other++) {
                    if (block.isLike(blocks.get(other)) && Objects.equals(caption, captions.get(other))) {
                        all.addAll(rows.get(other));
                    }
                }
                head = new TableColumns(grid, sense, hints, notes.draft(grid.name()), block, all, noted, caption)
                        .read(marks.nameColumn());
                known.put(headed, head);
            }
            segments.add(new Segment(grid, block, rows.get(index), head, caption));
        }
        return segments;
    }

    /** What headers are told apart by. */
    private record Headed(
            Map<Integer, List<String>> labels, @Nullable FiscalYear caption) {}

    /** The year that the line above each header says, if it says nothing else; pages of a table have that of its first. */
    private List<@Nullable FiscalYear> captions(SheetGrid grid, List<HeaderBlock> blocks) {
        List<@Nullable FiscalYear> captions = new ArrayList<>();
        for (HeaderBlock block : blocks) {
            FiscalYear own = caption(grid, block);
            boolean isPage = own == null
                    && !captions.isEmpty()
                    && blocks.get(captions.size() - 1).isLike(block);
            captions.add(isPage ? captions.getLast() : own);
        }
        return captions;
    }

    private @Nullable FiscalYear caption(SheetGrid grid, HeaderBlock block) {
        int above = grid.rowIndexes().stream()
                .filter(row -> row < block.firstRow() && row >= block.firstRow() - MOST_ROWS_ABOVE)
                .max(Comparator.naturalOrder())
                .orElse(-1);
        if (above < 0 || grid.row(above).size() != 1) {
            return null;
        }
        Map.Entry<Integer, Cell> line = grid.row(above).firstEntry();
        FiscalYear year = sense.captionYear(line.getValue().text());
        boolean heads = line.getKey() <= block.labels().firstKey()
                && year != null
                && year.compareTo(hints.newestActuals()) <= 0;
        return heads ? year : null;
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
                                .flatMap(row -> Stream.ofNullable(
                                        segment.grid().row(row).get(column.index())))
                                .anyMatch(sense::isFigure));
        NavigableMap<Integer, Cell> first = segment.grid().row(segment.block().firstRow());
        if (figures && !first.isEmpty()) {
            notes.leaveOut(
                    segment.grid().place(segment.block().firstRow(), first.firstKey()), "この見出しの表には指標名の列がないため、取り込みません。");
        }
    }
}

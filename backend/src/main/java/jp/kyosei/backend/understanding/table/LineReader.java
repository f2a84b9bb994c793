package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.line.SectionTrail;
import org.jspecify.annotations.Nullable;

/** Reads the rows below headers: which are indicators, sections, continuations of the row above, totals, remarks or page titles. */
final class LineReader {
    private static final Pattern REMARK = Pattern.compile("(?s)^\\s*(?:備考|注|[（(]注|[※*＊]|出典|資料[:：]).*");
    private static final Pattern TOTAL =
            Pattern.compile("[（(【]?\\s*(?:総?合\\s*計|総\\s*計|小\\s*計|中\\s*計|計|平\\s*均|平均値|合計値|圏域計|圏域合計|圏域全体)\\s*[)）】]?");
    private static final Pattern EXAMPLE = Pattern.compile("[（(【\\[]?\\s*(?:記入例|記載例|入力例|例)\\s*[0-9０-９]*\\s*[)）】\\]]?");
    private static final Pattern AGAIN = Pattern.compile("\\s*[(（【\\[]\\s*再掲[^)）】\\]]*[)）】\\]]\\s*");
    private static final Pattern OF_WHICH = Pattern.compile("[\\s　]*[(（]?[\\s　]*(?:うち|内訳[:：])[^)）]+[)）]?");
    private static final Pattern CUMULATIVE_MARK = Pattern.compile("\\s*[\\[［(（]?\\s*[※*＊]\\s*[\\]］)）]?\\s*$");
    private static final Pattern BULLET = Pattern.compile("^[○●◯・◆■□]\\s*");
    private static final Pattern CONTINUED = Pattern.compile("\\s*[(（]続き[)）]\\s*$");
    private static final Pattern GOAL = Pattern.compile("(?i)数値目標|goal|基本目標");
    private static final Pattern YES = Pattern.compile("(?i)yes|y|1|true|[※○●◯*＊]|累計|有|あり");
    private static final int ONLY_LEVEL = 1;

    private final SheetGrid grid;
    private final TableHead head;
    private final TableRoles roles;
    private final List<Integer> sectionColumns;
    private final int nameColumn;
    private final SectionTrail sections;
    private final SheetNotes notes;
    private final CellTaking taking;
    private final List<LineDraft> drafts = new ArrayList<>();
    private @Nullable LineDraft last;

    /** @param sections those in force; the table's own headings are added */
    LineReader(Segment segment, HeadSense sense, SectionTrail sections, SheetNotes notes) {
        this.grid = segment.grid();
        this.head = Objects.requireNonNull(segment.head());
        this.roles = head.roles();
        this.sectionColumns = head.indexesOf(ColumnKind.SECTION).stream()
                .filter(column -> !roles.names().contains(column) && !Objects.equals(column, roles.detail()))
                .toList();
        this.nameColumn = roles.names().getFirst();
        this.sections = sections;
        this.notes = notes;
        this.taking = new CellTaking(grid, head, sense, notes);
    }

    /** @param before the last indicator of the table of which this is another page; none at its beginning */
    List<LineDraft> read(List<Integer> rows, @Nullable LineDraft before) {
        last = before;
        rows.forEach(this::read);
        return drafts;
    }

    @Nullable
    LineDraft last() {
        return last;
    }

    private void read(int row) {
        NavigableMap<Integer, Cell> cells = grid.row(row);
        boolean figures = hasFigures(cells);
        String first = cells.firstEntry().getValue().text();
        if (!figures && REMARK.matcher(first).matches()) {
            say(row, Fate.REMARK, "注記の行です");
            return;
        }
        if (EXAMPLE.matcher(first.strip()).matches()) {
            say(row, Fate.IGNORED, "記入例の行です");
            notes.leaveOut(grid.place(row, cells.firstKey()), "記入例の行は取り込みません。");
            return;
        }
        if (isTotal(cells)) {
            total(row, cells);
            return;
        }
        String base = base(row);
        Cell detail = roles.detail() == null ? null : grid.at(row, roles.detail());
        LineDraft known = last;
        if (base == null) {
            boolean further = known != null
                    && (grid.continuesFromAbove(row, nameColumn)
                            || saysItself(row)
                            || (head.stacking() != null && figures)
                            || taking.hasOnlyWords(cells)
                            || isContinuation(cells));
            if (further && known != null) {
                if (detail != null && grid.row(row).containsKey(roles.detail())) {
                    indicator(row, known.base(), detail.text());
                } else {
                    taking.add(known, row);
                }
                return;
            }
            if (holds(cells, ColumnKind::holdsFigures)) {
                notes.problem(grid.place(row, nameColumn), "指標名が空欄です。指標名を入れるか、この行を削除してください。");
                return;
            }
            wait(row, cells);
            return;
        }
        if (isAgain(row, base)) {
            say(row, Fate.REPEATED, "再掲の行です");
            notes.leaveOut(grid.place(row, nameColumn), "「%s」の行は再掲のため取り込みません。".formatted(base));
            return;
        }
        if (known != null && figures && isOfWhich(cells, base)) {
            say(row, Fate.IGNORED, "上の指標の内訳の行です");
            notes.leaveOut(
                    grid.place(row, nameColumn),
                    "「%s」の行は上の指標の内訳とみなし、取り込みません。指標のときは、指標名を具体的に書いてください。".formatted(base.strip()));
            return;
        }
        boolean sameDetail = detail == null || !grid.row(row).containsKey(Objects.requireNonNull(roles.detail()));
        if (known != null && sameDetail && isSame(known, base, row, figures)) {
            taking.add(known, row);
            return;
        }
        boolean nothingRight = cells.keySet().stream().noneMatch(column -> column > nameColumn);
        if (!figures && (!hasSectionCells(row) || nothingRight) && !grid.continuesFromAbove(row, nameColumn)) {
            wait(row, cells);
            return;
        }
        sections.takeWaiting();
        indicator(row, base, detail == null ? "" : detail.text());
    }

    /** The name as it stands in its columns, which a merged area may have begun above; none where the row has none itself. */
    private @Nullable String base(int row) {
        if (roles.names().stream().noneMatch(column -> grid.row(row).containsKey(column))) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (int column : roles.names()) {
            Cell cell = grid.at(row, column);
            if (cell != null && !parts.contains(cell.text().strip())) {
                parts.add(cell.text().replaceAll("\\s*\\n\\s*", "").strip());
            }
        }
        return String.join(" ", parts);
    }

    private void indicator(int row, String base, String detail) {
        boolean goalByKind = head.indexesOf(ColumnKind.KIND).stream()
                .flatMap(column -> Optional.ofNullable(grid.at(row, column)).stream())
                .anyMatch(cell -> GOAL.matcher(cell.text()).find());
        takeSectionCells(row, goalByKind);
        for (int column : roles.names()) {
            notes.fates().say(grid.place(row, column), Fate.NAME, roles.assumed() ? "行を見分ける言葉の列だからです" : "指標名の列です");
        }
        String name = BULLET.matcher(base).replaceFirst("");
        Matcher mark = CUMULATIVE_MARK.matcher(name);
        boolean marked = mark.find();
        if (marked) {
            name = name.substring(0, mark.start()).strip();
        }
        if (!detail.isEmpty()) {
            notes.fates().say(grid.place(row, Objects.requireNonNull(roles.detail())), Fate.NAME, "指標名の続きの列です");
            name = name + " " + detail.replaceAll("\\s*\\n\\s*", "").strip();
        }
        marked |= head.indexesOf(ColumnKind.CUMULATIVE).stream()
                .flatMap(column -> Optional.ofNullable(grid.at(row, column)).stream())
                .anyMatch(cell -> YES.matcher(cell.text().strip()).matches());
        boolean goal = goalByKind
                || (sectionColumns.size() > ONLY_LEVEL && sections.current().size() == ONLY_LEVEL);
        int named = detail.isEmpty() ? nameColumn : Objects.requireNonNull(roles.detail());
        LineDraft draft = new LineDraft(grid.place(row, named), sections.current(), name, base, marked, goal);
        taking.add(draft, row);
        drafts.add(draft);
        last = draft;
    }

    private void takeSectionCells(int row, boolean goal) {
        for (int level = 1; level <= sectionColumns.size(); level++) {
            int column = sectionColumns.get(level - 1);
            Cell cell = grid.at(row, column);
            if (cell != null) {
                notes.fates().say(grid.place(row, column), Fate.SECTION, "体系の列です");
                sections.set(level, cell.text());
            } else if (goal && level > ONLY_LEVEL) {
                sections.end(level);
            }
        }
    }

    /** A row without figures: a section's heading, whose level is that of the column where it begins. */
    private void wait(int row, NavigableMap<Integer, Cell> cells) {
        int column = cells.firstKey();
        if (column > nameColumn) {
            return;
        }
        int index = sectionColumns.indexOf(column);
        int level = index >= 0 ? index + 1 : Math.max(ONLY_LEVEL, sectionColumns.size());
        NavigableMap<Integer, Cell> words = cells.headMap(nameColumn, true);
        words.keySet().forEach(at -> notes.fates().say(grid.place(row, at), Fate.SECTION, "数値のない見出しの行です"));
        sections.wait(
                level,
                String.join(
                        " ",
                        words.values().stream().map(cell -> cell.text().strip()).toList()));
    }

    /** An indicator that the table names elsewhere, shown once more. */
    private boolean isAgain(int row, String base) {
        String plain = AGAIN.matcher(base).replaceAll("");
        return !plain.equals(base)
                && grid.rowIndexes().stream()
                        .filter(other -> other != row)
                        .anyMatch(other -> plain.equals(base(other)));
    }

    /** うち高齢者向け, without a number where others have one, or in brackets or set in where none has. */
    private boolean isOfWhich(NavigableMap<Integer, Cell> cells, String base) {
        Cell name = cells.get(nameColumn);
        if (name == null || !OF_WHICH.matcher(name.text()).matches()) {
            return false;
        }
        List<Integer> numbers = head.indexesOf(ColumnKind.NO);
        boolean setIn = !name.text().startsWith("うち");
        return setIn || (!numbers.isEmpty() && numbers.stream().noneMatch(cells::containsKey)) || base.startsWith("内訳");
    }

    private boolean isTotal(NavigableMap<Integer, Cell> cells) {
        int end = Math.max(nameColumn, roles.detail() == null ? nameColumn : roles.detail());
        end = Math.max(end, roles.town() == null ? end : roles.town());
        List<String> words = cells.headMap(end, true).values().stream()
                .map(cell -> cell.text().strip())
                .filter(text -> !text.matches("[0-9０-９.\\-－]*"))
                .toList();
        return !words.isEmpty()
                && TOTAL.matcher(words.getLast()).matches()
                && (words.size() == 1 || roles.detail() != null || roles.town() != null || !sectionColumns.isEmpty());
    }

    private void total(int row, NavigableMap<Integer, Cell> cells) {
        say(row, Fate.TOTAL, "合計・平均の行です");
        if (hasFigures(cells)) {
            String word = cells.firstEntry().getValue().text().strip();
            notes.leaveOut(
                    grid.place(row, cells.firstKey()),
                    "「%s」の行は合計・平均のため取り込みません。指標のときは、指標名を具体的に書いてください。".formatted(word));
        }
    }

    private void say(int row, Fate fate, String because) {
        grid.row(row).keySet().forEach(column -> notes.fates().say(grid.place(row, column), fate, because));
    }

    /** Whether a row says by a cell of its own what it is of the indicator above. */
    private boolean saysItself(int row) {
        return Stream.of(roles.rowWord(), roles.town(), roles.detail())
                .anyMatch(column -> column != null && grid.row(row).containsKey(column));
    }

    /** The same indicator again: the next of its rows, or after a page break the rest of its texts. */
    private boolean isSame(LineDraft known, String name, int row, boolean figures) {
        String plain = CONTINUED.matcher(name).replaceFirst("");
        boolean rows = name.equals(known.base())
                && (roles.rowWord() != null || roles.town() != null || roles.rowsAreYears())
                && !taking.isTaken(known, row);
        return rows || !plain.equals(name) || (!figures && plain.equals(known.name()));
    }

    private boolean hasFigures(NavigableMap<Integer, Cell> cells) {
        return holds(cells, kind -> kind.holdsFigures() || kind.isPublished() || kind == ColumnKind.UNIT)
                || head.asked().stream().anyMatch(cells::containsKey);
    }

    private boolean holds(NavigableMap<Integer, Cell> cells, Predicate<ColumnKind> wanted) {
        return head.columns().values().stream()
                .anyMatch(column -> wanted.test(column.meaning().kind()) && cells.containsKey(column.index()));
    }

    private boolean hasSectionCells(int row) {
        return sectionColumns.stream().anyMatch(column -> grid.at(row, column) != null);
    }

    /** A second row of figures under those of an indicator: the reference year in brackets, for instance. */
    private static boolean isContinuation(NavigableMap<Integer, Cell> cells) {
        return cells.values().stream().allMatch(cell -> cell.text().strip().matches("(?s)[(（].*[)）]"));
    }
}

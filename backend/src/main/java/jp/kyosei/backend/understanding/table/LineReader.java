package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.HeaderWords;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.SectionHeading;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.fate.SheetFates;
import org.jspecify.annotations.Nullable;

/** Reads the rows below headers: which are indicators, sections, continuations of the row above, remarks or page titles. */
final class LineReader {
    private static final Pattern REMARK = Pattern.compile("(?s)^\\s*(?:備考|注|[（(]注|[※*＊]|出典|資料[:：]).*");
    private static final Pattern PAGE_TITLE =
            Pattern.compile("(?s).*(?:資料|【[^】]*】|実績|ビジョン|総合戦略|ページ|一覧).*|[-－]?\\s*[0-9０-９]+\\s*[-－]?");
    private static final Pattern NUMBERED =
            Pattern.compile("(?s)^\\s*([0-9０-９]{1,3}(?:[-－.．][0-9０-９]{1,3})*|[（(][0-9０-９]{1,3}[)）])[\\s　.．、:：]*(.*)$");
    private static final Pattern CUMULATIVE_MARK = Pattern.compile("\\s*[\\[［(（]?\\s*[※*＊]\\s*[\\]］)）]?\\s*$");
    private static final Pattern BULLET = Pattern.compile("^[○●◯・◆■□]\\s*");
    private static final Pattern CONTINUED = Pattern.compile("\\s*[(（]続き[)）]\\s*$");
    private static final Pattern GOAL = Pattern.compile("(?i)数値目標|goal|基本目標");
    private static final Pattern YES = Pattern.compile("(?i)yes|y|1|true|[※○●◯*＊]|累計|有|あり");
    private static final int ONLY_LEVEL = 1;

    private final SheetGrid grid;
    private final List<HeaderBlock> blocks;
    private final SheetFates fates;
    private final List<UnderstoodColumn> columns;
    private final List<Integer> sectionColumns;
    private final int indicatorColumn;
    private final List<SectionHeading> current = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<UnderstoodSheet.SheetProblem> problems = new ArrayList<>();
    /** Lone texts that are section headings unless a page header follows. */
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(int row, SectionHeading heading) {}

    /** An indicator whose further rows may still come. */
    private static final class Draft {
        private final CellPlace place;
        private final List<SectionHeading> sections;
        private final String name;
        private final boolean marked;
        private final boolean goal;
        private final SequencedMap<ColumnMeaning, LineCell> cells = new LinkedHashMap<>();

        Draft(CellPlace place, List<SectionHeading> sections, String name, boolean marked, boolean goal) {
            this.place = place;
            this.sections = List.copyOf(sections);
            this.name = name;
            this.marked = marked;
            this.goal = goal;
        }

        void add(ColumnMeaning meaning, LineCell cell) {
            cells.merge(meaning, cell, (first, more) -> {
                String between = meaning.kind().holdsFigures() ? " " : "\n";
                return new LineCell(first.place(), first.text() + between + more.text(), null);
            });
        }

        IndicatorLine line() {
            return new IndicatorLine(place, sections, name, marked, goal, cells);
        }
    }

    LineReader(SheetGrid grid, List<UnderstoodColumn> columns, List<HeaderBlock> blocks, SheetFates fates) {
        this.grid = grid;
        this.fates = fates;
        this.blocks = blocks;
        this.columns = columns.stream()
                .filter(column -> !column.meaning().is(ColumnKind.IGNORED))
                .toList();
        this.sectionColumns = indexesOf(ColumnKind.SECTION);
        this.indicatorColumn =
                indexesOf(ColumnKind.INDICATOR).stream().findFirst().orElse(-1);
        if (indicatorColumn >= 0) {
            checkRepeatedHeaders(columns);
            read();
        }
    }

    List<IndicatorLine> lines() {
        return drafts.stream().map(Draft::line).toList();
    }

    List<UnderstoodSheet.SheetProblem> problems() {
        return List.copyOf(problems);
    }

    private List<Integer> indexesOf(ColumnKind kind) {
        return columns.stream()
                .filter(column -> column.meaning().is(kind))
                .map(UnderstoodColumn::index)
                .toList();
    }

    /** A header further down whose columns mean something else would have its figures read into the wrong years. */
    private void checkRepeatedHeaders(List<UnderstoodColumn> all) {
        for (HeaderBlock block : blocks) {
            if (!block.isOfIndicators()) {
                continue;
            }
            for (UnderstoodColumn column : all) {
                String label = block.labels().get(column.index());
                if (label != null && !HeaderWords.meaning(label).equals(HeaderWords.meaning(column.label()))) {
                    problem(
                            block.lastRow(),
                            column.index(),
                            "見出し「%s」の列が、この表の他のページでは「%s」です。ページごとに列の並びが違うと正しく読めません。列をそろえるか、シートを分けてください。"
                                    .formatted(label, column.label()));
                }
            }
        }
    }

    private void read() {
        int next = 0;
        boolean inTable = false;
        Draft last = null;
        for (int row : grid.rowIndexes()) {
            while (next < blocks.size() && blocks.get(next).lastRow() < row) {
                next++;
            }
            HeaderBlock above = next == 0 ? null : blocks.get(next - 1);
            if (next < blocks.size() && blocks.get(next).firstRow() <= row) {
                dropPageTitles();
                inTable = false;
                continue;
            }
            boolean wasInTable = inTable;
            inTable = above != null && above.isOfIndicators();
            if (!inTable) {
                continue;
            }
            if (!wasInTable) {
                takeWaiting();
            }
            last = read(row, last);
        }
        takeWaiting();
    }

    private @Nullable Draft read(int row, @Nullable Draft last) {
        NavigableMap<Integer, Cell> cells = grid.row(row);
        Cell named = cells.get(indicatorColumn);
        boolean figures = hasFigures(cells);
        String first = cells.firstEntry().getValue().text();
        if (!figures && REMARK.matcher(first).matches()) {
            return last;
        }
        if (named == null) {
            boolean further = last != null
                    && (grid.continuesFromAbove(row, indicatorColumn) || hasOnlyWords(cells) || isContinuation(cells));
            if (further && last != null) {
                addCells(last, row);
                return last;
            }
            if (holds(cells, ColumnKind::holdsFigures)) {
                problem(row, indicatorColumn, "指標名が空欄です。指標名を入れるか、この行を削除してください。");
                return last;
            }
            wait(row, cells);
            return last;
        }
        String name = named.text();
        if (last != null && isSame(last, name, figures)) {
            addCells(last, row);
            return last;
        }
        if (!figures && !hasSectionCells(row)) {
            wait(row, cells);
            return last;
        }
        if (!figures && cells.keySet().stream().noneMatch(column -> column > indicatorColumn)) {
            wait(row, cells);
            return last;
        }
        takeWaiting();
        Draft draft = indicator(row, name);
        drafts.add(draft);
        return draft;
    }

    private Draft indicator(int row, String printedName) {
        boolean goalByKind = columns.stream()
                .filter(column -> column.meaning().is(ColumnKind.KIND))
                .flatMap(column -> Optional.ofNullable(grid.at(row, column.index())).stream())
                .anyMatch(cell -> GOAL.matcher(cell.text()).find());
        takeSectionCells(row, goalByKind);
        fates.say(grid.place(row, indicatorColumn), Fate.NAME, "指標名の列です");
        String name = BULLET.matcher(printedName.replaceAll("\\s*\\n\\s*", "").strip())
                .replaceFirst("");
        Matcher mark = CUMULATIVE_MARK.matcher(name);
        boolean marked = mark.find();
        if (marked) {
            name = name.substring(0, mark.start()).strip();
        }
        marked |= columns.stream()
                .filter(column -> column.meaning().is(ColumnKind.CUMULATIVE))
                .flatMap(column -> Optional.ofNullable(grid.at(row, column.index())).stream())
                .anyMatch(cell -> YES.matcher(cell.text().strip()).matches());
        boolean goal = goalByKind || (sectionColumns.size() > ONLY_LEVEL && current.size() == ONLY_LEVEL);
        Draft draft = new Draft(grid.place(row, indicatorColumn), current, name, marked, goal);
        addCells(draft, row);
        return draft;
    }

    /** The cells of a row that belong to the indicator; a merged area within the row counts for each of its columns. */
    private void addCells(Draft draft, int row) {
        boolean severalTexts = columns.stream()
                        .filter(column -> column.meaning().is(ColumnKind.NARRATIVE))
                        .count()
                > 1;
        for (UnderstoodColumn column : columns) {
            ColumnKind kind = column.meaning().kind();
            if (kind == ColumnKind.SECTION || kind == ColumnKind.INDICATOR || kind == ColumnKind.CUMULATIVE) {
                continue;
            }
            Cell cell = grid.at(row, column.index());
            boolean repeats = kind.isOfYear() && grid.continuesFromAbove(row, column.index());
            boolean once = draft.cells.containsKey(column.meaning()) && !kind.isOfYear();
            if (cell == null || repeats || once) {
                continue;
            }
            String text = kind == ColumnKind.NARRATIVE && severalTexts
                    ? "【%s】\n%s".formatted(column.label(), cell.text())
                    : cell.text();
            fates.say(new CellFate(
                    grid.place(row, column.index()),
                    fate(kind),
                    column.meaning().year(),
                    column.meaning().town(),
                    column.certainty(),
                    column.because()));
            draft.add(column.meaning(), new LineCell(grid.place(row, column.index()), text.strip(), cell.number()));
        }
    }

    private void takeSectionCells(int row, boolean goal) {
        for (int level = 1; level <= sectionColumns.size(); level++) {
            Cell cell = grid.at(row, sectionColumns.get(level - 1));
            if (cell != null) {
                fates.say(grid.place(row, sectionColumns.get(level - 1)), Fate.SECTION, "体系の列です");
                set(heading(level, cell.text()));
            } else if (goal && level > ONLY_LEVEL && current.size() >= level) {
                current.subList(level - 1, current.size()).clear();
            }
        }
    }

    /** A new heading ends those below it; the same one again changes nothing. */
    private void set(SectionHeading heading) {
        int index = Math.min(heading.level() - 1, current.size());
        SectionHeading placed = new SectionHeading(index + 1, heading.number(), heading.title());
        if (index < current.size() && current.get(index).equals(placed)) {
            return;
        }
        current.subList(index, current.size()).clear();
        current.add(placed);
    }

    private static SectionHeading heading(int level, String text) {
        String joined = text.replaceAll("\\s*\\n\\s*", "").strip();
        Matcher numbered = NUMBERED.matcher(joined);
        return numbered.matches()
                ? new SectionHeading(level, numbered.group(1), numbered.group(2).strip())
                : new SectionHeading(level, "", joined);
    }

    /** A row without figures: a section's heading, whose level is that of the column where it begins. */
    private void wait(int row, NavigableMap<Integer, Cell> cells) {
        int column = cells.firstKey();
        if (column > indicatorColumn) {
            return;
        }
        int index = sectionColumns.indexOf(column);
        int level = index >= 0 ? index + 1 : Math.max(ONLY_LEVEL, sectionColumns.size());
        List<String> texts = cells.headMap(indicatorColumn, true).values().stream()
                .map(cell -> cell.text().strip())
                .toList();
        waiting.add(new Waiting(row, heading(level, String.join(" ", texts))));
    }

    private void takeWaiting() {
        waiting.forEach(heading -> set(heading.heading()));
        waiting.clear();
    }

    private void dropPageTitles() {
        waiting.removeIf(
                heading -> PAGE_TITLE.matcher(heading.heading().title()).matches()
                        || heading.heading().title().isEmpty());
    }

    /** The same indicator again after a page break, with the rest of its texts. */
    private static boolean isSame(Draft last, String name, boolean figures) {
        String plain = CONTINUED.matcher(name).replaceFirst("");
        return !plain.equals(name) || (!figures && plain.equals(last.name));
    }

    private boolean hasFigures(NavigableMap<Integer, Cell> cells) {
        return holds(cells, kind -> kind.holdsFigures() || kind.isPublished() || kind == ColumnKind.UNIT);
    }

    private boolean holds(NavigableMap<Integer, Cell> cells, Predicate<ColumnKind> wanted) {
        return columns.stream()
                .anyMatch(column -> wanted.test(column.meaning().kind()) && cells.containsKey(column.index()));
    }

    private boolean hasSectionCells(int row) {
        return sectionColumns.stream().anyMatch(column -> grid.at(row, column) != null);
    }

    private boolean hasOnlyWords(NavigableMap<Integer, Cell> cells) {
        return cells.keySet().stream().allMatch(column -> columns.stream()
                .anyMatch(known -> known.index() == column
                        && (known.meaning().is(ColumnKind.NARRATIVE)
                                || known.meaning().is(ColumnKind.INITIATIVES))));
    }

    /** A second row of figures under those of an indicator: the reference year in brackets, for instance. */
    private boolean isContinuation(NavigableMap<Integer, Cell> cells) {
        return cells.values().stream().allMatch(cell -> cell.text().strip().matches("(?s)[(（].*[)）]"));
    }

    private static Fate fate(ColumnKind kind) {
        return switch (kind) {
            case IGNORED -> Fate.IGNORED;
            case NO -> Fate.NO;
            case SECTION -> Fate.SECTION;
            case INDICATOR -> Fate.NAME;
            case KIND, CUMULATIVE, DIRECTION -> Fate.KIND;
            case UNIT -> Fate.UNIT;
            case BASELINE -> Fate.BASELINE;
            case ACTUAL -> Fate.ACTUAL;
            case TARGET -> Fate.TARGET;
            case RATE, CHANGE, GRADE -> Fate.PUBLISHED;
            case NARRATIVE, INITIATIVES -> Fate.TEXT;
        };
    }

    private void problem(int row, int column, String message) {
        problems.add(new UnderstoodSheet.SheetProblem(grid.place(row, column), message));
    }
}

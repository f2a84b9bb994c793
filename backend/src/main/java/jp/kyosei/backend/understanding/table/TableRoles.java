package jp.kyosei.backend.understanding.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table say which indicator a row belongs to, and what of it.
 *
 * @param names the columns of its name, from left to right; none in a table of one indicator
 * @param enumerator the column of names' counters (指標①), which are no part of them; none for most
 * @param detail the column of what a row is of its name (男性, 3歳児); none for most
 * @param rowWord the column that says what a row's figures are (目標, 実績); none for most
 * @param town the column of the row's municipality; none for most
 * @param years the columns that say of which year the figures of a kind are, by that kind
 * @param assumed whether the column of names was found by its cells, as no head says which it is
 */
record TableRoles(
        List<Integer> names,
        @Nullable Integer enumerator,
        @Nullable Integer detail,
        @Nullable Integer rowWord,
        @Nullable Integer town,
        Map<ColumnKind, Integer> years,
        boolean assumed) {
    private static final Pattern COUNTER =
            Pattern.compile("(?:指標|KPI|ＫＰＩ|目標|項目)?\\s*[（(]?[①-⑳0-9０-９A-Za-zア-ン]{1,3}[)）.．]?");
    private static final Pattern DIGIT = Pattern.compile("[0-9０-９]");
    private static final Pattern YEAR_OF_ROW = Pattern.compile("\\s*(?:会計|実施|評価|対象|実績|事業)?\\s*年\\s*度?\\s*");
    private static final List<ColumnKind> OF_A_ROW = List.of(
            ColumnKind.ACTUAL,
            ColumnKind.TARGET,
            ColumnKind.RATE,
            ColumnKind.CHANGE,
            ColumnKind.GRADE,
            ColumnKind.NARRATIVE,
            ColumnKind.INITIATIVES);
    private static final int MOST_LOOKED_AT = 300;
    private static final double MOST = 0.85;
    private static final double HALF = 0.5;

    /** Whether each row is a year of its indicator. */
    boolean rowsAreYears() {
        return years.containsKey(ColumnKind.ACTUAL) && years.containsKey(ColumnKind.RATE);
    }

    TableRoles {
        names = List.copyOf(names);
        years = Map.copyOf(years);
    }

    /** Finds the roles of a table's columns. */
    static TableRoles of(
            SheetGrid grid,
            HeadSense sense,
            Set<String> towns,
            HeaderBlock block,
            List<Integer> rows,
            SortedMap<Integer, UnderstoodColumn> columns,
            @Nullable Integer markedName) {
        return new Finder(grid, sense, towns, block, rows, columns).find(markedName);
    }

    private record Finder(
            SheetGrid grid,
            HeadSense sense,
            Set<String> towns,
            HeaderBlock block,
            List<Integer> rows,
            SortedMap<Integer, UnderstoodColumn> columns) {

        TableRoles find(@Nullable Integer markedName) {
            Integer rowWord = leftColumns().stream()
                    .filter(this::holdsRowWords)
                    .findFirst()
                    .orElse(null);
            Integer town = leftColumns().stream()
                    .filter(column -> !Objects.equals(column, rowWord))
                    .filter(column -> !towns.isEmpty() && share(column, text -> towns.contains(text.strip())) >= HALF)
                    .findFirst()
                    .orElse(null);
            List<Integer> named = markedName == null
                    ? columns.values().stream()
                            .filter(column -> column.meaning().is(ColumnKind.INDICATOR))
                            .map(UnderstoodColumn::index)
                            .filter(column -> !Objects.equals(column, rowWord) && !Objects.equals(column, town))
                            .filter(column -> !holdsHeads(column))
                            .toList()
                    : List.of(markedName);
            boolean assumed = named.isEmpty();
            if (assumed) {
                named = byCells(rowWord, town);
            }
            Map<ColumnKind, Integer> ofRows = named.isEmpty() ? Map.of() : yearsOfRows(named);
            if (!ofRows.isEmpty() && rowWord == null) {
                return new TableRoles(named.subList(0, 1), null, null, null, town, ofRows, assumed);
            }
            return named.isEmpty()
                    ? new TableRoles(List.of(), null, null, rowWord, town, years(), false)
                    : withParts(named, rowWord, town, assumed);
        }

        /** 目標年度 beside 目標値: a column of years says of which year each row's figure is. */
        private Map<ColumnKind, Integer> years() {
            Map<ColumnKind, Integer> found = new EnumMap<>(ColumnKind.class);
            for (ColumnKind kind : List.of(ColumnKind.BASELINE, ColumnKind.TARGET, ColumnKind.ACTUAL)) {
                List<UnderstoodColumn> same = columns.values().stream()
                        .filter(column -> (column.meaning().is(kind) || isGroupOf(column.index(), kind))
                                && filled(column.index()) > 0)
                        .toList();
                List<Integer> ofYears = same.stream()
                        .map(UnderstoodColumn::index)
                        .filter(column -> share(column, sense::isBareYear) >= MOST)
                        .toList();
                if (ofYears.size() == 1 && same.size() == 2) {
                    found.put(kind, ofYears.getFirst());
                }
            }
            return found;
        }

        /** Rows that are years each, of one indicator after another: a column 年度 says of which year all of a row is. */
        private Map<ColumnKind, Integer> yearsOfRows(List<Integer> named) {
            return leftColumns().stream()
                    .filter(column -> !named.contains(column) && columns.containsKey(column))
                    .filter(column -> YEAR_OF_ROW.matcher(block.label(column)).matches())
                    .filter(column -> share(column, sense::isBareYear) >= MOST
                            && texts(column).stream().distinct().count() > 1)
                    .findFirst()
                    .map(column -> OF_A_ROW.stream().collect(Collectors.toMap(Function.identity(), kind -> column)))
                    .orElse(Map.of());
        }

        /** Whether a column lies under the head of a kind, whatever it says itself: 年度 under 目標値. */
        private boolean isGroupOf(int column, ColumnKind kind) {
            List<String> parts = block.labels().getOrDefault(column, List.of());
            return parts.size() > 1 && sense.kind(parts.getFirst()) == kind && !sense.namesYear(parts.getFirst());
        }

        private TableRoles withParts(
                List<Integer> named, @Nullable Integer rowWord, @Nullable Integer town, boolean assumed) {
            int first = named.getFirst();
            List<Integer> together = named.stream()
                    .filter(column -> column == first || isUnderSameHead(first, column))
                    .toList();
            Integer enumerator = together.size() > 1
                            && share(first, text -> COUNTER.matcher(text.strip())
                                            .matches())
                                    >= MOST
                    ? first
                    : null;
            List<Integer> names = enumerator == null ? together : together.subList(1, together.size());
            if (names.size() == 1 && named.size() > together.size()) {
                // 項目 beside 指標: the finer one is the name, the one whose cells are spread over several rows a section.
                int last = named.getLast();
                if (filled(last) > filled(names.getFirst())) {
                    names = List.of(last);
                }
            }
            Integer detail = null;
            if (names.size() == 2 && isSpread(names.getFirst(), names.get(1))) {
                detail = names.get(1);
                names = List.of(names.getFirst());
            }
            if (detail == null) {
                int last = names.getLast();
                List<Integer> only = names;
                detail = leftColumns().stream()
                        .filter(column -> column > last && isDetailHead(column))
                        .filter(column -> !Objects.equals(column, rowWord) && !Objects.equals(column, town))
                        .filter(column -> only.stream().allMatch(name -> isSpread(name, column)))
                        .findFirst()
                        .orElse(null);
            }
            return new TableRoles(names, enumerator, detail, rowWord, town, years(), assumed);
        }

        private boolean isDetailHead(int column) {
            UnderstoodColumn known = columns.get(column);
            return known == null
                    || known.meaning().is(ColumnKind.KIND)
                    || known.meaning().is(ColumnKind.IGNORED)
                    || known.meaning().is(ColumnKind.SECTION)
                    || known.meaning().is(ColumnKind.INDICATOR);
        }

        /** Whether names stand over several rows, each of which has a cell of its own in another column. */
        private boolean isSpread(int name, int other) {
            return rows.stream()
                            .filter(row -> grid.row(row).get(other) != null
                                    && grid.row(row).get(name) == null
                                    && hasFigures(row))
                            .count()
                    > 0;
        }

        private boolean hasFigures(int row) {
            return columns.values().stream()
                    .filter(column -> column.meaning().kind().holdsFigures()
                            || column.meaning().kind().isPublished())
                    .flatMap(column -> Stream.ofNullable(grid.row(row).get(column.index())))
                    .anyMatch(cell -> DIGIT.matcher(cell.text()).find());
        }

        private boolean isUnderSameHead(int first, int other) {
            Sheet.Area area = grid.merge(block.lastRow(), first);
            return area != null && area.firstColumn() <= other && other <= area.lastColumn();
        }

        /** The columns before the first figures that hold texts. */
        private List<Integer> leftColumns() {
            int figures = columns.values().stream()
                    .filter(column -> column.meaning().kind().holdsFigures()
                            || column.meaning().kind().isPublished())
                    .mapToInt(UnderstoodColumn::index)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            TreeSet<Integer> left = new TreeSet<>();
            rows.forEach(
                    row -> left.addAll(grid.row(row).headMap(figures, false).keySet()));
            columns.keySet().stream().filter(column -> column < figures).forEach(left::add);
            left.removeIf(column -> filled(column) == 0);
            return List.copyOf(left);
        }

        /** No head says where the names are: the last column before the figures whose texts tell the rows apart. */
        private List<Integer> byCells(@Nullable Integer rowWord, @Nullable Integer town) {
            return leftColumns().reversed().stream()
                    .filter(column -> !Objects.equals(column, rowWord) && !Objects.equals(column, town))
                    .filter(this::mayBeNames)
                    .limit(1)
                    .toList();
        }

        private boolean mayBeNames(int column) {
            UnderstoodColumn known = columns.get(column);
            ColumnMeaning meaning = known == null ? ColumnMeaning.IGNORED : known.meaning();
            boolean fits =
                    switch (meaning.kind()) {
                        case IGNORED, KIND, SECTION, INITIATIVES, INDICATOR -> true;
                        default -> false;
                    };
            List<String> texts = texts(column);
            return fits
                    && texts.stream().distinct().count() == texts.size()
                    && share(column, text -> text.strip().length() > 1) >= MOST
                    && rows.stream()
                                    .flatMap(row ->
                                            Stream.ofNullable(grid.row(row).get(column)))
                                    .filter(sense::isFigure)
                                    .count()
                            == 0
                    && share(column, text -> sense.isRowWord(text) || HeadSense.isPlainWord(text)) < MOST
                    && !holdsHeads(column);
        }

        /** Whether its cells are heads themselves, as in a form or in a table on its side. */
        private boolean holdsHeads(int column) {
            return share(column, text -> sense.isFigureHead(text) || sense.kind(text) == ColumnKind.UNIT) > HALF
                    && share(column, sense::namesYear) > 0;
        }

        private boolean holdsRowWords(int column) {
            // The row of the actuals may be blank as yet, so that its word stands beside no figure.
            return areRowWords(texts(column)) || areRowWords(texts(column, rows.stream()));
        }

        private boolean areRowWords(List<String> texts) {
            return texts.size() > 1
                    && share(texts, sense::isRowWord) >= MOST
                    && (texts.stream().map(sense::kind).distinct().count() > 1
                            || texts.stream().distinct().count() == 1);
        }

        private double share(int column, Predicate<String> wanted) {
            return share(texts(column), wanted);
        }

        private static double share(List<String> texts, Predicate<String> wanted) {
            return texts.isEmpty() ? 0 : (double) texts.stream().filter(wanted).count() / texts.size();
        }

        private int filled(int column) {
            return texts(column).size();
        }

        private List<String> texts(int column) {
            return texts(column, rows.stream().filter(row -> !hasFigureColumns() || hasFigures(row)));
        }

        private List<String> texts(int column, Stream<Integer> wanted) {
            return wanted.flatMap(row -> Stream.ofNullable(grid.row(row).get(column)))
                    .map(Cell::text)
                    .limit(MOST_LOOKED_AT)
                    .toList();
        }

        private boolean hasFigureColumns() {
            return columns.values().stream()
                    .anyMatch(column -> column.meaning().kind().holdsFigures()
                            || column.meaning().kind().isPublished());
        }
    }
}

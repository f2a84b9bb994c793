package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.HeaderWords;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.fate.SheetFates;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of indicators in a sheet: header rows by their words wherever they stand, also repeated on every page,
 * and the lines below them.
 */
final class SheetUnderstanding {
    private static final Pattern GRADE = Pattern.compile("[A-EＡ-Ｅ]|目標達成.*|改善.*|現状維持.*|未達成.*|[◎○△×]");
    private static final int FEWEST_BARE_YEARS = 3;

    private final Hints hints;

    SheetUnderstanding(Hints hints) {
        this.hints = hints;
    }

    /** Understands a sheet; one without a table of indicators has no columns. */
    UnderstoodSheet understand(Sheet sheet) {
        SheetGrid grid = new SheetGrid(sheet);
        List<HeaderBlock> blocks = blocks(grid);
        if (blocks.stream().noneMatch(HeaderBlock::isOfIndicators)) {
            return new UnderstoodSheet(
                    sheet.name(),
                    List.of(),
                    new SheetFates(sheet.name()).of(sheet, "指標の表が見つからないシートです"),
                    List.of(),
                    List.of(),
                    List.of());
        }
        List<UnderstoodSheet.SheetProblem> problems = new ArrayList<>();
        List<UnderstoodColumn> columns = columns(grid, blocks, problems);
        List<Integer> headerRows = new ArrayList<>();
        blocks.stream().filter(HeaderBlock::isOfIndicators).forEach(block -> {
            for (int row = block.firstRow(); row <= block.lastRow(); row++) {
                headerRows.add(row);
            }
        });
        SheetFates fates = new SheetFates(sheet.name());
        headerRows.forEach(row ->
                grid.row(row).keySet().forEach(column -> fates.say(grid.place(row, column), Fate.HEAD, "表の見出しの行です")));
        LineReader reader = new LineReader(grid, columns, blocks, fates);
        problems.addAll(reader.problems());
        UnderstoodTable table = new UnderstoodTable(UnderstoodTable.Shape.DOWN, headerRows, columns, reader.lines());
        return new UnderstoodSheet(
                sheet.name(), List.of(table), fates.of(sheet, "表の外です"), List.of(), problems, List.of());
    }

    private static List<HeaderBlock> blocks(SheetGrid grid) {
        List<HeaderBlock> blocks = new ArrayList<>();
        int after = -1;
        for (int row : grid.rowIndexes()) {
            if (row > after) {
                Optional<HeaderBlock> block = HeaderBlock.beginningAt(grid, row);
                if (block.isPresent()) {
                    blocks.add(block.get());
                    after = block.get().lastRow();
                }
            }
        }
        return blocks;
    }

    /** Of several headers the one with the most columns says what they hold: a page header may leave some out. */
    private List<UnderstoodColumn> columns(
            SheetGrid grid, List<HeaderBlock> blocks, List<UnderstoodSheet.SheetProblem> problems) {
        HeaderBlock widest = blocks.stream()
                .filter(HeaderBlock::isOfIndicators)
                .max(Comparator.comparingInt(block -> block.labels().size()))
                .orElseThrow();
        SortedMap<Integer, String> labels = widest.labels();
        Map<Integer, ColumnMeaning> corrected = hints.corrections().columnsOf(grid.name());
        SortedMap<Integer, ColumnMeaning> meanings = new TreeMap<>();
        Map<Integer, ColumnKind> recalled = hints.remembered().recalled(labels);
        labels.forEach((column, label) -> meanings.put(column, meaning(label, recalled.get(column))));
        gradesByContent(grid, blocks, labels, meanings);
        baselineAmongBareYears(labels, meanings);
        oneColumnOnly(meanings, ColumnKind.INDICATOR);
        oneColumnOnly(meanings, ColumnKind.NO);
        oneColumnOnly(meanings, ColumnKind.UNIT);
        meanings.replaceAll((column, meaning) -> corrected.getOrDefault(column, meaning));
        meanings.replaceAll((column, meaning) -> withYear(meaning, meanings));
        oncePerYear(meanings, corrected).forEach((column, meaning) -> {
            FiscalYear year = meaning.year();
            problems.add(new UnderstoodSheet.SheetProblem(
                    grid.place(widest.lastRow(), column),
                    "「%s」の列が2つあります%s。正しい列を1つ選び、もう一方は「取り込まない」にしてください。"
                            .formatted(meaning.kind().label(), year == null ? "" : "（" + year.shortLabel() + "）")));
        });
        return labels.entrySet().stream()
                .map(entry -> new UnderstoodColumn(
                        entry.getKey(),
                        entry.getValue(),
                        Objects.requireNonNull(meanings.get(entry.getKey())),
                        1,
                        "見出し「%s」から".formatted(entry.getValue())))
                .toList();
    }

    private static ColumnMeaning meaning(String label, @Nullable ColumnKind known) {
        ColumnMeaning meaning = HeaderWords.meaning(label);
        if (known == null || known == meaning.kind()) {
            return meaning;
        }
        // The words that were not understood may stand beside a year that was.
        return new ColumnMeaning(
                known, known.isOfYear() ? HeaderWords.yearIn(label).orElse(null) : null);
    }

    /** Columns headed by a year alone hold figures, or the grades of those years: what stands below decides. */
    private static void gradesByContent(
            SheetGrid grid,
            List<HeaderBlock> blocks,
            SortedMap<Integer, String> labels,
            SortedMap<Integer, ColumnMeaning> meanings) {
        int first = blocks.getFirst().lastRow();
        meanings.replaceAll((column, meaning) -> {
            if (!meaning.is(ColumnKind.ACTUAL) || !HeaderWords.isBareYear(Objects.requireNonNull(labels.get(column)))) {
                return meaning;
            }
            List<String> below = grid.rowIndexes().stream()
                    .filter(row -> row > first
                            && blocks.stream().noneMatch(block -> block.firstRow() <= row && row <= block.lastRow()))
                    .flatMap(row -> Optional.ofNullable(grid.row(row).get(column)).stream())
                    .map(Cell::text)
                    .toList();
            boolean grades = !below.isEmpty()
                    && below.stream()
                            .allMatch(text -> GRADE.matcher(text.strip()).matches());
            return grades ? new ColumnMeaning(ColumnKind.GRADE, meaning.year()) : meaning;
        });
    }

    /** Of a row of bare years without a column for the baseline, the first is the baseline. */
    private static void baselineAmongBareYears(
            SortedMap<Integer, String> labels, SortedMap<Integer, ColumnMeaning> meanings) {
        if (meanings.values().stream().anyMatch(meaning -> meaning.is(ColumnKind.BASELINE))) {
            return;
        }
        List<Integer> bare = meanings.entrySet().stream()
                .filter(entry -> entry.getValue().is(ColumnKind.ACTUAL)
                        && HeaderWords.isBareYear(Objects.requireNonNull(labels.get(entry.getKey()))))
                .map(Map.Entry::getKey)
                .toList();
        if (bare.size() >= FEWEST_BARE_YEARS) {
            meanings.computeIfPresent(
                    bare.getFirst(), (column, meaning) -> new ColumnMeaning(ColumnKind.BASELINE, meaning.year()));
        }
    }

    private static void oneColumnOnly(SortedMap<Integer, ColumnMeaning> meanings, ColumnKind kind) {
        boolean[] seen = {false};
        meanings.replaceAll((column, meaning) -> {
            if (!meaning.is(kind)) {
                return meaning;
            }
            boolean first = !seen[0];
            seen[0] = true;
            return first ? meaning : ColumnMeaning.IGNORED;
        });
    }

    /** Two columns of the same year and kind would overwrite each other: which one counts is left to the person. */
    private static SortedMap<Integer, ColumnMeaning> oncePerYear(
            SortedMap<Integer, ColumnMeaning> meanings, Map<Integer, ColumnMeaning> corrected) {
        List<ColumnMeaning> seen = new ArrayList<>(corrected.values());
        SortedMap<Integer, ColumnMeaning> doubled = new TreeMap<>();
        meanings.forEach((column, meaning) -> {
            boolean counts = meaning.kind().isOfYear()
                    && !meaning.is(ColumnKind.NARRATIVE)
                    && !meaning.is(ColumnKind.INITIATIVES);
            if (corrected.containsKey(column) || !counts) {
                return;
            }
            if (seen.contains(meaning)) {
                doubled.put(column, meaning);
            }
            seen.add(meaning);
        });
        doubled.keySet().forEach(column -> meanings.put(column, ColumnMeaning.IGNORED));
        return doubled;
    }

    private ColumnMeaning withYear(ColumnMeaning meaning, SortedMap<Integer, ColumnMeaning> all) {
        if (meaning.year() != null || !meaning.kind().isOfYear()) {
            return meaning;
        }
        FiscalYear year =
                switch (meaning.kind()) {
                    case ACTUAL, RATE, CHANGE, GRADE, NARRATIVE, INITIATIVES -> hints.newestActuals();
                    case TARGET -> hints.finalTarget();
                    case BASELINE ->
                        all.values().stream()
                                .filter(other -> other.is(ColumnKind.ACTUAL))
                                .flatMap(other -> Optional.ofNullable(other.year()).stream())
                                .min(Comparator.naturalOrder())
                                .map(FiscalYear::previous)
                                .orElse(null);
                    default -> null;
                };
        return new ColumnMeaning(meaning.kind(), year);
    }
}

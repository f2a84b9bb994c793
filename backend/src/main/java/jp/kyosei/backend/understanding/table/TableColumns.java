package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.heading.Heading;
import jp.kyosei.backend.understanding.heading.HeadingReading;
import jp.kyosei.backend.understanding.line.Stacking;
import jp.kyosei.backend.understanding.question.Question;
import org.jspecify.annotations.Nullable;

/** Says what the columns of one table hold: by their heads and cells, by what a person said, by each other. */
final class TableColumns {
    /** A target that is none of the year of its table. */
    private static final Pattern OF_THE_END = Pattern.compile("最終|将来|長期|中間|終了|計画");

    private final SheetGrid grid;
    private final HeadSense sense;
    private final Hints hints;
    private final SheetNotes notes;
    private final HeaderBlock block;
    private final List<Integer> rows;
    private final @Nullable Stacking noted;
    private final @Nullable FiscalYear caption;
    private final ColumnQuestions questions;

    private final SortedMap<Integer, Heading> headings = new TreeMap<>();
    private final SortedMap<Integer, String> towns = new TreeMap<>();
    private final SortedMap<Integer, UnderstoodColumn> columns = new TreeMap<>();
    private final Map<Integer, ColumnKind> recalled;
    private final Set<Integer> said = new HashSet<>();
    private final Set<Integer> asked = new TreeSet<>();
    private final Set<Integer> neutral = new TreeSet<>();
    /** Kinds of which each row says the year. */
    private final Set<ColumnKind> yearsOfRows = new HashSet<>();

    /**
     * @param rows those below the header, up to the next one
     * @param noted what a remark of the sheet says of upper and lower rows; none for most
     * @param caption the year of all its figures, as the line above the header says; none for most
     */
    TableColumns(
            SheetGrid grid,
            HeadSense sense,
            Hints hints,
            SheetNotes notes,
            HeaderBlock block,
            List<Integer> rows,
            @Nullable Stacking noted,
            @Nullable FiscalYear caption) {
        this.grid = grid;
        this.sense = sense;
        this.hints = hints;
        this.notes = notes;
        this.block = block;
        this.rows = rows;
        this.noted = noted;
        this.caption = caption;
        SortedMap<Integer, String> labels = new TreeMap<>();
        block.labels().keySet().forEach(column -> labels.put(column, block.label(column)));
        this.recalled = grid.isTurned() ? Map.of() : hints.remembered().recalled(labels);
        this.questions = new ColumnQuestions(grid.isTurned());
    }

    TableHead read(@Nullable Integer markedName) {
        ColumnHeadings found = new ColumnHeadings(grid, sense, hints.towns(), rows);
        block.labels().forEach(found::add);
        headings.putAll(found.headings());
        towns.putAll(found.towns());
        SortedMap<Integer, HeadingReading> readings = sense.reader().readAll(headings);
        readings.replaceAll(
                (column, reading) -> found.isPairInOneCell(column) ? ColumnHeadings.PAIR_IN_ONE_CELL : reading);
        readings.forEach((column, reading) -> columns.put(column, column(column, reading)));
        correct();
        TableRoles roles = TableRoles.of(grid, sense, hints.towns(), block, rows, columns, markedName);
        Stacking stacking = roles.rowWord() == null ? stacking(roles) : null;
        if (roles.names().isEmpty()) {
            seriesOfOne();
        }
        sayYears(roles);
        findNeutral(roles, stacking);
        baselineAboveRowWords(roles);
        readings.forEach((column, reading) -> {
            if (!isRole(roles, column)) {
                askOfMeaning(column, reading);
            }
        });
        oneColumnOnly(ColumnKind.NO);
        oneColumnOnly(ColumnKind.UNIT);
        columns.replaceAll((column, known) -> with(known, withYear(known.meaning(), known.label())));
        List.copyOf(columns.values()).forEach(this::askOfYear);
        oncePerYear();
        return new TableHead(columns, roles, neutral, asked, stacking, notes);
    }

    private UnderstoodColumn column(int column, HeadingReading reading) {
        String label = block.label(column);
        ColumnMeaning meaning = reading.meaning().ofTown(towns.get(column));
        ColumnKind known = recalled.get(column);
        if (known == null || known == meaning.kind()) {
            return new UnderstoodColumn(column, label, meaning, reading.certainty(), reading.because());
        }
        said.add(column);
        // The words that were not understood may stand beside a year that was.
        FiscalYear year = known.isOfYear() ? sense.year(label) : null;
        return new UnderstoodColumn(
                column, label, new ColumnMeaning(known, year, meaning.town()), 1, "以前に同じ見出しで選ばれたため");
    }

    private void correct() {
        if (grid.isTurned()) {
            return;
        }
        hints.corrections().columnsOf(grid.name()).forEach((column, meaning) -> {
            UnderstoodColumn known = columns.get(column);
            if (known != null) {
                said.add(column);
                columns.put(column, new UnderstoodColumn(column, known.label(), meaning, 1, "この取り込みで選ばれたため"));
            }
        });
    }

    private @Nullable Stacking stacking(TableRoles roles) {
        return headings.values().stream()
                .flatMap(heading -> heading.parts().stream())
                .flatMap(part -> Stacking.in(part).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(noted))
                .orElseGet(() -> {
                    Set<Integer> years = new TreeSet<>(headings.keySet());
                    years.removeIf(column -> said.contains(column)
                            || !sense.isBareYear(Objects.requireNonNull(headings.get(column))
                                    .parts()
                                    .getLast()));
                    return WordlessRows.stacking(grid, sense, rows, roles, years, notes, asked);
                });
    }

    /** Under a year alone the row says what it holds, where rows do. */
    private void findNeutral(TableRoles roles, @Nullable Stacking stacking) {
        if (roles.rowWord() == null && stacking == null) {
            return;
        }
        headings.forEach((column, heading) -> {
            boolean year = sense.isBareYear(heading.parts().getLast());
            FiscalYear of = yearOf(heading);
            if (year && of != null && !said.contains(column)) {
                neutral.add(column);
                columns.put(
                        column,
                        new UnderstoodColumn(
                                column,
                                block.label(column),
                                new ColumnMeaning(ColumnKind.ACTUAL, of, towns.get(column)),
                                1,
                                "見出しの「%s」と行の種別から".formatted(heading.parts().getLast())));
            }
        });
    }

    private @Nullable FiscalYear yearOf(Heading heading) {
        return sense.reader()
                .read(new Heading(List.of(heading.parts().getLast()), List.of()), headings.values())
                .meaning()
                .year();
    }

    /** Of a table whose rows are targets and actuals, a year before all targets is that of the baseline. */
    private void baselineAboveRowWords(TableRoles roles) {
        Integer words = roles.rowWord();
        boolean hasBaseline =
                columns.values().stream().anyMatch(column -> column.meaning().is(ColumnKind.BASELINE));
        if (words == null || hasBaseline || neutral.size() < 2) {
            return;
        }
        List<Integer> targets = rows.stream()
                .filter(row -> Optional.ofNullable(grid.at(row, words))
                        .filter(cell -> sense.kind(cell.text()) == ColumnKind.TARGET)
                        .isPresent())
                .toList();
        List<Integer> without = neutral.stream()
                .filter(column ->
                        targets.stream().noneMatch(row -> grid.row(row).containsKey(column)))
                .toList();
        if (targets.isEmpty() || without.size() != 1) {
            return;
        }
        UnderstoodColumn first = Objects.requireNonNull(columns.get(without.getFirst()));
        FiscalYear year = first.meaning().year();
        boolean before = neutral.stream()
                .flatMap(column -> Stream.ofNullable(
                        Objects.requireNonNull(columns.get(column)).meaning().year()))
                .allMatch(other -> year != null && year.compareTo(other) <= 0);
        if (before) {
            neutral.remove(first.index());
            columns.put(
                    first.index(),
                    new UnderstoodColumn(
                            first.index(),
                            first.label(),
                            new ColumnMeaning(
                                    ColumnKind.BASELINE, year, first.meaning().town()),
                            Question.THRESHOLD,
                            "目標のある年度より前の「%s」だから".formatted(first.label())));
        }
    }

    private static boolean isRole(TableRoles roles, Integer column) {
        return roles.names().contains(column)
                || roles.years().containsValue(column)
                || Stream.of(
                                Optional.ofNullable(roles.enumerator()),
                                Optional.ofNullable(roles.detail()),
                                Optional.ofNullable(roles.rowWord()),
                                Optional.ofNullable(roles.town()))
                        .anyMatch(role -> role.filter(column::equals).isPresent());
    }

    /** The years of one indicator's table are a series, of which none is a baseline unless a head says so. */
    private void seriesOfOne() {
        columns.replaceAll((column, known) -> {
            Heading heading = Objects.requireNonNull(headings.get(column));
            boolean bare = known.meaning().is(ColumnKind.BASELINE)
                    && !said.contains(column)
                    && sense.isBareYear(heading.label());
            return bare
                    ? new UnderstoodColumn(
                            column,
                            known.label(),
                            new ColumnMeaning(
                                    ColumnKind.ACTUAL,
                                    known.meaning().year(),
                                    known.meaning().town()),
                            known.certainty(),
                            "年度だけの見出しの「%s」だから".formatted(known.label()))
                    : known;
        });
    }

    /** A column that says the year of another one's figures holds no figures itself. */
    private void sayYears(TableRoles roles) {
        roles.years().forEach((kind, column) -> {
            UnderstoodColumn known = Objects.requireNonNull(columns.get(column));
            columns.put(
                    column,
                    new UnderstoodColumn(
                            column, known.label(), ColumnMeaning.IGNORED, 1, "%sの年度を示す列だからです".formatted(kind.label())));
            yearsOfRows.add(kind);
        });
    }

    private void askOfMeaning(int column, HeadingReading reading) {
        Heading heading = Objects.requireNonNull(headings.get(column));
        boolean open = reading.isAsked() && !heading.below().isEmpty();
        if (!open || said.contains(column) || neutral.contains(column)) {
            return;
        }
        List<ColumnMeaning> meanings = Stream.concat(Stream.of(reading.meaning()), reading.alternatives().stream())
                .filter(meaning -> meaning.kind() != ColumnKind.IGNORED)
                .map(meaning -> withYear(meaning.ofTown(towns.get(column)), block.label(column)))
                .distinct()
                .toList();
        Question question = questions.ofMeaning(headPlace(column), block.label(column), heading, reading, meanings);
        Optional<ColumnMeaning> answer =
                notes.ask(block.label(column), question).flatMap(ColumnMeaning::ofCode);
        answer.ifPresent(meaning -> {
            said.add(column);
            columns.put(column, new UnderstoodColumn(column, block.label(column), meaning, 1, "質問への答えから"));
        });
        if (answer.isEmpty()) {
            asked.add(column);
        }
    }

    /** A target or a baseline of no year cannot be kept; where the cells name theirs, nobody is asked. */
    private void askOfYear(UnderstoodColumn column) {
        Heading heading = Objects.requireNonNull(headings.get(column.index()));
        ColumnKind kind = column.meaning().kind();
        boolean wanted = (kind == ColumnKind.TARGET || kind == ColumnKind.BASELINE)
                && column.meaning().year() == null
                && hints.finalTarget() == null
                && !yearsOfRows.contains(kind)
                && !asked.contains(column.index())
                && heading.below().stream()
                        .anyMatch(text -> !sense.namesYear(text) && text.matches("(?s).*[0-9０-９].*"));
        if (!wanted) {
            return;
        }
        Question question = questions.ofYear(headPlace(column.index()), column, heading, hints.newestActuals());
        Optional<ColumnMeaning> answer = notes.ask(column.label(), question).flatMap(ColumnMeaning::ofCode);
        if (answer.isPresent()) {
            columns.put(
                    column.index(), new UnderstoodColumn(column.index(), column.label(), answer.get(), 1, "質問への答えから"));
        } else {
            asked.add(column.index());
        }
    }

    /** The lowest cell of a column's head. */
    private CellPlace headPlace(int column) {
        for (int row = block.lastRow(); row >= block.firstRow(); row--) {
            if (grid.row(row).containsKey(column)) {
                return grid.place(row, column);
            }
        }
        return grid.place(block.lastRow(), column);
    }

    private void oneColumnOnly(ColumnKind kind) {
        boolean[] seen = {false};
        columns.replaceAll((column, known) -> {
            if (!known.meaning().is(kind) || said.contains(column)) {
                return known;
            }
            boolean first = !seen[0];
            seen[0] = true;
            return first
                    ? known
                    : new UnderstoodColumn(
                            column, known.label(), ColumnMeaning.IGNORED, 1, "「%s」の列が前にあるため".formatted(kind.label()));
        });
    }

    /** Two columns of the same year and kind would overwrite each other: which one counts is left to the person. */
    private void oncePerYear() {
        List<ColumnMeaning> seen = new ArrayList<>(columns.values().stream()
                .filter(column -> said.contains(column.index()))
                .map(UnderstoodColumn::meaning)
                .toList());
        for (UnderstoodColumn column : List.copyOf(columns.values())) {
            ColumnMeaning meaning = column.meaning();
            boolean counts = meaning.kind().isOfYear()
                    && !meaning.is(ColumnKind.NARRATIVE)
                    && !meaning.is(ColumnKind.INITIATIVES)
                    && !asked.contains(column.index())
                    && !Objects.requireNonNull(headings.get(column.index()))
                            .below()
                            .isEmpty();
            if (said.contains(column.index()) || !counts) {
                continue;
            }
            if (seen.contains(meaning)) {
                FiscalYear year = meaning.year();
                notes.problem(
                        headPlace(column.index()),
                        "「%s」の列が2つあります%s。正しい列を1つ選び、もう一方は「取り込まない」にしてください。"
                                .formatted(meaning.kind().label(), year == null ? "" : "（" + year.shortLabel() + "）"));
                neutral.remove(column.index());
                columns.put(
                        column.index(),
                        new UnderstoodColumn(
                                column.index(), column.label(), ColumnMeaning.IGNORED, 0, "同じ年度・種類の列がほかにもあるため"));
            }
            seen.add(meaning);
        }
    }

    private static UnderstoodColumn with(UnderstoodColumn column, ColumnMeaning meaning) {
        return new UnderstoodColumn(column.index(), column.label(), meaning, column.certainty(), column.because());
    }

    private ColumnMeaning withYear(ColumnMeaning meaning, String label) {
        if (meaning.year() != null || !meaning.kind().isOfYear() || yearsOfRows.contains(meaning.kind())) {
            return meaning;
        }
        FiscalYear year =
                switch (meaning.kind()) {
                    case ACTUAL, RATE, CHANGE, GRADE, NARRATIVE, INITIATIVES ->
                        caption == null ? hints.newestActuals() : caption;
                    case TARGET -> caption == null || OF_THE_END.matcher(label).find() ? hints.finalTarget() : caption;
                    case BASELINE ->
                        columns.values().stream()
                                .map(UnderstoodColumn::meaning)
                                .filter(other -> other.is(ColumnKind.ACTUAL))
                                .flatMap(other -> Stream.ofNullable(other.year()))
                                .min(Comparator.naturalOrder())
                                .map(FiscalYear::previous)
                                .orElse(null);
                    default -> null;
                };
        return meaning.in(year);
    }
}

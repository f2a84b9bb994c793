package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.SectionHeading;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.heading.Heading;
import jp.kyosei.backend.understanding.heading.HeadingReading;
import jp.kyosei.backend.understanding.question.Question;
import org.jspecify.annotations.Nullable;

/** Reads forms (評価シート): labels with their values at their right or below them, one indicator after another. */
final class FormReader {
    private static final int MOST_ROWS_BELOW = 3;

    private final SheetGrid grid;
    private final HeadSense sense;
    private final Hints hints;
    private final SheetNotes notes;

    /** A label and its value. */
    record Pair(CellPlace label, String words, HeadingReading reading, CellPlace place, Cell value) {}

    FormReader(SheetGrid grid, HeadSense sense, Hints hints, SheetNotes notes) {
        this.grid = grid;
        this.sense = sense;
        this.hints = hints;
        this.notes = notes;
    }

    /** The pairs in some rows, as one reads. */
    List<Pair> pairs(List<Integer> rows) {
        List<Pair> pairs = new ArrayList<>();
        Set<CellPlace> values = new HashSet<>();
        for (int row : rows) {
            for (Cell label : grid.row(row).values()) {
                CellPlace place = grid.place(row, label.column());
                if (!values.contains(place) && sense.isHead(label.text()) && !sense.isBareYear(label.text())) {
                    Optional<Pair> pair = rightOf(row, label).or(() -> below(rows, row, label));
                    pair.ifPresent(found -> {
                        values.add(found.place());
                        pairs.add(found);
                    });
                }
            }
        }
        return pairs;
    }

    private Optional<Pair> rightOf(int row, Cell label) {
        Sheet.Area area = grid.merge(row, label.column());
        int end = area == null ? label.column() : area.lastColumn();
        NavigableMap<Integer, Cell> right = grid.row(row).tailMap(end, false);
        if (right.isEmpty()) {
            return Optional.empty();
        }
        Cell value = right.firstEntry().getValue();
        return mayBeValue(value) ? Optional.of(pair(row, label, row, value)) : Optional.empty();
    }

    private Optional<Pair> below(List<Integer> rows, int row, Cell label) {
        for (int next : rows) {
            if (next <= row || next > row + MOST_ROWS_BELOW) {
                continue;
            }
            Cell value = grid.row(next).get(label.column());
            if (value != null) {
                return mayBeValue(value) ? Optional.of(pair(row, label, next, value)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean mayBeValue(Cell cell) {
        return sense.isFigure(cell) || !sense.isHead(cell.text());
    }

    private Pair pair(int row, Cell label, int valueRow, Cell value) {
        HeadingReading reading =
                sense.reader().read(new Heading(List.of(label.text()), List.of(value.text())), List.of());
        return new Pair(
                grid.place(row, label.column()), label.text(), reading, grid.place(valueRow, value.column()), value);
    }

    /** The indicators of a sheet that is a form, or several below each other; none where it is none. */
    List<LineDraft> read() {
        List<Pair> pairs = pairs(grid.rowIndexes());
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < pairs.size(); at++) {
            boolean name = pairs.get(at).reading().meaning().is(ColumnKind.INDICATOR);
            if (name && !sense.isFigure(pairs.get(at).value())) {
                starts.add(at);
            }
        }
        List<LineDraft> drafts = new ArrayList<>();
        List<SectionHeading> sections = new ArrayList<>();
        if (!starts.isEmpty()) {
            sections.addAll(sections(pairs.subList(0, starts.getFirst())));
        }
        for (int index = 0; index < starts.size(); index++) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) : pairs.size();
            List<Pair> own = pairs.subList(starts.get(index), end);
            boolean figures = own.stream()
                    .anyMatch(pair -> pair.reading().meaning().kind().holdsFigures());
            if (figures) {
                sections.addAll(sections(own).stream()
                        .filter(section -> !sections.contains(section))
                        .toList());
                drafts.add(draft(own, sections));
            }
        }
        return drafts;
    }

    private LineDraft draft(List<Pair> pairs, List<SectionHeading> sections) {
        Pair name = pairs.getFirst();
        say(name, Fate.NAME);
        String words = name.value().text().replaceAll("\\s*\\n\\s*", "").strip();
        LineDraft draft = new LineDraft(name.place(), sections, words, words, false, false);
        take(draft, pairs.subList(1, pairs.size()));
        return draft;
    }

    /** Takes values for an indicator. */
    void take(LineDraft draft, List<Pair> pairs) {
        for (Pair pair : pairs) {
            notes.fates().say(pair.label(), Fate.HEAD, "値の見出しです");
            ColumnMeaning meaning = dated(meaning(pair));
            ColumnKind kind = meaning.kind();
            if (kind == ColumnKind.SECTION || kind == ColumnKind.INDICATOR || kind == ColumnKind.IGNORED) {
                continue;
            }
            if (draft.has(meaning)) {
                notes.leaveOut(
                        pair.place(),
                        "「%s」の値は、%sがほかにもあるため取り込みません。".formatted(pair.words().strip(), meaning.label()));
                continue;
            }
            say(pair, CellTaking.fate(kind));
            String text = kind == ColumnKind.NARRATIVE
                    ? "【%s】\n%s".formatted(pair.words(), pair.value().text())
                    : pair.value().text();
            draft.add(
                    meaning,
                    new LineCell(pair.place(), text.strip(), pair.value().number()));
        }
    }

    /** What a label's value is; {@link ColumnMeaning#IGNORED} while it is being asked. */
    private ColumnMeaning meaning(Pair pair) {
        if (!pair.reading().isAsked() || !sense.isFigure(pair.value())) {
            return pair.reading().isAsked()
                    ? ColumnMeaning.IGNORED
                    : pair.reading().meaning();
        }
        List<ColumnMeaning> meanings = Stream.concat(
                        Stream.of(pair.reading().meaning()), pair.reading().alternatives().stream())
                .filter(meaning -> meaning.kind() != ColumnKind.IGNORED)
                .map(this::dated)
                .distinct()
                .toList();
        Question question = new ColumnQuestions(true)
                .ofMeaning(
                        pair.label(),
                        pair.words(),
                        new Heading(List.of(pair.words()), List.of(pair.value().text())),
                        pair.reading(),
                        meanings);
        notes.fates().say(pair.place(), Fate.ASKED, "内容を確認しています");
        return notes.ask(question.key(), question)
                .flatMap(ColumnMeaning::ofCode)
                .orElse(ColumnMeaning.IGNORED);
    }

    private ColumnMeaning dated(ColumnMeaning meaning) {
        if (!meaning.kind().isOfYear() || meaning.year() != null) {
            return meaning;
        }
        @Nullable
        FiscalYear year =
                switch (meaning.kind()) {
                    case TARGET -> hints.finalTarget();
                    case BASELINE -> null;
                    default -> hints.newestActuals();
                };
        return meaning.in(year);
    }

    private List<SectionHeading> sections(List<Pair> pairs) {
        List<SectionHeading> sections = new ArrayList<>();
        pairs.stream()
                .filter(pair -> pair.reading().meaning().is(ColumnKind.SECTION)
                        && !pair.reading().isAsked())
                .forEach(pair -> {
                    say(pair, Fate.SECTION);
                    sections.add(new SectionHeading(
                            sections.size() + 1, "", pair.value().text().strip()));
                });
        return sections;
    }

    private void say(Pair pair, Fate fate) {
        notes.fates().say(pair.label(), Fate.HEAD, "値の見出しです");
        ColumnMeaning meaning = pair.reading().meaning();
        notes.fates()
                .say(new CellFate(
                        pair.place(),
                        fate,
                        dated(meaning).year(),
                        null,
                        pair.reading().certainty(),
                        pair.reading().because()));
    }

    /** The name that a label gives to the figures below it, in rows above them. */
    Optional<Pair> name(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.reading().meaning().is(ColumnKind.INDICATOR))
                .reduce((first, second) -> second);
    }
}

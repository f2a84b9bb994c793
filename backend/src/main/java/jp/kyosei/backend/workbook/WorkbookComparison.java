package jp.kyosei.backend.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.entry.NarrativeEdit;
import jp.kyosei.backend.collection.entry.TownEntry;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/**
 * A workbook beside what is stored now. Of each figure and each text three are known: as it was given out, as it was typed,
 * as it is stored. Typed is what differs from what was given out; stale is what was typed while somebody stored something
 * else; the same stored anew is neither. What was only emptied clears nothing before somebody asks for it: a cell is blank
 * by a slip as easily as by intent.
 */
final class WorkbookComparison {
    private static final List<WorkbookItem.Part> TEXTS =
            List.of(WorkbookItem.Part.PROGRESS, WorkbookItem.Part.OUTLOOK, WorkbookItem.Part.INITIATIVES);

    private final ReadWorkbook read;
    private final Decisions decisions;
    private final Map<String, EntryRow> rows = new LinkedHashMap<>();
    private final Map<String, Narrative> narratives = new HashMap<>();
    private final List<WorkbookItem> items = new ArrayList<>();
    private final List<WorkbookProblem> problems;
    private final List<CellEdit> figures = new ArrayList<>();
    private final List<NarrativeEdit> texts = new ArrayList<>();
    private final Map<String, ReadWorkbook.Line> lines;
    private int unchanged;

    private WorkbookComparison(EntrySheet sheet, ReadWorkbook read, Decisions decisions) {
        this.read = read;
        this.decisions = decisions;
        this.problems = new ArrayList<>(read.problems());
        this.lines = read.rows().stream().collect(Collectors.toMap(ReadWorkbook.Line::no, Function.identity()));
        Map<Object, Narrative> byIndicator = sheet.narratives().stream()
                .filter(narrative -> narrative.fiscalYear().equals(sheet.round().fiscalYear()))
                .collect(Collectors.toMap(Narrative::indicator, Function.identity()));
        for (EntryRow row : sheet.rows()) {
            rows.put(row.indicator().no(), row);
            Optional.ofNullable(byIndicator.get(row.indicator().id()))
                    .ifPresent(narrative -> narratives.put(row.indicator().no(), narrative));
        }
    }

    /** @param sheet what is stored now, in the same transaction in which the edits are made */
    static WorkbookComparison of(EntrySheet sheet, ReadWorkbook read, Decisions decisions) {
        WorkbookComparison comparison = new WorkbookComparison(sheet, read, decisions);
        comparison.read.rows().forEach(comparison::compare);
        return comparison;
    }

    List<CellEdit> figures() {
        return figures;
    }

    List<NarrativeEdit> texts() {
        return texts;
    }

    boolean isSound() {
        return uploaded(false).isSound();
    }

    UploadedWorkbook uploaded(boolean applied) {
        return new UploadedWorkbook(applied, items, unchanged, problems);
    }

    /** What the entry says of the edits, at their cells: how a figure will be printed, or what stands against it. */
    UploadedWorkbook uploaded(TownEntry entry) {
        Map<String, TownEntry.Judgement> byNo =
                entry.figures().stream().collect(Collectors.toMap(TownEntry.Judgement::no, Function.identity()));
        List<WorkbookItem> told = items.stream()
                .map(item -> item.part() == WorkbookItem.Part.FIGURE && item.isWritten()
                        ? told(item, byNo.get(item.no()))
                        : item)
                .toList();
        List<WorkbookProblem> all = new ArrayList<>(problems);
        List<String> locked = new ArrayList<>();
        entry.figures().forEach(judgement -> refused(judgement, true, locked, all));
        entry.figures().forEach(judgement -> asked(judgement, all));
        entry.narratives().forEach(judgement -> refused(judgement, false, locked, all));
        return new UploadedWorkbook(entry.stored(), told, unchanged, all);
    }

    private static WorkbookItem told(WorkbookItem item, TownEntry.@Nullable Judgement judgement) {
        if (judgement == null || !judgement.verdict().canBeStored()) {
            return item;
        }
        return new WorkbookItem(
                item.no(),
                item.indicator(),
                item.part(),
                item.standing(),
                item.stored(),
                item.given(),
                item.storedBy(),
                item.storedAt(),
                item.place(),
                item.decision(),
                judgement.message());
    }

    /** A finding asks and never blocks. */
    private void asked(TownEntry.Judgement judgement, List<WorkbookProblem> all) {
        ReadWorkbook.Line line = Objects.requireNonNull(lines.get(judgement.no()));
        judgement
                .findings()
                .forEach(finding -> all.add(
                        new WorkbookProblem(line.place(edited(line, true)), judgement.no(), finding.message(), false)));
    }

    private void refused(
            TownEntry.Judgement judgement, boolean figure, List<String> locked, List<WorkbookProblem> all) {
        if (judgement.verdict().canBeStored()) {
            return;
        }
        boolean closed =
                judgement.verdict() == TownEntry.Verdict.LOCKED || judgement.verdict() == TownEntry.Verdict.FORBIDDEN;
        if (closed && locked.contains(judgement.no())) {
            // A row that is closed is closed for its figure and its texts alike; it is said once.
            return;
        }
        locked.add(judgement.no());
        ReadWorkbook.Line line = Objects.requireNonNull(lines.get(judgement.no()));
        all.add(WorkbookProblem.at(line.place(edited(line, figure)), judgement.no(), judgement.message()));
    }

    /** The first cell that was typed into, of the figure or of the texts. */
    private static EntryField edited(ReadWorkbook.Line line, boolean figure) {
        return Stream.of(EntryField.values())
                .filter(candidate -> candidate.isOf(WorkbookItem.Part.FIGURE) == figure)
                .filter(candidate -> line.isEdited(candidate) && !(figure && line.isBlank(candidate)))
                .findFirst()
                .orElse(figure ? EntryField.VALUE : EntryField.PROGRESS);
    }

    private void compare(ReadWorkbook.Line line) {
        EntryRow row = rows.get(line.no());
        if (row == null) {
            Stream.of(EntryField.values())
                    .filter(field -> field != EntryField.REASON && line.isEdited(field))
                    .findFirst()
                    .ifPresent(field -> problems.add(WorkbookProblem.at(
                            line.place(field), line.no(), "この指標は、いまはこの照会の対象ではありません。入力を消して送り直すか、事務局に確かめてください。")));
            return;
        }
        int before = items.size() + problems.size();
        compareFigure(line, row);
        compareTexts(line, row);
        boolean silent = items.size() + problems.size() == before;
        if (silent && line.isEdited(EntryField.REASON)) {
            problems.add(new WorkbookProblem(
                    line.place(EntryField.REASON), line.no(), "「確定後に変える理由」だけが書かれています。値も文も変わらないので、何も登録しません。", false));
        }
    }

    private void compareFigure(ReadWorkbook.Line line, EntryRow row) {
        EntryTexts stored = EntryTexts.of(row.stored(), null);
        List<EntryField> fields = fields(WorkbookItem.Part.FIGURE);
        Optional<EntryField> edited = fields.stream().filter(line::isEdited).findFirst();
        boolean same = fields.stream().allMatch(field -> EntryTexts.fingerprint(field, line.text(field))
                .equals(stored.fingerprint(field)));
        if (edited.isEmpty() || same) {
            unchanged += fields.stream().allMatch(line::isBlank) ? 0 : 1;
            return;
        }
        boolean movedOn = fields.stream().anyMatch(field -> !line.facts().held(field, stored.text(field)));
        if (TextKind.REASON.read(line.text(EntryField.REASON)) instanceof TextReading.Wrong unfit) {
            problems.add(WorkbookProblem.at(line.place(EntryField.REASON), line.no(), said(EntryField.REASON, unfit)));
            return;
        }
        TypedFigureCells.Made made = TypedFigureCells.of(meant(line, fields, stored, movedOn));
        if (made instanceof TypedFigureCells.Wrong(EntryField field, String message)) {
            problems.add(WorkbookProblem.at(line.place(field), line.no(), message));
            return;
        }
        Actual actual = row.stored();
        TypedCell typed = ((TypedFigureCells.One) made).cell();
        TypedCell cell = movedOn ? typed : row.typed().with(edited(line, typed), row.indicator());
        if (saysTheSame(cell, row, actual)) {
            unchanged++;
            return;
        }
        WorkbookItem item = item(
                line,
                row,
                WorkbookItem.Part.FIGURE,
                edited.get(),
                onlyEmptied(line, fields),
                actual == null ? "" : words(TypedCell.of(actual)),
                words(cell),
                movedOn,
                Actual.versionOf(actual),
                actual == null ? "" : actual.enteredBy(),
                actual == null ? null : actual.enteredAt());
        items.add(item);
        if (item.isWritten()) {
            figures.add(new CellEdit(
                    line.no(), new CellEdit.Typed(cell), Actual.versionOf(actual), line.text(EntryField.REASON)));
        }
    }

    /**
     * The seven columns as the person means them. A new figure does not leave the old one's reason, words or year beside it,
     * though they still stand in its row.
     */
    private static Map<EntryField, String> meant(
            ReadWorkbook.Line line, List<EntryField> fields, EntryTexts stored, boolean movedOn) {
        boolean ratio = fields.stream().anyMatch(field -> field.isRatio() && line.isEdited(field));
        Map<EntryField, String> meant = new EnumMap<>(EntryField.class);
        for (EntryField field : fields) {
            // What was not typed keeps the digits with which it was entered: 57.0 stays 57.0.
            String kept = line.isEdited(field) || movedOn ? TextKind.cleaned(line.text(field)) : stored.text(field);
            boolean ofTheOld = isEntered(line) && !line.isEdited(field) && !(ratio && field.isRatio());
            meant.put(field, ofTheOld ? "" : kept);
        }
        return meant;
    }

    /** Whether the figure or the reason itself was typed anew, or emptied. */
    private static boolean isEntered(ReadWorkbook.Line line) {
        return Stream.of(EntryField.values()).anyMatch(field -> field.isEntry() && line.isEdited(field));
    }

    private static TypedCell.Edited edited(ReadWorkbook.Line line, TypedCell typed) {
        boolean year = line.isEdited(EntryField.REFERENCE_YEAR);
        boolean note = line.isEdited(EntryField.NOTE) || line.isEdited(EntryField.EXPLANATION);
        return new TypedCell.Edited(
                isEntered(line) ? typed.value() : null,
                year ? typed.referenceYear() : null,
                note ? typed.note() : null);
    }

    /** Whether the person has taken away and typed nothing. */
    private static boolean onlyEmptied(ReadWorkbook.Line line, List<EntryField> fields) {
        return fields.stream().filter(line::isEdited).allMatch(line::isBlank);
    }

    /** Typed otherwise, such as {@code △１，２３４人}, and stored already: a file that is sent twice is no conflict with itself. */
    private static boolean saysTheSame(TypedCell cell, EntryRow row, @Nullable Actual stored) {
        return cell.read(row.indicator()) instanceof TypedCell.Understood understood
                && (stored == null
                        ? understood.observation() == null
                        : stored.observation().equals(understood.observation()));
    }

    private void compareTexts(ReadWorkbook.Line line, EntryRow row) {
        Narrative narrative = narratives.get(line.no());
        EntryTexts stored = EntryTexts.of(null, narrative);
        Map<EntryField, String> after = new EnumMap<>(EntryField.class);
        boolean writes = false;
        boolean wrong = false;
        for (WorkbookItem.Part part : TEXTS) {
            EntryField field = fields(part).getFirst();
            String given = TextKind.cleaned(line.text(field));
            after.put(field, text(narrative, field));
            boolean same = EntryTexts.fingerprint(field, given).equals(stored.fingerprint(field));
            if (!line.isEdited(field) || same) {
                unchanged += line.isBlank(field) ? 0 : 1;
                continue;
            }
            if (TextKind.NARRATIVE.read(given) instanceof TextReading.Wrong unfit) {
                problems.add(WorkbookProblem.at(line.place(field), line.no(), said(field, unfit)));
                wrong = true;
                continue;
            }
            WorkbookItem item = item(
                    line,
                    row,
                    part,
                    field,
                    given.isBlank(),
                    stored.text(field),
                    given,
                    !line.facts().held(field, stored.text(field)),
                    Narrative.versionOf(narrative),
                    narrative == null ? "" : narrative.writtenBy(),
                    narrative == null ? null : narrative.writtenAt());
            items.add(item);
            if (item.isWritten()) {
                after.put(field, given);
                writes = true;
            }
        }
        if (writes && TextKind.REASON.read(line.text(EntryField.REASON)) instanceof TextReading.Wrong unfit) {
            problems.add(WorkbookProblem.at(line.place(EntryField.REASON), line.no(), said(EntryField.REASON, unfit)));
            wrong = true;
        }
        if (writes && !wrong) {
            texts.add(new NarrativeEdit(
                    line.no(),
                    new NarrativeText(
                            after.getOrDefault(EntryField.PROGRESS, ""),
                            after.getOrDefault(EntryField.OUTLOOK, ""),
                            after.getOrDefault(EntryField.INITIATIVES, "")),
                    Narrative.versionOf(narrative),
                    line.text(EntryField.REASON)));
        }
    }

    private static String said(EntryField field, TextReading.Wrong wrong) {
        return wrong instanceof TextReading.TooLong ? wrong.message() : wrong.message(EntryField.plain(field.head()));
    }

    private static String text(@Nullable Narrative narrative, EntryField field) {
        NarrativeText text = narrative == null ? NarrativeText.EMPTY : narrative.text();
        return field == EntryField.PROGRESS
                ? text.progress()
                : field == EntryField.OUTLOOK ? text.outlook() : text.initiatives();
    }

    private WorkbookItem item(
            ReadWorkbook.Line line,
            EntryRow row,
            WorkbookItem.Part part,
            EntryField field,
            boolean emptied,
            String stored,
            String given,
            boolean movedOn,
            long version,
            String by,
            @Nullable Instant at) {
        String decision = "%s:%d:%s".formatted(part.name().toLowerCase(Locale.ROOT), version, line.no());
        WorkbookItem.Standing standing;
        if (emptied && !decisions.use().contains(decision)) {
            standing = WorkbookItem.Standing.BLANK;
        } else if (movedOn && decisions.keep().contains(decision)) {
            standing = WorkbookItem.Standing.KEPT;
        } else if (movedOn && !decisions.use().contains(decision)) {
            standing = WorkbookItem.Standing.STALE;
        } else {
            standing = given.isBlank()
                    ? WorkbookItem.Standing.CLEARED
                    : stored.isBlank() ? WorkbookItem.Standing.NEW : WorkbookItem.Standing.CHANGED;
        }
        return new WorkbookItem(
                line.no(),
                row.indicator().name(),
                part,
                standing,
                stored,
                given,
                by,
                at,
                line.place(field),
                decision,
                "");
    }

    private static List<EntryField> fields(WorkbookItem.Part part) {
        return Stream.of(EntryField.values()).filter(field -> field.isOf(part)).toList();
    }

    /** The three fields of a cell in one line: 38,806（H28）　注：速報値. */
    private static String words(TypedCell cell) {
        String value =
                EntryTexts.number(cell.value()).map(FigureFormat::asEntered).orElse(cell.value());
        String year = FiscalYear.parse(cell.referenceYear())
                .map(found -> "（%s）".formatted(found.shortLabel()))
                .orElse("");
        String note = cell.note().isBlank() ? "" : "　注：" + cell.note();
        return value + year + note;
    }
}

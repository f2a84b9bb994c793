package jp.kyosei.ui.collection.entry;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryPreview;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.ui.collection.StateChip;

/** Rows of the collection as the entry matrix shows them, and edits of the matrix as the collection takes them. */
final class EntryRows {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private EntryRows() {}

    /** @param key under which the browser keeps what could not be sent yet */
    static EntryContent content(EntrySheet sheet, String key, List<EntryContent.Row> rows) {
        FiscalYear year = sheet.round().fiscalYear();
        return new EntryContent(
                key,
                "%sの%sの実績".formatted(sheet.municipalityName(), year.longLabel()),
                year.previous().shortLabel() + " 実績",
                year.shortLabel() + " 実績",
                Arrays.stream(MissingReason.values()).map(MissingReason::label).toList(),
                rows);
    }

    static EntryContent.Row row(EntryRow row, String hint) {
        CollectionTask task = row.task();
        TaskState state = task == null ? null : task.state();
        return new EntryContent.Row(
                row.indicator().no(),
                row.indicator().name(),
                "",
                row.indicator().unit(),
                row.indicator().consolidation() == Consolidation.RATIO_OF_SUMS,
                row.assigned(),
                Minus.shown(row.last()),
                row.lastNote(),
                typed(row.typed()),
                Long.toString(row.version()),
                row.change(),
                state == null ? "" : state.label(),
                state == null ? "doing" : StateChip.tone(state),
                row.isEditable(),
                row.lock(),
                Minus.shown(hint),
                row.findings().stream().map(EntryRows::finding).toList());
    }

    static EntryContent.Answer answer(EntryOutcome outcome, LocalDate today) {
        EntryRow row = outcome.row();
        String no = row.indicator().no();
        return switch (outcome) {
            case EntryOutcome.Saved(EntryRow saved, String hint) ->
                new EntryContent.Answer(no, EntryContent.Outcome.SAVED, row(saved, hint), "", null);
            case EntryOutcome.Unchanged(EntryRow same, String hint) ->
                new EntryContent.Answer(no, EntryContent.Outcome.UNCHANGED, row(same, hint), "", null);
            case EntryOutcome.NotUnderstood(EntryRow same, String message) ->
                new EntryContent.Answer(no, EntryContent.Outcome.NOT_UNDERSTOOD, row(same, ""), message, null);
            case EntryOutcome.Conflict(EntryRow theirs) ->
                new EntryContent.Answer(no, EntryContent.Outcome.CONFLICT, row(theirs, ""), "", theirs(theirs, today));
            case EntryOutcome.Locked(EntryRow same, String message, boolean forbidden) ->
                new EntryContent.Answer(no, EntryContent.Outcome.LOCKED, row(same, ""), message, null);
        };
    }

    static EntryContent.Preview preview(EntryPreview preview) {
        return new EntryContent.Preview(
                preview.no(),
                preview.understood(),
                Minus.shown(preview.before()),
                Minus.shown(preview.after()),
                message(preview));
    }

    /** How it was read, and what is odd about it. */
    private static String message(EntryPreview preview) {
        return Minus.shown(Stream.concat(
                        Stream.of(preview.message()).filter(words -> !words.isEmpty()),
                        preview.findings().stream().map(finding -> "指摘（%s）：%s"
                                .formatted(finding.code().label(), finding.message())))
                .collect(Collectors.joining("　")));
    }

    static CellEdit edit(EntryContent.Edit edit) {
        return new CellEdit(
                edit.no(),
                new CellEdit.Typed(new TypedCell(
                        edit.typed().value(),
                        edit.typed().referenceYear(),
                        edit.typed().note())),
                version(edit.version()),
                "");
    }

    /** A version that the browser made up matches nothing. */
    static long version(String text) {
        try {
            return Math.max(Long.parseLong(text), Actual.NOTHING_STORED);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static EntryContent.Theirs theirs(EntryRow row, LocalDate today) {
        Actual stored = row.stored();
        if (stored == null) {
            return new EntryContent.Theirs(typed(TypedCell.EMPTY), "ほかの人", "");
        }
        ZonedDateTime at = stored.enteredAt().atZone(JapanTime.ZONE);
        return new EntryContent.Theirs(
                typed(row.typed()),
                stored.enteredBy(),
                (at.toLocalDate().equals(today) ? TIME : DAY_AND_TIME).format(at));
    }

    private static EntryContent.Typed typed(TypedCell cell) {
        return new EntryContent.Typed(Minus.shown(cell.value()), cell.referenceYear(), cell.note());
    }

    private static EntryContent.Finding finding(CheckedFinding finding) {
        CheckConfirmation confirmation = finding.confirmation();
        return new EntryContent.Finding(
                finding.check().code().name(),
                finding.check().code().label(),
                Minus.shown(finding.check().message()),
                confirmation == null ? null : "%s：%s".formatted(confirmation.confirmedBy(), confirmation.reason()));
    }
}

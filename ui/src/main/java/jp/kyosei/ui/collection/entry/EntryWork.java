package jp.kyosei.ui.collection.entry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.StepResult;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.jspecify.annotations.Nullable;

/** What is done with the figures and narratives of one town and year, by whom the screen names; each is answered in words. */
@Singleton
public class EntryWork {
    private final EntryService entries;
    private final TaskService tasks;
    private final HistoryService history;

    EntryWork(EntryService entries, TaskService tasks, HistoryService history) {
        this.entries = entries;
        this.tasks = tasks;
        this.history = history;
    }

    /**
     * The sheet that is open.
     *
     * @param town none for the figures of the whole owner
     */
    public record Spot(
            String plan, FiscalYear year, @Nullable MunicipalityCode town) {}

    EntrySheet sheet(Actor actor, Spot spot) {
        return entries.sheet(actor, spot.plan(), spot.year(), spot.town());
    }

    /** @param seen what is open and was shown to the person before */
    StepResult step(
            Actor actor, Spot spot, TaskStep step, TaskSelection selection, String comment, List<OpenPoint> seen) {
        return tasks.step(actor, spot.plan(), spot.year(), step, selection, comment, seen::contains);
    }

    /** What is open of the tasks that would take a step. */
    List<OpenPoint> open(Actor actor, Spot spot, TaskStep step, TaskSelection selection) {
        return tasks.open(actor, spot.plan(), spot.year(), step, selection);
    }

    /** Who changed the cell of a row, and how. */
    List<AuditEntry> history(Actor actor, Spot spot, EntryRow row) {
        return history.ofCell(actor, spot.plan(), row.indicator().no(), spot.year(), spot.town())
                .entries();
    }

    List<EntryOutcome> enter(Actor actor, Spot spot, List<EntryContent.Edit> edits) {
        return entries.enter(
                actor,
                spot.plan(),
                spot.year(),
                spot.town(),
                edits.stream().map(EntryRows::edit).toList());
    }

    List<EntryContent.Preview> preview(Actor actor, Spot spot, List<EntryContent.Edit> edits) {
        return entries
                .preview(
                        actor,
                        spot.plan(),
                        spot.year(),
                        spot.town(),
                        edits.stream().map(EntryRows::edit).toList())
                .stream()
                .map(EntryRows::preview)
                .toList();
    }

    /** @throws RefusedException with what is wrong; what was typed stays in its box */
    String correct(Actor actor, Spot spot, EntryAside.Correction correction) {
        EntryRow row = correction.row();
        EntryOutcome outcome = entries.enter(
                        actor,
                        spot.plan(),
                        spot.year(),
                        spot.town(),
                        List.of(new CellEdit(
                                row.indicator().no(),
                                new CellEdit.Typed(correction.cell()),
                                row.version(),
                                correction.reason())))
                .getFirst();
        return switch (outcome) {
            case EntryOutcome.Saved(EntryRow saved, String hint) ->
                "No.%s を %s に直しました。".formatted(row.indicator().no(), saved.figure());
            case EntryOutcome.Unchanged(EntryRow same, String hint) -> "同じ値です。直しませんでした。";
            case EntryOutcome.NotUnderstood(EntryRow same, String message) -> throw new RefusedException(message);
            case EntryOutcome.Conflict(EntryRow theirs) -> "ほかの人が先に直しました。いまの値を確かめてください。";
            case EntryOutcome.Locked(EntryRow same, String message, boolean forbidden) ->
                throw new RefusedException(message);
        };
    }

    NarrativeContent.Answer narrate(Actor actor, Spot spot, NarrativeContent.Edit edit) {
        MunicipalityCode town = Optional.ofNullable(spot.town()).orElseThrow(NotFoundException::new);
        NarrativeText text = new NarrativeText(
                edit.text().progress(), edit.text().outlook(), edit.text().initiatives());
        try {
            return NarrativeContents.answer(
                    edit,
                    entries.narrate(
                            actor,
                            spot.plan(),
                            spot.year(),
                            edit.no(),
                            town,
                            text,
                            EntryRows.version(edit.version()),
                            ""));
        } catch (WrongTextException e) {
            return new NarrativeContent.Answer(
                    edit.no(),
                    EntryContent.Outcome.NOT_UNDERSTOOD,
                    edit.text(),
                    edit.version(),
                    Optional.ofNullable(e.getMessage()).orElse("長すぎます。"),
                    "");
        }
    }

    void confirm(Actor actor, Spot spot, EntryRow row, EntryAside.Confirmation confirmation) {
        entries.confirmCheck(
                actor,
                spot.plan(),
                spot.year(),
                row.indicator().no(),
                spot.town(),
                confirmation.code(),
                confirmation.reason());
    }
}

package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.session.CurrentActor;

/** What is shown and done beside the matrix, for the row at which the person is. */
final class AsideDesk {
    private final EntryWork work;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final EntrySteps steps;
    private final EntrySteps.Sheet sheet;
    private final EntryAside aside = new EntryAside(new NarrativeEditor(this::narrate), this::confirm);

    /** What the aside shows: it is drawn anew only when this changes, so that no click is lost. */
    private List<Object> shown = List.of();

    AsideDesk(EntryWork work, AccessPolicy policy, CurrentActor current, EntrySteps steps, EntrySteps.Sheet sheet) {
        this.work = work;
        this.policy = policy;
        this.current = current;
        this.steps = steps;
        this.sheet = sheet;
    }

    Component aside() {
        return aside;
    }

    /** Another sheet is open; nothing of the old one stays. */
    void clear() {
        shown = List.of();
    }

    void show(Actor actor, OpenSheet open) {
        EntryRow row = open.selectedRow();
        if (row == null) {
            return;
        }
        EntryWork.Spot spot = open.spot();
        boolean correctable = isCorrectable(actor, open.sheet(), row);
        List<Object> state = List.of(row, correctable);
        if (!state.equals(shown)) {
            shown = state;
            aside.show(
                    row,
                    sectionOf(open.sheet(), row),
                    correctable ? this::correct : null,
                    () -> work.history(current.require(), spot, row));
        }
        aside.showNarrative(spot.town() == null ? null : NarrativeContents.of(open.sheet(), row, actor.username()));
    }

    private static String sectionOf(EntrySheet sheet, EntryRow row) {
        return sheet.content().path(row.indicator().section()).stream()
                .flatMap(number -> sheet.content().section(number).stream())
                .map(found -> found.title())
                .collect(Collectors.joining(" ／ "));
    }

    private boolean isCorrectable(Actor actor, EntrySheet sheet, EntryRow row) {
        CollectionTask task = row.task();
        return task != null
                && task.state() == TaskState.CONFIRMED
                && policy.canKeepPlans(actor, sheet.content().plan().owner());
    }

    /** Where it is refused, the box says so, and what was typed stays in it. */
    private void correct(EntryAside.Correction correction) {
        steps.say(work.correct(current.require(), sheet.spot(), correction));
        sheet.reload();
    }

    private NarrativeContent.Answer narrate(NarrativeContent.Edit edit) {
        return work.narrate(current.require(), sheet.spot(), edit);
    }

    private void confirm(EntryRow row, EntryAside.Confirmation confirmation) {
        work.confirm(current.require(), sheet.spot(), row, confirmation);
        sheet.reload();
    }
}

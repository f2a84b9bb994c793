package jp.kyosei.backend.revision.drafting;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.draft.DraftInitiatives;
import jp.kyosei.backend.revision.comparison.Differences;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.PlanPart;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.StaleException;

/** Changes of the initiatives of a draft. */
@Singleton
final class InitiativeChanges {
    private final DraftInitiatives initiatives;
    private final DraftCheck check;
    private final GivenReasons reasons;

    InitiativeChanges(DraftInitiatives initiatives, DraftCheck check, GivenReasons reasons) {
        this.initiatives = initiatives;
        this.check = check;
        this.reasons = reasons;
    }

    Done apply(Held draft, DraftChange.OfInitiatives change) {
        return switch (change) {
            case DraftChange.AddInitiative add -> add(draft, add);
            case DraftChange.ChangeInitiative other -> change(draft, other);
            case DraftChange.MoveInitiative move -> move(draft, move);
            case DraftChange.RemoveInitiative remove -> remove(draft, remove);
        };
    }

    private Done add(Held draft, DraftChange.AddInitiative add) {
        Initiative added = add.initiative();
        if (draft.initiatives().stream().anyMatch(one -> one.id().equals(added.id()))) {
            throw new StaleException();
        }
        check.initiative(draft, null, added);
        initiatives.addWithin(draft.content(), added);
        order(draft, added, add.index());
        reasons.keep(draft, PlanPart.INITIATIVE, added.id().value(), List.of());
        return Done.of(
                new DraftChange.RemoveInitiative(added.id(), 0),
                draft.change(
                        Deed.ADD_INITIATIVE,
                        SubjectKind.INITIATIVE,
                        added.title(),
                        Map.of(),
                        Map.of("section", added.section(), "title", added.title())));
    }

    private Done change(Held draft, DraftChange.ChangeInitiative change) {
        Initiative after = change.initiative();
        Initiative before = draft.initiative(after.id());
        check.initiative(draft, before, after);
        initiatives.changeWithin(draft.content(), after, change.expected());
        if (!before.section().equals(after.section())) {
            order(draft, after, Integer.MAX_VALUE);
        }
        List<FieldChange> fields = Differences.between(before, after);
        if (!fields.isEmpty()) {
            reasons.keep(draft, PlanPart.INITIATIVE, after.id().value(), fields);
        }
        Done done = Done.of(
                new DraftChange.ChangeInitiative(before, change.expected() + 1),
                draft.change(
                        Deed.CHANGE_INITIATIVE,
                        SubjectKind.INITIATIVE,
                        after.title(),
                        FieldFacts.before(fields),
                        FieldFacts.after(fields)));
        return fields.isEmpty() ? new Done(done.undo(), List.of()) : done;
    }

    private Done move(Held draft, DraftChange.MoveInitiative move) {
        Initiative before = draft.initiative(move.id());
        Section to = draft.section(move.section());
        if (initiatives.versionsWithin(draft.content()).getOrDefault(move.id(), -1L) != move.expected()) {
            throw new StaleException();
        }
        Initiative after =
                new Initiative(before.id(), to.number(), before.title(), before.municipalities(), before.spans());
        boolean otherSection = !before.section().equals(to.number());
        if (otherSection) {
            initiatives.changeWithin(draft.content(), after, move.expected());
        }
        int index = Held.index(draft.initiatives(), rank(draft), before);
        int place = Held.index(order(draft, after, move.index()), rank(draft), after);
        Section from = draft.content().section(before.section()).orElseThrow(NotFoundException::new);
        return Done.of(
                new DraftChange.MoveInitiative(move.id(), move.expected() + (otherSection ? 1 : 0), from.id(), index),
                draft.change(
                        Deed.MOVE_INITIATIVE,
                        SubjectKind.INITIATIVE,
                        before.title(),
                        Map.of("section", before.section(), "position", index + 1),
                        Map.of("section", to.number(), "position", place + 1)));
    }

    private Done remove(Held draft, DraftChange.RemoveInitiative remove) {
        Initiative gone = draft.initiative(remove.id());
        if (initiatives.versionsWithin(draft.content()).getOrDefault(remove.id(), -1L) != remove.expected()) {
            throw new StaleException();
        }
        initiatives.removeWithin(draft.content(), List.of(gone.id()));
        reasons.keep(draft, PlanPart.INITIATIVE, gone.id().value(), List.of());
        return Done.of(
                new DraftChange.AddInitiative(gone, Held.index(draft.initiatives(), rank(draft), gone)),
                draft.change(
                        Deed.REMOVE_INITIATIVE,
                        SubjectKind.INITIATIVE,
                        gone.title(),
                        Map.of("section", gone.section(), "title", gone.title()),
                        Map.of()));
    }

    /** Puts one at a place in its section; answers with the order. */
    private List<Initiative> order(Held draft, Initiative placed, int index) {
        List<Initiative> others = draft.initiatives().stream()
                .filter(one -> !one.id().equals(placed.id()))
                .toList();
        List<Initiative> order = Held.placed(others, rank(draft), placed, index);
        initiatives.orderWithin(
                draft.content(), order.stream().map(Initiative::id).toList());
        return order;
    }

    private static ToIntFunction<Initiative> rank(Held draft) {
        Map<String, Integer> ranks = new HashMap<>(Held.ranks(draft.order()));
        return initiative -> ranks.getOrDefault(initiative.section(), 0);
    }
}

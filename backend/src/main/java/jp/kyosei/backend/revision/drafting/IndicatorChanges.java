package jp.kyosei.backend.revision.drafting;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.DraftIndicators;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.comparison.Differences;
import jp.kyosei.backend.revision.comparison.Field;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.PlanPart;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Changes of the indicators of a draft. */
@Singleton
final class IndicatorChanges {
    /** What results are read by: whoever changes one of them once there are results says why. */
    private static final Set<Field> READ_BY =
            EnumSet.of(Field.TARGET, Field.BASELINE, Field.NAME, Field.UNIT, Field.DIRECTION);

    private final DraftIndicators indicators;
    private final DraftCheck check;
    private final ActualService actuals;
    private final GivenReasons reasons;

    IndicatorChanges(DraftIndicators indicators, DraftCheck check, ActualService actuals, GivenReasons reasons) {
        this.indicators = indicators;
        this.check = check;
        this.actuals = actuals;
        this.reasons = reasons;
    }

    Done apply(Held draft, DraftChange.OfIndicators change) {
        return switch (change) {
            case DraftChange.AddIndicator add -> add(draft, add);
            case DraftChange.ChangeIndicator other -> change(draft, other);
            case DraftChange.MoveIndicator move -> move(draft, move);
            case DraftChange.RemoveIndicator remove -> remove(draft, remove);
        };
    }

    private Done add(Held draft, DraftChange.AddIndicator add) {
        Indicator added = check.indicator(draft, null, add.indicator());
        if (draft.indicators().stream().anyMatch(one -> one.id().equals(added.id()))) {
            throw new StaleException();
        }
        if (draft.content().section(added.section()).isEmpty()) {
            throw new NotFoundException();
        }
        indicators.addWithin(draft.actor(), draft.content(), draft.indicators(), List.of(added));
        order(draft, added, add.index());
        reasons.keep(draft, PlanPart.INDICATOR, added.id().value(), List.of());
        return Done.of(
                new DraftChange.RemoveIndicator(added.id(), 0),
                draft.change(
                        Deed.ADD_INDICATOR,
                        SubjectKind.INDICATOR,
                        added.no(),
                        added,
                        Map.of(),
                        Map.of("name", added.name(), "section", added.section())));
    }

    private Done change(Held draft, DraftChange.ChangeIndicator change) {
        Indicator before = draft.indicator(change.indicator().id());
        Indicator after = check.indicator(draft, before, change.indicator());
        List<FieldChange> fields = Differences.between(before, after);
        if (draft.reason().isEmpty() && !draft.takesBack() && hasResults(draft, before.id())) {
            String asked = fields.stream()
                    .map(FieldChange::field)
                    .filter(READ_BY::contains)
                    .distinct()
                    .map(Field::label)
                    .collect(Collectors.joining("・"));
            if (!asked.isEmpty()) {
                askReason("この指標には実績があります。%sを変える理由を書いてください。新旧対照表に載ります。".formatted(asked));
            }
        }
        indicators.changeWithin(draft.content(), draft.indicators(), after, change.expected());
        if (!before.section().equals(after.section())) {
            order(draft, after, Integer.MAX_VALUE);
        }
        if (!fields.isEmpty()) {
            reasons.keep(draft, PlanPart.INDICATOR, after.id().value(), fields);
        }
        Done done = Done.of(
                new DraftChange.ChangeIndicator(before, change.expected() + 1),
                draft.change(
                        Deed.CHANGE_INDICATOR,
                        SubjectKind.INDICATOR,
                        after.no(),
                        after,
                        FieldFacts.before(fields),
                        FieldFacts.after(fields)));
        return fields.isEmpty() ? new Done(done.undo(), List.of()) : done;
    }

    private Done move(Held draft, DraftChange.MoveIndicator move) {
        Indicator before = draft.indicator(move.id());
        Section to = draft.section(move.section());
        checkVersion(draft, move.id(), move.expected());
        Indicator after = before.under(to.number());
        boolean otherSection = !before.section().equals(to.number());
        if (otherSection) {
            indicators.changeWithin(draft.content(), draft.indicators(), after, move.expected());
        }
        int index = Held.index(draft.indicators(), rank(draft), before);
        int place = Held.index(order(draft, after, move.index()), rank(draft), after);
        Section from = draft.content().section(before.section()).orElseThrow(NotFoundException::new);
        return Done.of(
                new DraftChange.MoveIndicator(move.id(), move.expected() + (otherSection ? 1 : 0), from.id(), index),
                draft.change(
                        Deed.MOVE_INDICATOR,
                        SubjectKind.INDICATOR,
                        before.no(),
                        before,
                        Map.of("section", before.section(), "position", index + 1),
                        Map.of("section", to.number(), "position", place + 1)));
    }

    private Done remove(Held draft, DraftChange.RemoveIndicator remove) {
        Indicator gone = draft.indicator(remove.id());
        checkVersion(draft, remove.id(), remove.expected());
        if (hasResults(draft, gone.id())) {
            if (draft.content().version().number() == 1) {
                throw new RefusedException(
                        "指標「%s %s」には実績が登録されています。計画を決定する前に削除するときは、先に実績を消してください。".formatted(gone.no(), gone.name()));
            }
            if (draft.reason().isEmpty() && !draft.takesBack()) {
                askReason("この指標には実績があります。削除する理由を書いてください。新旧対照表に載ります。");
            }
        }
        indicators.removeWithin(draft.content(), List.of(gone.id()));
        reasons.keep(draft, PlanPart.INDICATOR, gone.id().value(), List.of());
        return Done.of(
                new DraftChange.AddIndicator(gone, Held.index(draft.indicators(), rank(draft), gone)),
                draft.change(
                        Deed.REMOVE_INDICATOR,
                        SubjectKind.INDICATOR,
                        gone.no(),
                        gone,
                        Map.of("name", gone.name(), "section", gone.section()),
                        Map.of()));
    }

    private static void askReason(String blank) {
        TypedText.required(TextKind.REASON, "reason", "理由", "", blank);
    }

    private boolean hasResults(Held draft, IndicatorId indicator) {
        return !actuals.figuresOfWithin(draft.actor(), draft.content(), List.of(indicator))
                .actuals()
                .isEmpty();
    }

    private void checkVersion(Held draft, IndicatorId id, long expected) {
        if (indicators.versionsWithin(draft.content()).getOrDefault(id, -1L) != expected) {
            throw new StaleException();
        }
    }

    /** Puts one at a place in its section; answers with the order. */
    private List<Indicator> order(Held draft, Indicator placed, int index) {
        List<Indicator> others = draft.indicators().stream()
                .filter(one -> !one.id().equals(placed.id()))
                .toList();
        List<Indicator> order = Held.placed(others, rank(draft), placed, index);
        indicators.orderWithin(
                draft.content(), order.stream().map(Indicator::id).toList());
        return order;
    }

    private static ToIntFunction<Indicator> rank(Held draft) {
        Map<String, Integer> ranks = Held.ranks(draft.order());
        return indicator -> ranks.getOrDefault(indicator.section(), 0);
    }
}

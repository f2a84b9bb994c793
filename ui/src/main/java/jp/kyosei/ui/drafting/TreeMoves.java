package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.tenancy.NotFoundException;

/** Which change a movement in the tree means: by keys and buttons, or by dragging. Empty where it leads nowhere. */
final class TreeMoves {
    private final OpenDraft draft;

    TreeMoves(OpenDraft draft) {
        this.draft = draft;
    }

    /** One place up (−1) or down (+1) among those beside it; at an end, indicators and initiatives stay. */
    Optional<DraftChange> by(TreeItem item, int steps) {
        return switch (item.kind()) {
            case SECTION -> {
                SectionOrder order = draft.order();
                SectionOrder.Place place = order.place(new SectionId(item.id())).orElseThrow(NotFoundException::new);
                int to = order.index(place.id()) + steps;
                yield to < 0 || to >= order.below(place.parent()).size()
                        ? Optional.empty()
                        : Optional.of(
                                new DraftChange.MoveSection(place.id(), draft.version(place.id()), place.parent(), to));
            }
            case INDICATOR, INITIATIVE -> {
                String section = sectionOf(item);
                List<UUID> beside = beside(item.kind(), section);
                int to = beside.indexOf(item.id()) + steps;
                yield to < 0 || to >= beside.size()
                        ? Optional.empty()
                        : Optional.of(placed(item, section(section), to));
            }
        };
    }

    /** One level up: right behind the section above. */
    Optional<DraftChange> out(TreeItem item) {
        if (item.kind() != TreeItem.Kind.SECTION) {
            return Optional.empty();
        }
        SectionOrder order = draft.order();
        SectionId id = new SectionId(item.id());
        return order.place(id)
                .map(SectionOrder.Place::parent)
                .flatMap(order::place)
                .map(parent -> new DraftChange.MoveSection(
                        id, draft.version(id), parent.parent(), order.index(parent.id()) + 1));
    }

    /** One level down: below the section before it, as its last. */
    Optional<DraftChange> in(TreeItem item) {
        if (item.kind() != TreeItem.Kind.SECTION) {
            return Optional.empty();
        }
        SectionOrder order = draft.order();
        SectionId id = new SectionId(item.id());
        int index = order.index(id);
        return index == 0
                ? Optional.empty()
                : order.place(id)
                        .map(place -> order.below(place.parent()).get(index - 1))
                        .map(before ->
                                new DraftChange.MoveSection(id, draft.version(id), before.id(), Integer.MAX_VALUE));
    }

    /** What was dragged onto a section goes below it, beside a thing of its kind goes there. */
    Optional<DraftChange> dropped(DraftTree.Dropped dropped) {
        TreeItem item = dropped.item();
        TreeItem target = dropped.target();
        boolean onto = dropped.where() == GridDropLocation.ON_TOP;
        if (item.kind() == TreeItem.Kind.SECTION) {
            if (target.kind() != TreeItem.Kind.SECTION) {
                return Optional.empty();
            }
            SectionOrder order = draft.order();
            SectionId id = new SectionId(item.id());
            SectionId at = new SectionId(target.id());
            SectionOrder.Place place = order.place(at).orElseThrow(NotFoundException::new);
            return Optional.of(
                    onto
                            ? new DraftChange.MoveSection(id, draft.version(id), at, Integer.MAX_VALUE)
                            : new DraftChange.MoveSection(
                                    id, draft.version(id), place.parent(), behind(order, id, place, dropped.where())));
        }
        if (target.kind() == TreeItem.Kind.SECTION) {
            return Optional.of(placed(item, draft.section(new SectionId(target.id())), Integer.MAX_VALUE));
        }
        String section = sectionOf(target);
        if (target.kind() != item.kind()) {
            return Optional.of(placed(item, section(section), Integer.MAX_VALUE));
        }
        List<UUID> others = beside(item.kind(), section).stream()
                .filter(id -> !id.equals(item.id()))
                .toList();
        int at = others.indexOf(target.id()) + (dropped.where() == GridDropLocation.ABOVE ? 0 : 1);
        return Optional.of(placed(item, section(section), at));
    }

    private static int behind(SectionOrder order, SectionId moved, SectionOrder.Place target, GridDropLocation where) {
        List<SectionId> beside = order.below(target.parent()).stream()
                .map(SectionOrder.Place::id)
                .filter(id -> !id.equals(moved))
                .toList();
        return beside.indexOf(target.id()) + (where == GridDropLocation.ABOVE ? 0 : 1);
    }

    private DraftChange placed(TreeItem item, Section section, int index) {
        return item.kind() == TreeItem.Kind.INDICATOR
                ? new DraftChange.MoveIndicator(
                        new IndicatorId(item.id()), draft.version(new IndicatorId(item.id())), section.id(), index)
                : new DraftChange.MoveInitiative(
                        new InitiativeId(item.id()), draft.version(new InitiativeId(item.id())), section.id(), index);
    }

    private List<UUID> beside(TreeItem.Kind kind, String section) {
        return kind == TreeItem.Kind.INDICATOR
                ? ids(draft.indicators(), Indicator::section, one -> one.id().value(), section)
                : ids(draft.initiatives(), Initiative::section, one -> one.id().value(), section);
    }

    private static <T> List<UUID> ids(List<T> all, Function<T, String> section, Function<T, UUID> id, String wanted) {
        return all.stream()
                .filter(one -> Objects.equals(section.apply(one), wanted))
                .map(id)
                .toList();
    }

    private String sectionOf(TreeItem item) {
        return item.kind() == TreeItem.Kind.INDICATOR
                ? draft.indicator(new IndicatorId(item.id())).section()
                : draft.initiative(new InitiativeId(item.id())).section();
    }

    private Section section(String number) {
        return draft.content().section(number).orElseThrow(NotFoundException::new);
    }
}

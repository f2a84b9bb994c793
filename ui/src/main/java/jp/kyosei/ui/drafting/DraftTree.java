package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalDataProvider.HierarchyFormat;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import org.jspecify.annotations.Nullable;

/** The tree of a draft: sections, and below each its indicators and initiatives. */
final class DraftTree extends TreeGrid<TreeItem> {
    private final Set<UUID> closed = new HashSet<>();
    private final Map<UUID, TreeItem> items = new HashMap<>();
    private final Map<UUID, UUID> above = new HashMap<>();
    private @Nullable TreeItem dragged;

    /** A thing that was dragged onto or beside another. */
    record Dropped(TreeItem item, TreeItem target, GridDropLocation where) {}

    /**
     * Makes an empty tree.
     *
     * @param chosen is told which thing is chosen
     * @param dropped is told what was dragged where
     */
    DraftTree(Consumer<TreeItem> chosen, Consumer<Dropped> dropped) {
        addClassName("draft-tree");
        getElement().setAttribute("aria-label", "体系・指標・取組");
        // A click on the number opens and shuts what is below, one on the name only chooses.
        addHierarchyColumn(TreeItem::number)
                .setHeader("番号")
                .setSortable(false)
                .setFlexGrow(0)
                .setWidth("10rem");
        addColumn(TreeItem::name).setHeader("体系・指標・取組").setFlexGrow(5).setWidth("11rem");
        addColumn(TreeItem::level).setHeader("種類").setFlexGrow(0).setWidth("6.5rem");
        addColumn(TreeItem::detail).setHeader("最終目標").setFlexGrow(0).setWidth("9.5rem");
        setWidthFull();
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT);
        setRowsDraggable(true);
        setDropMode(GridDropMode.ON_TOP_OR_BETWEEN);
        addDragStartListener(
                start -> dragged = start.getDraggedItems().stream().findFirst().orElse(null));
        addDropListener(drop -> {
            TreeItem item = dragged;
            dragged = null;
            drop.getDropTargetItem().ifPresent(target -> {
                if (item != null && !item.id().equals(target.id())) {
                    dropped.accept(new Dropped(item, target, drop.getDropLocation()));
                }
            });
        });
        addCollapseListener(shut -> shut.getItems().forEach(item -> closed.add(item.id())));
        addExpandListener(opened -> opened.getItems().forEach(item -> closed.remove(item.id())));
        asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }

    /** Shows the draft as it is now; what was shut and chosen stays so, and what is new is open. */
    void show(OpenDraft draft) {
        Optional<UUID> chosen = asSingleSelect().getOptionalValue().map(TreeItem::id);
        items.clear();
        above.clear();
        TreeData<TreeItem> data = data(draft);
        setDataProvider(new TreeDataProvider<>(data, HierarchyFormat.NESTED) {
            @Override
            public Object getId(TreeItem item) {
                return item.id();
            }
        });
        expand(items.values().stream()
                .filter(item -> !closed.contains(item.id()))
                .toList());
        chosen.map(items::get).ifPresent(this::select);
    }

    private TreeData<TreeItem> data(OpenDraft draft) {
        TreeData<TreeItem> data = new TreeData<>();
        Map<SectionId, Section> sections =
                draft.content().sections().stream().collect(Collectors.toMap(Section::id, section -> section));
        List<String> levels = draft.content().plan().levelNames();
        SectionOrder order = draft.order();
        Map<String, TreeItem> byNumber = new HashMap<>();
        for (SectionOrder.Place place : order.places()) {
            int level = order.level(place.id());
            TreeItem item = TreeItem.of(
                    Objects.requireNonNull(sections.get(place.id())),
                    level <= levels.size() ? levels.get(level - 1) : "");
            SectionId parent = place.parent();
            add(data, parent == null ? null : items.get(parent.value()), item);
            byNumber.put(place.number(), item);
        }
        draft.indicators().forEach(indicator -> add(data, byNumber.get(indicator.section()), TreeItem.of(indicator)));
        draft.initiatives()
                .forEach(initiative -> add(data, byNumber.get(initiative.section()), TreeItem.of(initiative)));
        return data;
    }

    private void add(TreeData<TreeItem> data, @Nullable TreeItem parent, TreeItem item) {
        data.addItem(parent, item);
        items.put(item.id(), item);
        if (parent != null) {
            above.put(item.id(), parent.id());
        }
    }

    /** The thing that is chosen. */
    Optional<TreeItem> chosen() {
        return asSingleSelect().getOptionalValue();
    }

    /** The section that a thing hangs under; empty at the top. */
    Optional<UUID> above(TreeItem item) {
        return Optional.ofNullable(above.get(item.id()));
    }

    /** Chooses a thing and opens what is above it; the caller tells whom it matters to. */
    Optional<TreeItem> choose(UUID id) {
        Optional<TreeItem> item = Optional.ofNullable(items.get(id));
        for (UUID up = above.get(id); up != null; up = above.get(up)) {
            closed.remove(up);
            Optional.ofNullable(items.get(up)).ifPresent(section -> expand(List.of(section)));
        }
        item.ifPresent(this::select);
        return item;
    }
}

package jp.kyosei.ui.committee;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.ui.plan.HtmlTable;

/** The order of the 名簿: rows are dragged, or moved by buttons; those whose term is over stay behind the others. */
final class CommitteeOrder {
    private final List<MemberId> current;
    private final List<MemberId> former;
    private final Changed changed;
    private final Map<MemberId, List<Button>> buttons = new HashMap<>();

    CommitteeOrder(List<CommitteeMember> current, List<CommitteeMember> former, Changed changed) {
        this.current = current.stream().map(CommitteeMember::id).toList();
        this.former = former.stream().map(CommitteeMember::id).toList();
        this.changed = changed;
    }

    /** Keeps another order. */
    @FunctionalInterface
    interface Changed {
        void to(List<MemberId> order, MemberId moved);
    }

    /** Two buttons that move a member by one place. */
    Div ways(CommitteeMember member) {
        int place = current.indexOf(member.id());
        Button up = way("上へ", member, place - 1);
        Button down = way("下へ", member, place + 1);
        buttons.put(member.id(), List.of(up, down));
        Div row = new Div(up, down);
        row.addClassName("committee-order");
        return row;
    }

    /** The row can be dragged, and others dropped on it. */
    void follow(HtmlTable.Row row, CommitteeMember member) {
        DragSource.create(row).setDragData(member.id());
        DropTarget.create(row).addDropListener(drop -> drop.getDragData()
                .filter(MemberId.class::isInstance)
                .map(MemberId.class::cast)
                .filter(dragged -> !dragged.equals(member.id()))
                .ifPresent(dragged -> move(dragged, current.indexOf(member.id()))));
    }

    /** Leads the person back to where they moved somebody. */
    void lead(MemberId moved) {
        buttons.getOrDefault(moved, List.of()).stream()
                .filter(Button::isEnabled)
                .findFirst()
                .ifPresent(Button::focus);
    }

    private Button way(String words, CommitteeMember member, int place) {
        Button way = new Button(words, click -> move(member.id(), place));
        way.addClassName("link-button");
        way.setAriaLabel("%sさんを%s".formatted(member.name(), words));
        way.setEnabled(place >= 0 && place < current.size());
        return way;
    }

    private void move(MemberId moved, int place) {
        List<MemberId> order = new ArrayList<>(current);
        if (order.remove(moved)) {
            order.add(Math.min(place, order.size()), moved);
            changed.to(Stream.concat(order.stream(), former.stream()).toList(), moved);
        }
    }
}

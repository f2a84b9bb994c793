package jp.kyosei.ui.collection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.ui.plan.PlanAddress;

/** One round among the collections of a plan, with the ways into it: for the secretariat the board first, for a town its entry. */
final class RoundCard extends Div {
    RoundCard(RoundOverview overview, CollectionRound round, PlanAddress address) {
        addClassName("round-card");
        Div links = new Div();
        links.addClassName("button-row");
        Anchor board =
                new Anchor(address.collection(round.fiscalYear()), overview.secretariat() ? "進み具合を見る" : "自分の市町村の進み具合");
        board.addClassName("button");
        overview.towns().forEach((code, name) -> {
            Anchor entry = new Anchor(address.entry(round.fiscalYear(), code.value()), name + "の実績を入力");
            entry.addClassName("button");
            if (!overview.secretariat()) {
                entry.addClassName("primary");
            }
            links.add(entry);
        });
        if (overview.secretariat()) {
            board.addClassName("primary");
            links.addComponentAsFirst(board);
            if (overview.hasJointEntry()) {
                Anchor joint = new Anchor(address.entry(round.fiscalYear(), "joint"), "圏域の値を入力");
                joint.addClassName("button");
                links.add(joint);
            }
        } else {
            links.add(board);
        }
        add(
                new H2("%s（%s）"
                        .formatted(round.fiscalYear().longLabel(), round.state().label())),
                new Paragraph("期限 %d年%d月%d日　開始 %s"
                        .formatted(
                                round.dueOn().getYear(),
                                round.dueOn().getMonthValue(),
                                round.dueOn().getDayOfMonth(),
                                round.openedBy())),
                links);
    }
}

package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the secretariat does with the rows that are chosen; the first is what usually comes next. */
final class BoardActions {
    private BoardActions() {}

    /**
     * @param until the day by which answers are due now
     * @param anyAwaits whether something on the board waits for a superior
     */
    static List<Component> of(RoundQuestions questions, LocalDate until, boolean anyAwaits) {
        Button confirm = BoardHeading.action("選んだものを確定する", questions::confirm);
        confirm.addClassName("primary");
        List<Component> actions =
                new ArrayList<>(List.of(confirm, BoardHeading.action("選んだものを差し戻す", questions::sendBack)));
        if (anyAwaits) {
            actions.add(BoardHeading.action("所属長に代わって承認する", questions::approveInPlace));
        }
        actions.add(BoardHeading.action("選んだものの期限を変える", () -> questions.extendChosen(until)));
        actions.add(BoardHeading.action("選んだものを照会から外す", questions::takeOutChosen));
        return actions;
    }
}

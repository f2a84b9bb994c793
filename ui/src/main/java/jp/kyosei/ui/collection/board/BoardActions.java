package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import java.util.List;

/** What the secretariat does with the rows that are chosen; the first is what usually comes next. */
final class BoardActions {
    private BoardActions() {}

    /** @param until the day by which answers are due now */
    static List<Component> of(RoundQuestions questions, LocalDate until) {
        Button confirm = BoardHeading.action("選んだものを確定する", questions::confirm);
        confirm.addClassName("primary");
        return List.of(
                confirm,
                BoardHeading.action("選んだものを差し戻す", questions::sendBack),
                BoardHeading.action("選んだものの期限を変える", () -> questions.extendChosen(until)),
                BoardHeading.action("選んだものを照会から外す", questions::takeOutChosen));
    }
}

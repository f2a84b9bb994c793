package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import jp.kyosei.backend.collection.board.CollectionBoard;

/** What the secretariat does with the rows that are chosen; the first is what usually comes next. */
final class BoardActions {
    private final Button confirm;
    private final Button sendBack;
    private final Button approve;
    private final Button extend;
    private final Button takeOut;
    /** The day by which answers are due now. */
    private LocalDate until;

    BoardActions(RoundQuestions questions, CollectionBoard board) {
        until = board.round().dueOn();
        confirm = BoardHeading.action("選んだものを確定する", questions::confirm);
        confirm.addClassName("primary");
        sendBack = BoardHeading.action("選んだものを差し戻す", questions::sendBack);
        approve = BoardHeading.action("所属長に代わって承認する", questions::approveInPlace);
        extend = BoardHeading.action("選んだものの期限を変える", () -> questions.extendChosen(until));
        takeOut = BoardHeading.action("選んだものを照会から外す", questions::takeOutChosen);
    }

    void addTo(HasComponents place) {
        place.add(confirm, sendBack, approve, extend, takeOut);
    }

    /** In a superior's place nothing is approved where nothing waits for one. */
    void follow(CollectionBoard board) {
        until = board.round().dueOn();
        approve.setVisible(BoardSummary.awaitsApproval(board));
    }
}

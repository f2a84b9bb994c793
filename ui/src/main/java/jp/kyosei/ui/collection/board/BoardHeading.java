package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.ui.collection.DueWords;
import jp.kyosei.ui.plan.PlanAddress;

/** Which round the board shows, whether it takes answers, and what the secretariat does with the whole of it. */
final class BoardHeading extends Div {
    BoardHeading(CollectionBoard board, boolean secretariat, RoundQuestions questions) {
        CollectionRound round = board.round();
        Div buttons = new Div();
        buttons.addClassName("button-row");
        if (secretariat && round.isOpen()) {
            buttons.add(
                    action("未提出に督促を送る", questions::remind),
                    action("期限を延ばす", () -> questions.extend(round.dueOn())),
                    action("締め切る", questions::close));
        } else if (secretariat) {
            buttons.add(action("照会を再開する", questions::reopen));
        }
        if (secretariat) {
            Anchor history = new Anchor(new PlanAddress(board.content().plan().slug()).history(), "変更の履歴");
            history.addClassName("button");
            buttons.add(history);
        }
        Div line = new Div(new H1(title(round)), buttons);
        line.addClassName("heading-line");
        add(line, new Paragraph("%s　%s".formatted(round.state().label(), DueWords.of(round.dueOn(), board.today()))));
    }

    static String title(CollectionRound round) {
        return "%s 実績照会の進み具合".formatted(round.fiscalYear().longLabel());
    }

    static Button action(String label, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("button");
        return button;
    }
}

package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.ui.collection.DueWords;
import jp.kyosei.ui.plan.PlanAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which round the board shows, whether it takes answers, how far it is, and what the secretariat does with the whole of it. The
 * one filled button is the next step; while rows are chosen, the next step is what is done with them.
 */
final class BoardHeading extends Div {
    private final @Nullable Component next;

    /** @param submitted shows what is handed in and waits for the secretariat */
    BoardHeading(CollectionBoard board, boolean secretariat, RoundQuestions questions, Runnable submitted) {
        addClassName("board-heading");
        CollectionRound round = board.round();
        List<Component> buttons = new ArrayList<>();
        Map<TaskState, Integer> counts = board.counts();
        int handedIn = counts.getOrDefault(TaskState.SUBMITTED, 0);
        long waiting = board.parts().stream()
                .filter(part -> part.task().state().isOpenForEntry())
                .count();
        if (secretariat && round.isOpen()) {
            Button look = action("提出された %d 件を確かめる".formatted(handedIn), submitted);
            Button remind = action("未提出に督促を送る", questions::remindAll);
            Button close = action("締め切る", questions::close);
            next = handedIn > 0 ? look : waiting > 0 ? remind : isAllConfirmed(board) ? close : null;
            if (handedIn > 0) {
                buttons.add(look);
            }
            if (waiting > 0) {
                buttons.add(remind);
            }
            buttons.add(action("期限を延ばす", () -> questions.extend(round.dueOn())));
            buttons.add(close);
        } else if (secretariat) {
            next = link(address(board).results(round.fiscalYear()), "結果を見る");
            buttons.add(next);
            buttons.add(action("照会を再開する", questions::reopen));
        } else {
            next = null;
        }
        if (secretariat) {
            buttons.add(link(address(board).history(), "変更の履歴"));
        }
        choosing(false);
        Div row = new Div();
        row.addClassName("button-row");
        // What comes next stands first.
        buttons.sort(Comparator.comparing(button -> !Objects.equals(button, next)));
        buttons.forEach(row::add);
        Div line = new Div(new H1(title(round)), row);
        line.addClassName("heading-line");
        add(
                line,
                new Paragraph("%s　%s".formatted(round.state().label(), DueWords.of(round.dueOn(), board.today()))),
                BoardProgress.of(board));
    }

    /** While rows are chosen, the filled button is among what is done with them. */
    void choosing(boolean any) {
        Component button = next;
        if (button != null) {
            button.getElement().getClassList().set("primary", !any);
        }
    }

    private static boolean isAllConfirmed(CollectionBoard board) {
        return board.parts().stream().allMatch(part -> part.task().state() == TaskState.CONFIRMED);
    }

    static String title(CollectionRound round) {
        return "%s 実績照会の進み具合".formatted(round.fiscalYear().longLabel());
    }

    static Button action(String label, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("button");
        return button;
    }

    private static Anchor link(String href, String words) {
        Anchor link = new Anchor(href, words);
        link.addClassName("button");
        return link;
    }

    private static PlanAddress address(CollectionBoard board) {
        return new PlanAddress(board.content().plan().slug());
    }
}

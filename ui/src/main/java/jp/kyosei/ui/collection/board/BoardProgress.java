package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.board.DoneThen;

/** How much of a round is handed in to the secretariat, beside the year before on the same day of its round. */
final class BoardProgress {
    private static final int WHOLE = 100;

    private BoardProgress() {}

    static Component of(CollectionBoard board) {
        List<CollectionBoard.Part> parts = board.parts();
        long done = parts.stream().filter(CollectionBoard.Part::isDone).count();
        Div bar = new Div();
        bar.addClassName("progress-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        Div filled = new Div();
        filled.getStyle().set("width", share(done, parts.size()));
        bar.add(filled);
        Paragraph words =
                new Paragraph(new Span("提出・確定 %d / %d 件（%s）".formatted(done, parts.size(), share(done, parts.size()))));
        DoneThen then = board.lastYear();
        if (then != null) {
            Span before = new Span("　前年度は同じころ（%s、%s）に %s"
                    .formatted(day(then.day()), fromDue(board), share(then.done(), then.tasks())));
            before.addClassName("small");
            words.add(before);
        }
        Div progress = new Div(words, bar);
        progress.addClassName("board-progress");
        return progress;
    }

    /** Cut off, so that 100% means all. */
    static String share(long done, long all) {
        return all == 0 ? "0%" : "%d%%".formatted(done * WHOLE / all);
    }

    private static String fromDue(CollectionBoard board) {
        long days = ChronoUnit.DAYS.between(board.today(), board.round().dueOn());
        if (days == 0) {
            return "期限の日";
        }
        return days > 0 ? "期限の%d日前".formatted(days) : "期限の%d日後".formatted(-days);
    }

    private static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}

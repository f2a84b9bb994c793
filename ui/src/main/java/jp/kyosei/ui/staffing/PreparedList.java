package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Stream;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.backend.staffing.Transfer;
import jp.kyosei.backend.staffing.TransferState;
import jp.kyosei.backend.staffing.plan.WorkMove;

/** The changes of a day, each with who prepared it, and a way to take it back until the day has come. */
final class PreparedList extends Div {
    PreparedList(StaffingBoard board, StaffingQuestions questions) {
        addClassName("staffing-prepared");
        if (board.transfers().isEmpty()) {
            add(new Paragraph("まだありません。"));
            return;
        }
        UnorderedList list = new UnorderedList();
        board.transfers().forEach(transfer -> list.add(item(transfer, board, questions)));
        add(list);
    }

    private static ListItem item(Transfer transfer, StaffingBoard board, StaffingQuestions questions) {
        ListItem item = new ListItem();
        lines(transfer).forEach(line -> item.add(new Div(line)));
        String reason = transfer.reason().isEmpty() ? "" : "　理由：" + transfer.reason();
        Span by = new Span("%s：%s%s".formatted(transfer.state().label(), transfer.preparedByName(), reason));
        by.addClassName("staffing-by");
        item.add(new Div(by));
        if (transfer.ofMerger()) {
            Span merger = new Span("担当課の統合とともに準備したものです。取りやめるときは「団体の設定」の担当課で行います。");
            merger.addClassName("staffing-by");
            item.add(new Div(merger));
        } else if (transfer.state() == TransferState.PREPARED && transfer.day().isAfter(board.today())) {
            item.add(takeBack(transfer, questions));
        }
        return item;
    }

    private static Component takeBack(Transfer transfer, StaffingQuestions questions) {
        String what = lines(transfer).findFirst().orElse("");
        Button button = new Button("取りやめる", click -> questions.takeBack(transfer.id(), what));
        button.addClassName("button");
        button.setAriaLabel("取りやめる：" + what);
        return button;
    }

    private static Stream<String> lines(Transfer transfer) {
        return Stream.concat(
                transfer.people().stream().map(MoveWords::of),
                transfer.work().stream().map(WorkMove::words));
    }
}

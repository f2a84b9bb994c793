package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.function.Consumer;
import jp.kyosei.backend.discussion.Reply;

/** One reply; the answer of secretariat or department is marked as such. */
final class ReplyLine extends Div {
    private final Consumer<Reply> edit;
    private final Consumer<Reply> withdraw;
    private Reply reply;

    ReplyLine(Reply reply, Consumer<Reply> edit, Consumer<Reply> withdraw) {
        this.reply = reply;
        this.edit = edit;
        this.withdraw = withdraw;
        addClassName("note-reply");
        draw();
    }

    /** Draws anew only what is another than before. */
    void take(Reply fresh) {
        if (!fresh.equals(reply)) {
            reply = fresh;
            draw();
        }
    }

    private void draw() {
        removeAll();
        getElement().getClassList().set("answer", reply.answers());
        Div head = new Div();
        head.addClassName("note-meta");
        if (reply.answers()) {
            Span answer = new Span("回答");
            answer.addClassName("answer-chip");
            head.add(answer);
        }
        Span author = new Span(NoteWords.author(reply.author()));
        author.addClassName("note-author");
        head.add(author, new Span(NoteWords.time(reply.writtenAt())));
        Instant edited = reply.editedAt();
        if (edited != null) {
            head.add(new Span("%s に直しました".formatted(NoteWords.time(edited))));
        }
        add(head);
        if (reply.withdrawnAt() != null) {
            Paragraph gone = new Paragraph("この返信は取り下げられました。");
            gone.addClassName("note-gone");
            add(gone);
            return;
        }
        add(new NoteBody(reply.text()));
        if (reply.mayEdit()) {
            Div actions = new Div(
                    action("返信を直す", () -> edit.accept(reply)), action("返信を取り下げる", () -> withdraw.accept(reply)));
            actions.addClassName("note-small-actions");
            add(actions);
        }
    }

    private static Button action(String label, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("link-button");
        return button;
    }
}

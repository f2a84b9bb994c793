package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.meeting.paper.IssuedNote;

/** 意見一覧: the notes of a paper as they were when it was issued. */
public final class IssuedNotes extends Div {
    IssuedNotes(List<IssuedNote> notes) {
        if (notes.isEmpty()) {
            add(new Paragraph("発行したときには、意見はありませんでした。"));
        }
        String subject = "";
        for (IssuedNote note : notes) {
            if (!note.subject().equals(subject)) {
                subject = note.subject();
                add(new H3(subject));
            }
            add(block(note));
        }
    }

    private static Component block(IssuedNote note) {
        Div block = new Div(byline("%s　%s（%s）　%s　%s"
                .formatted(
                        note.kind().label(),
                        note.author(),
                        note.whose(),
                        note.visibility().label(),
                        note.state().label())));
        block.addClassName("paper-note");
        block.add(markup(note.text()));
        note.replies().forEach(reply -> {
            Div answer = new Div(
                    byline("%s　%s（%s）".formatted(reply.answers() ? "回答" : "返信", reply.author(), reply.whose())),
                    markup(reply.text()));
            answer.addClassName("narrative");
            block.add(answer);
        });
        return block;
    }

    private static Component byline(String words) {
        Paragraph byline = new Paragraph(words);
        byline.addClassName("small-print");
        return byline;
    }

    /** What somebody wrote, in the few elements that are let through. */
    public static Component markup(String text) {
        return new Html("<div class=\"markup\">%s</div>".formatted(NoteMarkup.html(text)));
    }
}

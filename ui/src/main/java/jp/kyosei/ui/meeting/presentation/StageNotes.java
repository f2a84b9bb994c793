package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.ui.meeting.paper.IssuedNotes;

/** The notes on an indicator that the whole room may see: what is kept between committee and secretariat stays off screen. */
final class StageNotes extends Div {
    /** @param countOthers whether to say how many are kept off screen */
    StageNotes(List<Note> notes, boolean countOthers) {
        List<Note> shown = shown(notes);
        if (shown.isEmpty()) {
            add(new Paragraph("ここに出せる意見はありません。"));
        }
        shown.forEach(note -> add(block(note)));
        long others = notes.stream()
                .filter(note -> !note.isWithdrawn() && note.visibility() == Visibility.COUNCIL)
                .count();
        if (countOthers && others > 0) {
            add(new StageHint("ほかに委員と事務局の間の意見 %d件（画面には出しません）".formatted(others)));
        }
    }

    static List<Note> shown(List<Note> notes) {
        return notes.stream()
                .filter(note -> !note.isWithdrawn() && note.visibility() != Visibility.COUNCIL)
                .toList();
    }

    private static Div block(Note note) {
        Div block = new Div(
                byline("%s　%s　%s"
                        .formatted(
                                note.kind().label(),
                                note.author().whose(),
                                note.state().label())),
                IssuedNotes.markup(note.text()));
        block.addClassName("stage-note");
        note.replies().stream()
                .filter(reply -> reply.answers() && reply.withdrawnAt() == null)
                .forEach(reply -> block.add(answer(reply)));
        return block;
    }

    private static Div answer(Reply reply) {
        Div answer = new Div(byline("回答　" + reply.author().whose()), IssuedNotes.markup(reply.text()));
        answer.addClassName("narrative");
        return answer;
    }

    private static Paragraph byline(String words) {
        Paragraph byline = new Paragraph(words);
        byline.addClassName("byline");
        return byline;
    }
}

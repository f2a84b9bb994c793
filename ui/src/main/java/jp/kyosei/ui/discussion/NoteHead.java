package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.tenancy.OwnerKind;

/** What stands above the text of a note: what it is, how it stands, who wrote it when, who sees it, who is to answer. */
final class NoteHead extends Div {
    /** @param withSubject whether the page itself does not say what the note is about */
    NoteHead(Note note, Mark mark, OwnerKind kind, boolean withSubject) {
        addClassName("note-head");
        Div chips = new Div(NoteWords.kind(note), NoteWords.state(note));
        chips.addClassName("note-chips");
        if (mark != Mark.READ) {
            Span fresh = new Span(NoteWords.mark(mark));
            fresh.addClassName("note-mark");
            chips.add(fresh);
        }
        if (withSubject) {
            Anchor subject = new Anchor(
                    NoteWords.addressOf(note.subject(), note.plan(), note.fiscalYear()),
                    note.subject().label());
            subject.addClassName("note-subject");
            chips.add(subject);
        }
        Span author = new Span(NoteWords.author(note.author()));
        author.addClassName("note-author");
        Div meta = new Div(author, new Span(NoteWords.time(note.writtenAt())));
        meta.addClassName("note-meta");
        Instant edited = note.editedAt();
        if (edited != null) {
            meta.add(new Span("%s に直しました".formatted(NoteWords.time(edited))));
        }
        Span seenBy = new Span("見える人：" + NoteWords.seenBy(note.visibility(), kind));
        seenBy.addClassName("note-seen-by");
        meta.add(seenBy);
        Assignment assignment = note.assignment();
        if (assignment != null) {
            meta.add(new Span("回答の担当：" + assignment.label()));
        }
        add(chips, meta);
    }
}

package jp.kyosei.ui.reading;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import jp.kyosei.backend.attachment.Attachment;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.ui.discussion.NoteBody;

/** A note as the committee reads it: what it is, how it stands, the text, and what was answered. */
final class NoteArticle extends Div {
    private static final DateTimeFormatter DAY = JapanTime.moments("M月d日");

    private final Div body = new Div();

    /** @param about what stands beside the kind: whose it is, or who sees it */
    NoteArticle(Note note, String about) {
        addClassName("reading-note");
        getElement().setAttribute("role", "article");
        getElement().setAttribute("aria-label", "%s %s".formatted(note.kind().label(), about));
        getElement().setAttribute("data-note", note.id().value().toString());
        body.add(new NoteBody(note.text()));
        add(head(note, about), body);
        if (!note.attachments().isEmpty()) {
            add(attachments(note));
        }
        note.replies().stream().filter(reply -> reply.withdrawnAt() == null).forEach(reply -> add(reply(reply)));
    }

    /** Where the text stands, to put something else in its place. */
    Div body() {
        return body;
    }

    /** How a note stands, in words; empty where there is nothing to wait for. */
    static String state(Note note) {
        if (note.isWithdrawn()) {
            return "取り下げました";
        }
        boolean asks = note.kind() == NoteKind.QUESTION || note.kind() == NoteKind.PROPOSAL;
        return note.state() != NoteState.OPEN ? note.state().label() : asks ? "回答を待っています" : "";
    }

    private static Div head(Note note, String about) {
        Div head = new Div(marked(note.kind().label(), "reading-kind"), new Span(about));
        head.addClassName("reading-note-head");
        head.add(new Span(DAY.format(note.writtenAt()) + (note.editedAt() == null ? "" : "（直しました）")));
        if (!state(note).isEmpty()) {
            Span state = marked(state(note), "reading-state");
            state.getElement()
                    .setAttribute(
                            "data-state",
                            note.isWithdrawn() ? "WITHDRAWN" : note.state().name());
            head.add(state);
        }
        if (note.mark() == Mark.NEW) {
            head.add(marked("新しい", "reading-new"));
        } else if (note.mark() == Mark.UNREAD) {
            head.add(marked("新しい返事", "reading-new"));
        }
        return head;
    }

    private static Div reply(Reply reply) {
        Div head = new Div(
                marked(reply.author().whose() + (reply.answers() ? "の回答" : "の返事"), "reading-reply-whose"),
                new Span(day(reply.writtenAt())));
        head.addClassName("reading-note-head");
        Div box = new Div(head, new NoteBody(reply.text()));
        box.addClassName("reading-reply");
        return box;
    }

    private static UnorderedList attachments(Note note) {
        UnorderedList list = new UnorderedList();
        list.addClassName("reading-attachments");
        for (Attachment attachment : note.attachments()) {
            list.add(new ListItem("添付：" + attachment.name()));
        }
        return list;
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    private static Span marked(String words, String className) {
        Span span = new Span(words);
        span.addClassName(className);
        return span;
    }
}

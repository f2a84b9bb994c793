package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.plan.HtmlTable;
import org.jspecify.annotations.Nullable;

/** One note in the table of opinions and answers; its thread unfolds below it. */
final class NoteRow {
    private final NoteDesk desk;
    private final Runnable opened;
    private final Div subject = new Div();
    private final Div opinion = new Div();
    private final Div response = new Div();
    private final Div state = new Div();
    private final Div unfolded = new Div();
    private final Button toggle = new Button();
    private final CheckBox box;
    private HtmlTable.@Nullable Row below;
    private @Nullable NoteThread thread;
    private Note note;

    /** @param opened told when the thread is unfolded */
    NoteRow(NoteDesk desk, Note note, Runnable opened) {
        this.desk = desk;
        this.note = note;
        this.opened = opened;
        box = new CheckBox("%s を選ぶ".formatted(words(note))).inTable();
        unfolded.setId("thread-of-" + note.id().value());
        toggle.addClassNames("link-button", "no-print");
        toggle.getElement()
                .setAttribute("aria-controls", "thread-of-" + note.id().value());
        toggle.addClickListener(click -> unfold(thread == null));
        for (Div part : List.of(subject, opinion, response, state)) {
            part.addClassName("note-cell");
        }
        draw();
    }

    /** @param choosable whether notes are chosen here, to be given to a desk */
    void addTo(HtmlTable table, boolean choosable, int columns) {
        HtmlTable.Row row = table.row(choosable ? new Div(box, subject) : subject);
        row.marked("note-row");
        row.cell(opinion).cell(response).cell(state);
        below = table.below(unfolded, columns).marked("note-below-row").hidden(true);
    }

    Note note() {
        return note;
    }

    CheckBox box() {
        return box;
    }

    boolean isChosen() {
        return box.getValue();
    }

    boolean isOpen() {
        return thread != null;
    }

    void take(Note fresh) {
        if (fresh.equals(note)) {
            return;
        }
        note = fresh;
        draw();
        NoteThread shown = thread;
        if (shown != null) {
            shown.take(fresh);
        }
    }

    private void unfold(boolean open) {
        HtmlTable.Row place = below;
        if (place == null) {
            return;
        }
        unfolded.removeAll();
        thread = null;
        if (open) {
            NoteThread shown = new NoteThread(desk, note, true, this::take);
            thread = shown;
            unfolded.add(shown);
            opened.run();
        }
        place.hidden(!open);
        drawToggle();
    }

    private void drawToggle() {
        boolean open = thread != null;
        toggle.setText(open ? "閉じる" : "開く");
        toggle.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        toggle.getElement().setAttribute("aria-label", "%s を%s".formatted(words(note), open ? "閉じる" : "開く"));
    }

    private static String words(Note note) {
        return "%s %s".formatted(note.subject().label(), NoteWords.author(note.author()));
    }

    private void draw() {
        drawSubject();
        opinion.removeAll();
        Div meta = new Div(NoteWords.kind(note), new Span(note.author().whose()));
        meta.addClassName("note-meta");
        if (note.mark() != Mark.READ) {
            Span fresh = new Span(NoteWords.mark(note.mark()));
            fresh.addClassName("note-mark");
            meta.add(fresh);
        }
        opinion.add(meta, excerpt(note.text()));
        opinion.getElement().getClassList().set("withdrawn", note.isWithdrawn());
        drawResponse();
        state.removeAll();
        Span seenBy = new Span("見える人：" + note.visibility().labelIn(desk.kind()));
        seenBy.addClassName("note-seen-by");
        state.add(NoteWords.state(note), seenBy, toggle);
        drawToggle();
    }

    private void drawSubject() {
        subject.removeAll();
        String address = NoteWords.addressOf(note.subject(), note.plan(), note.fiscalYear());
        switch (note.subject()) {
            case NoteSubject.OfIndicator on -> {
                Span no = new Span("No." + on.no());
                no.addClassName("no");
                subject.add(no, new Anchor(address, on.name()));
            }
            case NoteSubject.OfSection on -> subject.add(new Anchor(address, on.label()));
            case NoteSubject.OfPlan on -> subject.add(new Anchor(address, on.label()));
        }
    }

    /** The last answer; before there is one, who is to give it. */
    private void drawResponse() {
        response.removeAll();
        List<Reply> answers = note.replies().stream()
                .filter(reply -> reply.answers() && reply.withdrawnAt() == null)
                .toList();
        if (!answers.isEmpty()) {
            Reply last = answers.getLast();
            Div meta = new Div(new Span(last.author().whose()));
            meta.addClassName("note-meta");
            response.add(meta, excerpt(last.text()));
            return;
        }
        if (note.awaitsAnswer()) {
            Span waiting = new Span("未回答");
            waiting.addClassName("note-waiting");
            Assignment assignment = note.assignment();
            response.add(waiting, new Span(assignment == null ? "担当未定" : assignment.label()));
        }
        long talk = note.replies().stream()
                .filter(reply -> reply.withdrawnAt() == null)
                .count();
        if (talk > 0) {
            response.add(new Div(new Span("返信 %d 件".formatted(talk))));
        }
    }

    /** The beginning; the thread has the whole. */
    private static NoteBody excerpt(String text) {
        NoteBody excerpt = new NoteBody(text);
        excerpt.addClassName("note-excerpt");
        return excerpt;
    }
}

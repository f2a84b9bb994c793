package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Reply;

/**
 * One note with its replies, and what the reader may do with it. A change by others is drawn where it happened: what is
 * typed, asked or about to be clicked stays as it is.
 */
@CssImport("./discussion/thread.css")
public final class NoteThread extends Article {
    private final NoteDesk desk;
    private final boolean withSubject;
    private final Div head = new Div();
    private final Div text = new Div();
    private final Div replies = new Div();
    private final Map<UUID, ReplyLine> lines = new LinkedHashMap<>();
    private final NoteWork work;
    private final NoteActions actions;
    private final AttachmentList attachments;
    private final NativeDetails files;
    private Mark mark = Mark.READ;
    private Note note;

    /**
     * @param withSubject whether the page itself does not say what the note is about
     * @param changed told of the note as the reader has changed it
     */
    NoteThread(NoteDesk desk, Note note, boolean withSubject, Consumer<Note> changed) {
        this.desk = desk;
        this.note = note;
        this.withSubject = withSubject;
        work = new NoteWork(desk, this::note, fresh -> {
            take(fresh);
            changed.accept(fresh);
        });
        actions = new NoteActions(desk, work);
        attachments = new AttachmentList(desk.attachments(), desk.self(), note, work::refresh);
        addClassName("note-thread");
        setId("note-" + note.id().value());
        getElement().setAttribute("tabindex", "-1");
        replies.addClassName("note-replies");
        files = new NativeDetails("", attachments);
        files.addClassName("note-files");
        files.setOpen(!note.attachments().isEmpty());
        add(head, text, replies, files, actions, work.place());
        drawText();
        draw();
    }

    Note note() {
        return note;
    }

    /** Whether something is typed or asked here. */
    boolean isBusy() {
        return work.isBusy();
    }

    /** Shows the note as it stands now. */
    void take(Note fresh) {
        if (fresh.equals(note)) {
            return;
        }
        boolean otherText = !fresh.text().equals(note.text());
        note = fresh;
        if (otherText) {
            drawText();
        }
        draw();
    }

    /** What was new when the page was opened stays marked while it is read. */
    private void draw() {
        if (note.mark() != Mark.READ) {
            mark = note.mark();
        }
        getElement()
                .setAttribute("aria-label", "%s %s".formatted(note.kind().label(), NoteWords.author(note.author())));
        getElement().getClassList().set("withdrawn", note.isWithdrawn());
        head.removeAll();
        head.add(new NoteHead(note, mark, desk.kind(), withSubject));
        drawReplies();
        drawFiles();
        actions.offer(note);
    }

    private void drawText() {
        text.removeAll();
        text.add(new NoteBody(note.text()));
    }

    /** Folded while there is none: few notes carry a file. */
    private void drawFiles() {
        int count = note.attachments().size();
        attachments.take(note);
        files.setVisible(attachments.isVisible());
        files.setSummaryText(count == 0 ? "ファイルを添付する" : "添付ファイル %d 件".formatted(count));
    }

    private void drawReplies() {
        Set<UUID> there = note.replies().stream().map(Reply::id).collect(Collectors.toSet());
        lines.entrySet().removeIf(line -> {
            boolean gone = !there.contains(line.getKey());
            if (gone) {
                line.getValue().removeFromParent();
            }
            return gone;
        });
        for (Reply reply : note.replies()) {
            ReplyLine line = lines.get(reply.id());
            if (line == null) {
                ReplyLine added = new ReplyLine(reply, work::editReply, work::withdrawReply);
                lines.put(reply.id(), added);
                replies.add(added);
            } else {
                line.take(reply);
            }
        }
    }
}

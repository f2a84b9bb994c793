package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.shell.LiveChanges;
import org.jspecify.annotations.Nullable;

/** 意見・質問 on one thing: the threads of the year, and the box to write another. */
public final class NotePanel extends Section {
    private final NoteDesk desk;
    private final NoteTarget target;
    private final Div line = new Div();
    private final Div list = new Div();
    private final Paragraph empty = new Paragraph("まだ意見・質問はありません。");
    private final Map<NoteId, NoteThread> threads = new LinkedHashMap<>();
    private @Nullable WrittenFor writtenFor;
    private NotePad pad;

    NotePanel(NoteDesk desk, LiveChannel live, NoteTarget target, NotePad pad) {
        this.desk = desk;
        this.target = target;
        this.pad = pad;
        addClassName("note-panel");
        setId("notes");
        line.addClassName("heading-line");
        add(line, new Paragraph("%sの実績について書かれたものです。".formatted(pad.fiscalYear().longLabel())), empty, list);
        if (pad.writing().allowed() || !pad.writing().refusal().isEmpty()) {
            if (desk.secretariat() && pad.writing().allowed()) {
                writtenFor = new WrittenFor(desk, pad.content().plan().owner());
                add(writtenFor);
            }
            add(box());
        }
        drawLine();
        take(pad);
        LiveChanges.follow(this, live, this::isAbout, announcement -> reload());
    }

    NotePad pad() {
        return pad;
    }

    private NoteBox box() {
        NoteBox box = new NoteBox(typed -> NoteBox.Answer.of(() -> write(typed), "送りました。"));
        box.addClassName("no-print");
        box.setContent(NoteBox.Content.ofNote(
                NoteBox.draftKey(
                        desk.username(),
                        pad.content().plan().slug(),
                        target,
                        pad.fiscalYear().year()),
                pad.writing(),
                desk.kind()));
        return box;
    }

    private void write(NoteBox.Typed typed) {
        NewNote note = new NewNote(
                target,
                pad.fiscalYear(),
                Optional.ofNullable(typed.kind()).orElse(NoteKind.OPINION),
                Optional.ofNullable(typed.visibility())
                        .or(() -> pad.writing().visibilities().stream().findFirst())
                        .orElseThrow(() -> new RefusedException("見える人を選んでください。")),
                typed.text());
        NoteWriting writing = desk.notes().writing();
        String plan = pad.content().plan().slug();
        Note written = Optional.ofNullable(writtenFor)
                .flatMap(WrittenFor::member)
                .map(member -> writing.writeFor(desk.actor(), plan, note, member))
                .orElseGet(() -> writing.write(desk.actor(), plan, note));
        show(written);
    }

    /** Threads stay where they are; only what has changed is drawn. */
    private void take(NotePad fresh) {
        boolean otherFollowing = fresh.following() != pad.following();
        pad = fresh;
        Set<NoteId> there = fresh.notes().stream().map(Note::id).collect(Collectors.toSet());
        threads.entrySet().removeIf(shown -> {
            boolean gone = !there.contains(shown.getKey()) && !shown.getValue().isBusy();
            if (gone) {
                shown.getValue().removeFromParent();
            }
            return gone;
        });
        fresh.notes().forEach(this::show);
        empty.setVisible(threads.isEmpty());
        if (otherFollowing) {
            drawLine();
        }
        markRead(fresh);
    }

    private void show(Note note) {
        NoteThread shown = threads.get(note.id());
        if (shown == null) {
            NoteThread added = new NoteThread(desk, note, false, changed -> {});
            threads.put(note.id(), added);
            list.add(added);
            empty.setVisible(false);
        } else {
            shown.take(note);
        }
    }

    /** What stands on the screen is read. */
    private void markRead(NotePad shown) {
        List<NoteId> unread = shown.notes().stream()
                .filter(note -> note.mark() != Mark.READ)
                .map(Note::id)
                .toList();
        if (!unread.isEmpty()) {
            desk.notes()
                    .following()
                    .markRead(desk.actor(), shown.content().plan().slug(), unread);
        }
    }

    private void drawLine() {
        line.removeAll();
        String what = target instanceof NoteTarget.Indicator ? "新しい意見の通知" : "この計画の新しい意見の通知";
        Button follow = new Button(what + (pad.following() ? "をやめる" : "を受け取る"), click -> follow(!pad.following()));
        follow.addClassNames("button", "no-print");
        line.add(new H2("意見・質問"), follow);
    }

    private void follow(boolean following) {
        desk.notes().following().follow(desk.actor(), pad.content().plan().slug(), target, following);
        reload();
    }

    private void reload() {
        try {
            take(desk.notes().reading().pad(desk.actor(), pad.content().plan().slug(), target, pad.fiscalYear()));
        } catch (NotFoundException | ForbiddenException e) {
            removeAll();
            add(new Paragraph("この計画は、いまは見られません。"));
        }
    }

    private boolean isAbout(Announcement announcement) {
        return announcement.concerns(pad.content().plan(), pad.fiscalYear())
                && (!(target instanceof NoteTarget.Indicator(String no))
                        || announcement.nos().isEmpty()
                        || announcement.nos().contains(no));
    }
}

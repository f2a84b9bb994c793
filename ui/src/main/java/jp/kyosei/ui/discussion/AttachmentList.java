package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.attachment.AttachedFile;
import jp.kyosei.backend.attachment.Attachment;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.attachment.FileKind;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.form.FileBox;
import org.jspecify.annotations.Nullable;

/** The files that hang at a note, to be saved, and a box to attach another one where the reader may. */
@CssImport("./discussion/attachments.css")
public final class AttachmentList extends Div {
    private static final long KILO = 1024;

    private final transient AttachmentDesk desk;
    private final PersonId self;
    private final Runnable changed;
    private final UnorderedList files = new UnorderedList();
    private final FileBox box;
    private List<Attachment> shown = List.of();

    /**
     * @param self who reads
     * @param changed called when a file was attached or removed; who shows the note then reads it again and calls {@link
     *     #take}
     */
    public AttachmentList(AttachmentDesk desk, PersonId self, Note note, Runnable changed) {
        this.desk = desk;
        this.self = self;
        this.changed = changed;
        box = new FileBox(
                new FileBox.Wanted(
                        "ファイルを添付する",
                        "%s。1つ %d MB まで、%d 個まで"
                                .formatted(
                                        FileKind.WORDS,
                                        AttachmentService.MOST_BYTES / KILO / KILO,
                                        AttachmentService.MOST_PER_NOTE),
                        FileKind.accepted(),
                        AttachmentService.MOST_BYTES,
                        AttachmentService.TOO_LARGE),
                (name, content) -> attach(note.id(), name, content),
                changed);
        addClassName("attachments");
        files.getElement().setAttribute("aria-label", "添付ファイル");
        add(files, box);
        take(note);
    }

    private @Nullable String attach(NoteId note, String name, InputStream content) throws IOException {
        try {
            return switch (desk.attach(note, name, content)) {
                case AttachOutcome.Attached hanging -> null;
                case AttachOutcome.NotTaken notTaken -> notTaken.message();
            };
        } catch (NotFoundException e) {
            return "この意見は、もう表示できません。";
        }
    }

    /** Shows the note as it stands now; a chosen file stays chosen. */
    public void take(Note note) {
        box.setVisible(mayAttach(self, note) && note.attachments().size() < AttachmentService.MOST_PER_NOTE);
        files.setVisible(!note.attachments().isEmpty());
        setVisible(box.isVisible() || files.isVisible());
        if (!note.attachments().equals(shown)) {
            shown = note.attachments();
            files.removeAll();
            shown.forEach(attachment -> files.add(line(attachment)));
        }
    }

    /** Who wrote the note, or a reply that still stands, while the talk goes on. */
    static boolean mayAttach(PersonId person, Note note) {
        return note.rights().may(NoteRight.REPLY)
                && (note.author().person().equals(person)
                        || note.replies().stream()
                                .anyMatch(reply -> reply.withdrawnAt() == null
                                        && reply.author().person().equals(person)));
    }

    private ListItem line(Attachment attachment) {
        UUID id = attachment.id();
        Anchor link = new Anchor();
        link.setHref((DownloadHandler) event -> send(id, event));
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        Span name = new Span(attachment.name());
        // A name of right-to-left letters must not turn the size beside it.
        name.getElement().setAttribute("dir", "auto");
        link.add(name);
        Span facts =
                new Span("%s、%s、%s".formatted(label(attachment), size(attachment.size()), attachment.uploadedByName()));
        facts.addClassName("attachment-facts");
        ListItem item = new ListItem(link, facts);
        if (attachment.uploadedBy().equals(self)) {
            Button remove = new Button("取り除く", click -> {
                desk.remove(id);
                changed.run();
            });
            remove.addClassName("attachment-remove");
            remove.setAriaLabel("添付ファイル %s を取り除く".formatted(attachment.name()));
            item.add(remove);
        }
        return item;
    }

    /** Read anew each time: who may no longer see the note gets nothing by an old link. */
    private void send(UUID id, DownloadEvent event) throws IOException {
        AttachedFile file;
        try {
            file = desk.file(id);
        } catch (NotFoundException e) {
            event.getResponse().sendError(404, "");
            return;
        }
        event.setFileName(file.attachment().name());
        event.setContentType(file.attachment().mediaType());
        event.setContentLength(file.attachment().size());
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getResponse().setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        file.open().transferTo(event.getOutputStream());
    }

    private static String label(Attachment attachment) {
        for (FileKind kind : FileKind.values()) {
            if (kind.mediaType().equals(attachment.mediaType())) {
                return kind.label();
            }
        }
        return attachment.mediaType();
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? "%,d KB".formatted(Math.max(1, bytes / KILO))
                : "%.1f MB".formatted((double) bytes / KILO / KILO);
    }
}

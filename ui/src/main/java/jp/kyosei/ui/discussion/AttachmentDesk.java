package jp.kyosei.ui.discussion;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.UUID;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.attachment.AttachedFile;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.ui.session.CurrentActor;

/** What the attachments on a page work with, for the person at the screen with the roles held at that moment. */
@Singleton
public class AttachmentDesk {
    private final NoteWriting writing;
    private final AttachmentService attachments;
    private final CurrentActor current;

    AttachmentDesk(NoteWriting writing, AttachmentService attachments, CurrentActor current) {
        this.writing = writing;
        this.attachments = attachments;
        this.current = current;
    }

    AttachOutcome attach(NoteId note, String name, InputStream content) {
        return writing.attach(current.require(), note, name, content);
    }

    AttachedFile file(UUID attachment) {
        return attachments.file(current.require(), attachment);
    }

    void remove(UUID attachment) {
        attachments.remove(current.require(), attachment);
    }
}

package jp.kyosei.backend.api.notes;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.attachment.Attachment;

/**
 * A file that hangs at a note.
 *
 * @param mediaType as found in the content
 * @param size in bytes
 * @param uploadedBy the person's name
 */
@Serdeable
public record AttachmentView(UUID id, String name, String mediaType, long size, String uploadedBy, Instant uploadedAt) {
    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                attachment.uploadedByName(),
                attachment.uploadedAt());
    }
}

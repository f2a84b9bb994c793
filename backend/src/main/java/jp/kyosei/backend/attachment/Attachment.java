package jp.kyosei.backend.attachment;

import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.tenancy.PersonId;

/**
 * A file attached to a note or to a reply to it.
 *
 * @param mediaType as found in the content, never as the sender said
 * @param size in bytes
 */
public record Attachment(
        UUID id,
        String name,
        String mediaType,
        long size,
        PersonId uploadedBy,
        String uploadedByName,
        Instant uploadedAt) {}

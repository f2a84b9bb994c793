package jp.kyosei.backend.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attachment to be kept, beside its content. */
record NewAttachment(
        Attachment attachment, UUID note, @Nullable UUID reply, String sha256) {}

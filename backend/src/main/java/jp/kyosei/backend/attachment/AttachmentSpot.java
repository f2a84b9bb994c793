package jp.kyosei.backend.attachment;

import java.util.UUID;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/** An attachment with the note on which it hangs. */
record AttachmentSpot(
        OwnerId owner,
        UUID note,
        UUID plan,
        int fiscalYear,
        @Nullable UUID indicator,
        Attachment attachment) {}

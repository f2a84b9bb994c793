package jp.kyosei.backend.attachment;

import java.util.UUID;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A note as far as a file may hang there.
 *
 * @param ownReply the latest reply of who asks, if there is one
 * @param attached how many files hang there already
 */
record NoteSpot(
        OwnerId owner,
        UUID note,
        UUID plan,
        int fiscalYear,
        @Nullable UUID indicator,
        PersonId author,
        boolean withdrawn,
        boolean closed,
        @Nullable UUID ownReply,
        int attached) {}

package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Material;
import org.jspecify.annotations.Nullable;

/**
 * An issue on its way into the database.
 *
 * @param head {@link IssueHead} as JSON
 * @param printed {@link jp.kyosei.backend.results.printed.PrintedHead} as JSON; none in lists of notes
 */
@MappedEntity("issue")
record IssueEntity(
        UUID ownerId,
        UUID id,
        UUID meetingId,
        int number,
        int revision,
        String kind,
        String mark,
        String title,
        String words,
        String head,
        @Nullable String printed,
        UUID issuedBy,
        String issuedByName,
        Instant issuedAt) {
    Issue issue() {
        return new Issue(id, revision, title, issuedAt, issuedByName, Material.label(mark, number, revision));
    }
}

package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * An issue on its way into the database.
 *
 * @param head {@link IssueHead} as JSON
 */
@MappedEntity("issue")
record IssueEntity(
        UUID ownerId,
        UUID id,
        UUID meetingId,
        int number,
        int revision,
        String kind,
        String title,
        String head,
        UUID issuedBy,
        String issuedByName,
        Instant issuedAt) {
    Issue issue() {
        return new Issue(id, revision, title, issuedAt, issuedByName, Material.label(number, revision));
    }
}

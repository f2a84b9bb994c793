package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Standing;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A note with the names that belong to its codes, and the reader's own mark.
 *
 * @param readAt when the reader last read it; none if never
 */
@MappedEntity
record NoteRow(
        UUID ownerId,
        UUID id,
        String planSlug,
        int fiscalYear,
        @Nullable UUID meetingId,
        @Nullable UUID indicatorId,
        @Nullable String sectionNumber,
        String kind,
        String visibility,
        String state,
        String text,
        UUID authorId,
        String authorName,
        String authorStanding,
        @Nullable String authorTown,
        @Nullable String authorTownName,
        @Nullable String assignedTown,
        @Nullable String assignedTownName,
        @Nullable UUID assignedDepartmentId,
        @Nullable String assignedDepartmentName,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Instant withdrawnAt,
        Instant lastActivityAt,
        UUID lastActorId,
        long version,
        @Nullable Instant readAt,
        boolean following) {
    Author author() {
        return author(authorId, authorName, authorStanding, authorTown, authorTownName);
    }

    Mark mark(PersonId reader) {
        Instant read = readAt;
        if (lastActorId.equals(reader.value()) || (read != null && !read.isBefore(lastActivityAt))) {
            return Mark.READ;
        }
        return read == null ? Mark.NEW : Mark.UNREAD;
    }

    static Author author(UUID person, String name, String standing, @Nullable String town, @Nullable String townName) {
        return new Author(
                new PersonId(person),
                name,
                Standing.valueOf(standing),
                town == null ? null : new MunicipalityCode(town),
                townName == null ? "" : townName);
    }
}

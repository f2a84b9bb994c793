package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the parts of an issue, as it is stored.
 *
 * @param head {@link IssueHead} as JSON
 * @param printed {@link jp.kyosei.backend.results.printed.PrintedHead} as JSON; none in lists of notes, and before it was kept
 */
@MappedEntity("issue")
record StoredPaper(
        UUID id,
        String mark,
        String title,
        String words,
        String head,
        @Nullable String printed) {}

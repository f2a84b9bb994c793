package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of an issued paper.
 *
 * @param content {@link IssuedIndicator} or {@link IssuedNote} as JSON
 * @param printed {@link jp.kyosei.backend.results.printed.PrintedEntry} as JSON; none for a note, and before it was kept
 */
@MappedEntity("issued_part")
record PartRow(
        UUID issueId,
        String kind,
        UUID subjectId,
        String content,
        @Nullable String printed) {
    static final String INDICATOR = "INDICATOR";
    static final String NOTE = "NOTE";
}

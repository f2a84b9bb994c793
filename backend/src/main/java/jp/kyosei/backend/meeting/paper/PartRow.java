package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/**
 * A part of an issued paper.
 *
 * @param content {@link IssuedIndicator} or {@link IssuedNote} as JSON
 */
@MappedEntity("issued_part")
record PartRow(String kind, UUID subjectId, String content) {
    static final String INDICATOR = "INDICATOR";
    static final String NOTE = "NOTE";
}

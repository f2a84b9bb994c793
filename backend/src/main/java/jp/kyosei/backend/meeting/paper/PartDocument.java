package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part on its way into the database. */
@Serdeable
record PartDocument(
        UUID issue,
        int position,
        String kind,
        UUID subject,
        String visibility,
        String content,
        @Nullable String printed) {}

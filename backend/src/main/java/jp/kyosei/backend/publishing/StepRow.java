package jp.kyosei.backend.publishing;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A step, with what was published in its revision. */
@MappedEntity("publication_step")
record StepRow(
        int fiscalYear,
        int revision,
        String step,
        String personName,
        Instant at,
        String reason,
        boolean narratives,
        boolean notes,
        String licence,
        String contact) {
    static final String PUBLISH = "PUBLISH";
    static final String WITHDRAW = "WITHDRAW";

    PublicationStep publicationStep() {
        return new PublicationStep(step.equals(WITHDRAW), revision, personName, at, reason);
    }
}

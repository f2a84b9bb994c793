package jp.kyosei.backend.importing.underway;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("import_work")
record WorkRow(
        @Id UUID importId,
        String step,
        String begunByName,
        Instant begunAt,
        double share,
        Instant beatAt,
        boolean stopped,
        String message) {}

package jp.kyosei.backend.audit;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("audit_entry")
record HandRow(UUID indicatorId, String subjectKind, String subjectId, String action, UUID personId, Instant at) {}

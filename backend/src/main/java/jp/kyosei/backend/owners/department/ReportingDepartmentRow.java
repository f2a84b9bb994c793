package jp.kyosei.backend.owners.department;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A department with the code of its municipality. */
@MappedEntity
record ReportingDepartmentRow(String municipalityCode, UUID ownerId, UUID id, String code, String name) {}

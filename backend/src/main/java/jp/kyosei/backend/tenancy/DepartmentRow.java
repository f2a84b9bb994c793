package jp.kyosei.backend.tenancy;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity
record DepartmentRow(UUID ownerId, UUID id, String code, String name) {}

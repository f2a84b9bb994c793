package jp.kyosei.backend.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("department")
record DepartmentRow(@Id UUID id, String code, String name) {}

package jp.kyosei.backend.people;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("role_grant")
record GivenRoleRow(
        @Id UUID id,
        UUID personId,
        String username,
        String displayName,
        String role,
        @Nullable UUID departmentId,
        @Nullable String departmentName,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable UUID deputyFor,
        @Nullable String deputyForName) {}

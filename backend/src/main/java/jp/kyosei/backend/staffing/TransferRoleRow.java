package jp.kyosei.backend.staffing;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Introspected
record TransferRoleRow(
        UUID transferId,
        UUID grantId,
        UUID personId,
        String displayName,
        String role,
        @Nullable UUID departmentId,
        boolean begins,
        @Nullable LocalDate previousUntil) {}

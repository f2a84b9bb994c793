package jp.kyosei.backend.staffing;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param moved how many went; none until they have */
@Introspected
record TransferWorkRow(
        UUID transferId,
        String kind,
        UUID fromDepartmentId,
        UUID toDepartmentId,
        @Nullable Integer moved) {}

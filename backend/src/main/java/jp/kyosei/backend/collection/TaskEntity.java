package jp.kyosei.backend.collection;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

@MappedEntity("collection_task")
record TaskEntity(
        UUID ownerId,
        UUID roundId,
        UUID indicatorId,
        String municipalityCode,
        @Nullable UUID departmentOwnerId,
        @Nullable UUID departmentId,
        LocalDate dueOn,
        boolean needsApproval,
        String state,
        String comment,
        @Nullable UUID submittedBy,
        String actedByName,
        @Nullable Instant actedAt,
        long version) {
    CollectionTask task() {
        UUID departmentValue = departmentId;
        UUID submitter = submittedBy;
        return new CollectionTask(
                new IndicatorId(indicatorId),
                new MunicipalityCode(municipalityCode),
                departmentValue == null ? null : new DepartmentId(departmentValue),
                dueOn,
                needsApproval,
                TaskState.valueOf(state),
                comment,
                submitter == null ? null : new PersonId(submitter),
                actedByName,
                actedAt,
                version);
    }
}

package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

@MappedEntity("indicator_reporter")
record ReporterEntity(
        UUID ownerId,
        UUID planVersionId,
        UUID indicatorId,
        String municipalityCode,
        @Nullable UUID departmentOwnerId,
        @Nullable UUID departmentId) {
    static ReporterEntity of(UUID owner, UUID version, UUID indicator, Reporter reporter) {
        OwnerId departmentOwner = reporter.departmentOwner();
        DepartmentId department = reporter.department();
        return new ReporterEntity(
                owner,
                version,
                indicator,
                reporter.municipality().value(),
                departmentOwner == null ? null : departmentOwner.value(),
                department == null ? null : department.value());
    }
}

package jp.kyosei.backend.indicator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * A reporter as a definition's row has it: names are people's words and hold whatever they typed, so they travel as JSON.
 *
 * @param name of the municipality
 * @param departmentName none where it is not the reader's to see
 */
@Serdeable
record StoredReporter(
        String municipality,
        String name,
        @Nullable UUID departmentOwner,
        @Nullable UUID department,
        @Nullable String departmentName) {

    Reporter reporter() {
        return new Reporter(
                new MunicipalityCode(municipality),
                name,
                departmentOwner == null ? null : new OwnerId(departmentOwner),
                department == null ? null : new DepartmentId(department),
                departmentName);
    }
}

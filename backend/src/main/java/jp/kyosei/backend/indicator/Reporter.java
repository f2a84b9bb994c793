package jp.kyosei.backend.indicator;

import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that reports an indicator, and the department there that is asked.
 *
 * @param municipalityName as in the public register
 * @param departmentName none where no department is assigned, or where its name is not the reader's to see
 */
public record Reporter(
        MunicipalityCode municipality,
        String municipalityName,
        @Nullable OwnerId departmentOwner,
        @Nullable DepartmentId department,
        @Nullable String departmentName) {}

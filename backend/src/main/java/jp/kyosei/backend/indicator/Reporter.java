package jp.kyosei.backend.indicator;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.department.FormerName;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that reports an indicator, and the department there that is asked.
 *
 * @param municipalityName as in the public register
 * @param departmentName what it is called this year; none where no department is assigned, or where its name is not the reader's
 *     to see
 * @param formerNames what it was called before, the oldest first
 */
public record Reporter(
        MunicipalityCode municipality,
        String municipalityName,
        @Nullable OwnerId departmentOwner,
        @Nullable DepartmentId department,
        @Nullable String departmentName,
        List<FormerName> formerNames) {
    public Reporter {
        formerNames = List.copyOf(formerNames);
    }

    /** One whose department has had one name, or none. */
    public Reporter(
            MunicipalityCode municipality,
            String municipalityName,
            @Nullable OwnerId departmentOwner,
            @Nullable DepartmentId department,
            @Nullable String departmentName) {
        this(municipality, municipalityName, departmentOwner, department, departmentName, List.of());
    }

    /** What the department was called in a year up to this one; as {@link #departmentName}. */
    public @Nullable String departmentNameIn(FiscalYear year) {
        return formerNames.stream()
                .filter(former -> former.lastFiscalYear().compareTo(year) >= 0)
                .findFirst()
                .map(FormerName::name)
                .orElse(departmentName);
    }
}

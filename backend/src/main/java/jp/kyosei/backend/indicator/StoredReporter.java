package jp.kyosei.backend.indicator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.department.FormerName;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * A reporter as a definition's row has it: names are people's words and hold whatever they typed, so they travel as JSON.
 *
 * @param name of the municipality
 * @param departmentName the newest; none where it is not the reader's to see
 * @param formerNames what it was called before, the oldest first; none for none
 */
@Serdeable
record StoredReporter(
        String municipality,
        String name,
        @Nullable UUID departmentOwner,
        @Nullable UUID department,
        @Nullable String departmentName,
        @Nullable List<Named> formerNames) {
    /** Up to a fiscal year, included. */
    @Serdeable
    record Named(int lastFiscalYear, String name) {}

    /** @param now the fiscal year of today */
    Reporter reporter(FiscalYear now) {
        List<FormerName> former = Objects.requireNonNullElse(formerNames, List.<Named>of()).stream()
                .map(named -> new FormerName(new FiscalYear(named.lastFiscalYear()), named.name()))
                .toList();
        Reporter newest = new Reporter(
                new MunicipalityCode(municipality),
                name,
                departmentOwner == null ? null : new OwnerId(departmentOwner),
                department == null ? null : new DepartmentId(department),
                departmentName,
                former);
        // One that comes into force later is no name yet.
        return new Reporter(
                newest.municipality(),
                newest.municipalityName(),
                newest.departmentOwner(),
                newest.department(),
                newest.departmentNameIn(now),
                former);
    }
}

package jp.kyosei.backend.owners.department;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;

/**
 * A department with its history.
 *
 * @param first the first fiscal year in which it is there; none since ever
 * @param last the last one, included; none until further notice
 * @param successor into which it was merged, if into any
 * @param formerNames what it was called before, the oldest first
 * @param version what a change began from
 */
public record DepartmentRecord(
        Department department,
        @Nullable FiscalYear first,
        @Nullable FiscalYear last,
        @Nullable Department successor,
        List<FormerName> formerNames,
        long version) {
    public DepartmentRecord {
        formerNames = List.copyOf(formerNames);
    }

    /** Whether it is there in that year. */
    public boolean isThere(FiscalYear year) {
        return (first == null || first.compareTo(year) <= 0) && (last == null || last.compareTo(year) >= 0);
    }

    /** Whether it is known, as of that year, that it is there for the last time in it or in a later one. */
    public boolean isLastYearNamed(FiscalYear now) {
        return last != null && last.compareTo(now) >= 0;
    }

    /** @throws StaleException if a change began from another version, and is not to overwrite whatever is there */
    void checkIs(long expected) {
        if (expected != Owner.ANY_VERSION && expected != version) {
            throw new StaleException();
        }
    }

    /** What it is called in that year. */
    public String nameIn(FiscalYear year) {
        return formerNames.stream()
                .filter(former -> former.lastFiscalYear().compareTo(year) >= 0)
                .findFirst()
                .map(FormerName::name)
                .orElse(department.name());
    }
}

package jp.kyosei.backend.owners.department;

import io.micronaut.core.annotation.Introspected;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.DepartmentId;

/** How much work of a kind a department has, as a feature counts it. */
@Introspected
public record WorkCount(UUID departmentId, int count) {
    /** For {@link WorkOfDepartment#countsWithin}. */
    public static Map<DepartmentId, Integer> byDepartment(Collection<WorkCount> counts) {
        return counts.stream().collect(Collectors.toMap(one -> new DepartmentId(one.departmentId()), WorkCount::count));
    }
}

package jp.kyosei.backend.staffing;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.people.GivenRole;
import org.jspecify.annotations.Nullable;

/**
 * Who works in a department today and on a day to come, and what it has to do.
 *
 * @param department none for roles of the whole owner
 * @param work how much of which kind; a kind of which there is nothing is absent
 */
public record DepartmentStaff(
        @Nullable Department department, List<GivenRole> today, List<GivenRole> then, Map<WorkKind, Integer> work) {
    public DepartmentStaff {
        today = List.copyOf(today);
        then = List.copyOf(then);
        work = Map.copyOf(work);
    }
}

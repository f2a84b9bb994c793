package jp.kyosei.backend.staffing.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Finds what is left without anybody. Pure: who holds what, what there is to do. */
final class Gaps {
    /** Whoever approves may enter as well. */
    private static final Set<Role> ENTERING = EnumSet.of(Role.CONTRIBUTOR, Role.APPROVER);

    private static final List<Role> OF_THE_WHOLE = List.of(Role.ADMIN, Role.SECRETARIAT);

    private Gaps() {}

    /** @param department none for the whole owner, which covers every department */
    record Seat(Role role, @Nullable DepartmentId department) {}

    static List<Gap> of(
            List<Department> departments,
            Collection<Seat> today,
            Collection<Seat> then,
            Map<DepartmentId, Map<WorkKind, Integer>> work) {
        List<Gap> gaps = new ArrayList<>();
        for (Role role : OF_THE_WHOLE) {
            if (then.stream().noneMatch(seat -> seat.role() == role)) {
                gaps.add(new Gap.NobodyHolds(role));
            }
        }
        for (Department department : departments) {
            Map<WorkKind, Integer> asked = new EnumMap<>(WorkKind.class);
            asked.putAll(work.getOrDefault(department.id(), Map.of()));
            if (asked.isEmpty()) {
                continue;
            }
            if (isHeld(then, department, ENTERING)) {
                Set<Role> approving = EnumSet.of(Role.APPROVER);
                if (isHeld(today, department, approving) && !isHeld(then, department, approving)) {
                    gaps.add(new Gap.NobodyApproves(department));
                }
            } else {
                gaps.add(new Gap.NobodyEnters(department, asked));
            }
        }
        return gaps;
    }

    private static boolean isHeld(Collection<Seat> seats, Department department, Set<Role> roles) {
        return seats.stream()
                .anyMatch(seat -> roles.contains(seat.role())
                        && (seat.department() == null || seat.department().equals(department.id())));
    }
}

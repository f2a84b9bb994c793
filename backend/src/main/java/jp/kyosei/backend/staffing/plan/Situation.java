package jp.kyosei.backend.staffing.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.DepartmentRecord;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Role;

/**
 * Who does what in an owner today, and on a day as far as it is settled. A seat in the committee is no work of the office and is
 * left out.
 *
 * @param roles those held today and those to come
 * @param work what each department has to do today; a kind of which there is nothing is absent
 */
public record Situation(
        LocalDate today,
        LocalDate day,
        List<DepartmentRecord> departments,
        List<GivenRole> roles,
        Map<DepartmentId, Map<WorkKind, Integer>> work) {

    /** Those that are there on the day. */
    List<Department> departmentsThen() {
        FiscalYear year = FiscalYear.of(day);
        return departments.stream()
                .filter(record -> record.isThere(year))
                .map(DepartmentRecord::department)
                .toList();
    }

    /** Those that are there today, or on the day. */
    public List<Department> departmentsShown() {
        FiscalYear now = FiscalYear.of(today);
        FiscalYear year = FiscalYear.of(day);
        return departments.stream()
                .filter(record -> record.isThere(year) || record.isThere(now))
                .map(DepartmentRecord::department)
                .toList();
    }

    /** The department with that id, also one that is there no more. */
    public Optional<Department> department(DepartmentId id) {
        return departments.stream()
                .map(DepartmentRecord::department)
                .filter(department -> department.id().equals(id))
                .findFirst();
    }

    /** Roles held on a day, without seats in the committee. */
    public List<GivenRole> heldOn(LocalDate when) {
        return roles.stream()
                .filter(role -> role.isHeldOn(when) && role.role() != Role.COMMITTEE)
                .toList();
    }

    /** How much of that kind a department has to do today. */
    public int count(WorkKind kind, DepartmentId department) {
        return work.getOrDefault(department, Map.of()).getOrDefault(kind, 0);
    }

    /** What is left without anybody, if these changes were in force on the day besides what is settled. */
    public List<Gap> gaps(List<PersonChange> people, Collection<WorkMove> moves) {
        List<GivenRole> ended =
                people.stream().flatMap(change -> change.ends().stream()).toList();
        List<Gaps.Seat> then = new ArrayList<>(Stream.concat(
                        heldOn(day).stream()
                                .filter(role -> !ended.contains(role) && !isForOneWhoLeaves(role, ended))
                                .map(Situation::seat),
                        people.stream()
                                .flatMap(change -> change.begins().stream())
                                .map(Situation::seat))
                .toList());
        Map<DepartmentId, Map<WorkKind, Integer>> after = new HashMap<>();
        work.forEach((department, counts) -> after.put(department, new EnumMap<>(counts)));
        for (WorkMove move : moves) {
            Integer gone = after.getOrDefault(move.from().id(), new EnumMap<>(WorkKind.class))
                    .remove(move.kind());
            if (gone != null) {
                after.computeIfAbsent(move.to().id(), id -> new EnumMap<>(WorkKind.class))
                        .merge(move.kind(), gone, Integer::sum);
            }
        }
        return Gaps.of(
                departmentsShown(), heldOn(today).stream().map(Situation::seat).toList(), then, after);
    }

    /** A deputy goes with the one who is stood in for. */
    private static boolean isForOneWhoLeaves(GivenRole role, List<GivenRole> ended) {
        return role.isDeputy()
                && ended.stream()
                        .anyMatch(one -> one.person().equals(role.deputyFor())
                                && one.role() == role.role()
                                && Objects.equals(one.department(), role.department()));
    }

    private static Gaps.Seat seat(GivenRole role) {
        return new Gaps.Seat(role.role(), role.department());
    }

    private static Gaps.Seat seat(Post post) {
        return new Gaps.Seat(
                post.role(),
                post.department() == null ? null : post.department().id());
    }
}

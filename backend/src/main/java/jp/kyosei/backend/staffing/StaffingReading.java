package jp.kyosei.backend.staffing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.owners.department.WorkOfDepartment;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.Post;
import jp.kyosei.backend.staffing.plan.Situation;
import jp.kyosei.backend.staffing.plan.WorkMove;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.SqlArrays;
import org.jspecify.annotations.Nullable;

/** Reads who does what, and what is prepared; always inside an open door, for the owner's admin. */
@Singleton
class StaffingReading {
    private final TransferRepository transfers;
    private final DepartmentService departments;
    private final RoleService roles;
    private final List<WorkOfDepartment> work;
    private final Clock clock;

    StaffingReading(
            TransferRepository transfers,
            DepartmentService departments,
            RoleService roles,
            List<WorkOfDepartment> work,
            Clock clock) {
        this.transfers = transfers;
        this.departments = departments;
        this.roles = roles;
        this.work = List.copyOf(work);
        this.clock = clock;
    }

    /** As it is today. */
    Situation situationWithin(OwnerId owner) {
        return situationWithin(owner, LocalDate.now(clock));
    }

    Situation situationWithin(OwnerId owner, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        Map<DepartmentId, Map<WorkKind, Integer>> counts = new HashMap<>();
        for (WorkOfDepartment part : work) {
            part.countsWithin(owner).forEach((department, count) -> counts.computeIfAbsent(
                            department, id -> new EnumMap<>(WorkKind.class))
                    .put(part.kind(), count));
        }
        return new Situation(today, day, departments.departmentsWithin(owner), roles.rolesWithin(owner, today), counts);
    }

    /** Of one day, or the latest of all; the newest day first. */
    List<Transfer> transfersWithin(OwnerId owner, @Nullable LocalDate day, Situation situation) {
        List<TransferRow> rows = day == null ? transfers.latest(owner.value()) : transfers.ofDay(owner.value(), day);
        return transfers(owner, rows, situation);
    }

    /** @throws NotFoundException if the owner has no such transfer */
    Transfer transferWithin(OwnerId owner, TransferId id, Situation situation) {
        return transfers(owner, transfers.one(owner.value(), id.value()), situation).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<Transfer> transfers(OwnerId owner, List<TransferRow> rows, Situation situation) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String ids = SqlArrays.of(rows.stream().map(TransferRow::id).toList());
        List<TransferRoleRow> people = transfers.roles(owner.value(), ids);
        List<TransferWorkRow> moves = transfers.work(owner.value(), ids);
        return rows.stream().map(row -> transfer(row, people, moves, situation)).toList();
    }

    private static Transfer transfer(
            TransferRow row, List<TransferRoleRow> people, List<TransferWorkRow> moves, Situation situation) {
        Map<UUID, List<TransferRoleRow>> byPerson = new LinkedHashMap<>();
        people.stream().filter(role -> role.transferId().equals(row.id())).forEach(role -> byPerson.computeIfAbsent(
                        role.personId(), id -> new ArrayList<>())
                .add(role));
        TransferState state = TransferState.valueOf(row.state());
        return new Transfer(
                new TransferId(row.id()),
                row.effectiveOn(),
                state,
                byPerson.values().stream().map(roles -> move(roles, situation)).toList(),
                moves.stream()
                        .filter(move -> move.transferId().equals(row.id()))
                        .flatMap(move -> move(move, situation).stream())
                        .toList(),
                row.reason(),
                row.preparedByName(),
                row.preparedAt(),
                row.settledByName(),
                row.settledAt(),
                row.mergesDepartmentId() != null);
    }

    private static PersonMove move(List<TransferRoleRow> roles, Situation situation) {
        TransferRoleRow first = roles.getFirst();
        return new PersonMove(
                new PersonId(first.personId()),
                first.displayName(),
                roles.stream()
                        .filter(role -> !role.begins())
                        .map(role -> post(role, situation))
                        .toList(),
                roles.stream()
                        .filter(TransferRoleRow::begins)
                        .map(role -> post(role, situation))
                        .toList());
    }

    private static Post post(TransferRoleRow role, Situation situation) {
        return new Post(
                Role.valueOf(role.role()),
                role.departmentId() == null
                        ? null
                        : situation
                                .department(new DepartmentId(role.departmentId()))
                                .orElse(null));
    }

    private static Optional<WorkMove> move(TransferWorkRow row, Situation situation) {
        Optional<Department> from = situation.department(new DepartmentId(row.fromDepartmentId()));
        Optional<Department> to = situation.department(new DepartmentId(row.toDepartmentId()));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        WorkKind kind = WorkKind.valueOf(row.kind());
        int count = row.moved() == null ? situation.count(kind, new DepartmentId(row.fromDepartmentId())) : row.moved();
        return Optional.of(new WorkMove(kind, from.get(), to.get(), count));
    }
}

package jp.kyosei.backend.staffing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.staffing.plan.PersonChange;
import jp.kyosei.backend.staffing.plan.PlanReader;
import jp.kyosei.backend.staffing.plan.Situation;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.staffing.plan.WorkMove;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Shows who does what in an owner, and what a change of staff would leave behind. For the owner's admin: a
 * {@link NotFoundException} if the actor cannot read the owner, a {@link ForbiddenException} if the actor is not its admin.
 */
@Singleton
public class StaffingService {
    private final StaffingReading reading;
    private final TenantDoor door;
    private final AccessPolicy policy;

    StaffingService(StaffingReading reading, TenantDoor door, AccessPolicy policy) {
        this.reading = reading;
        this.door = door;
        this.policy = policy;
    }

    /** Who does what today and on a day, department by department. A fixed number of statements. */
    public StaffingBoard board(Actor actor, OwnerId owner, LocalDate day) {
        policy.checkCanSettle(actor, owner);
        return door.read(actor, () -> {
            Situation situation = reading.situationWithin(owner, day);
            List<Transfer> transfers = reading.transfersWithin(owner, day, situation);
            List<WorkMove> moves = transfers.stream()
                    .filter(transfer -> transfer.state() == TransferState.PREPARED)
                    .flatMap(transfer -> transfer.work().stream())
                    .toList();
            List<DepartmentStaff> staff = new ArrayList<>();
            staff.add(staff(situation, null));
            situation.departmentsShown().forEach(department -> staff.add(staff(situation, department)));
            return new StaffingBoard(situation.today(), day, staff, situation.gaps(List.of(), moves), transfers);
        });
    }

    /** The latest 200 changes of staff, whatever became of them, the newest day first. */
    public List<Transfer> transfers(Actor actor, OwnerId owner) {
        policy.checkCanSettle(actor, owner);
        return door.read(actor, () -> reading.transfersWithin(owner, null, reading.situationWithin(owner)));
    }

    /**
     * What a plan would change and leave behind; stores nothing.
     *
     * @throws jp.kyosei.backend.tenancy.RefusedException if the plan cannot be; the message says why
     */
    public TransferPreview preview(Actor actor, OwnerId owner, TransferPlan plan) {
        policy.checkCanSettle(actor, owner);
        return door.read(actor, () -> {
            Situation situation = reading.situationWithin(owner, plan.day());
            PlanReader read = new PlanReader(situation, plan);
            List<PersonChange> people = read.people();
            List<WorkMove> work = read.work();
            List<WorkMove> settled = new ArrayList<>(work);
            reading.transfersWithin(owner, plan.day(), situation).stream()
                    .filter(transfer -> transfer.state() == TransferState.PREPARED)
                    .forEach(transfer -> settled.addAll(transfer.work()));
            return new TransferPreview(
                    people.stream().map(change -> change.move(situation)).toList(),
                    work,
                    situation.gaps(people, settled));
        });
    }

    private static DepartmentStaff staff(Situation situation, @Nullable Department department) {
        @Nullable DepartmentId id = department == null ? null : department.id();
        return new DepartmentStaff(
                department,
                in(situation.heldOn(situation.today()), id),
                in(situation.heldOn(situation.day()), id),
                id == null ? Map.of() : situation.work().getOrDefault(id, Map.of()));
    }

    private static List<GivenRole> in(List<GivenRole> roles, @Nullable DepartmentId department) {
        return roles.stream()
                .filter(role -> Objects.equals(role.department(), department))
                .toList();
    }
}

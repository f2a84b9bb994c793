package jp.kyosei.backend.staffing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.MergesAhead;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.staffing.plan.Situation;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/** The merger of a department from a year to come, as a change of staff of its first of April. */
@Singleton
final class PreparedMergers implements MergesAhead {
    private final TransferService transfers;
    private final TransferRepository repository;
    private final StaffingReading reading;

    PreparedMergers(TransferService transfers, TransferRepository repository, StaffingReading reading) {
        this.transfers = transfers;
        this.repository = repository;
        this.reading = reading;
    }

    @Override
    public void prepareWithin(
            Actor actor, OwnerId owner, Department from, Department into, LocalDate day, String reason) {
        Situation situation = reading.situationWithin(owner, day);
        List<TransferPlan.Person> people = situation.heldOn(day).stream()
                .filter(role -> !role.isDeputy() && from.id().equals(role.department()))
                .map(GivenRole::person)
                .distinct()
                .map(person -> new TransferPlan.Person(person, posts(situation, person, from, into)))
                .toList();
        List<TransferPlan.Work> work = Arrays.stream(WorkKind.values())
                .filter(kind -> !repository.isPrepared(
                        owner.value(), kind.name(), from.id().value()))
                .map(kind -> new TransferPlan.Work(kind, from.code(), into.code()))
                .toList();
        transfers.prepareWithin(actor, owner, new TransferPlan(day, people, work, reason), from.id());
    }

    @Override
    public void takeBackWithin(Actor actor, OwnerId owner, Department from, String reason) {
        Optional<TransferId> prepared =
                repository.ofMerger(owner.value(), from.id().value()).map(TransferId::new);
        prepared.ifPresent(transfer -> transfers.takeBackWithin(actor, owner, transfer, reason, true));
    }

    /** All that the person holds on the day, with the other department in place of the one that ends. */
    private static List<TransferPlan.Held> posts(
            Situation situation, PersonId person, Department from, Department into) {
        return situation.heldOn(situation.day()).stream()
                .filter(role -> role.person().equals(person) && !role.isDeputy())
                .map(role -> new TransferPlan.Held(role.role(), code(situation, role.department(), from, into)))
                .distinct()
                .toList();
    }

    private static @Nullable String code(
            Situation situation, @Nullable DepartmentId department, Department from, Department into) {
        if (department == null) {
            return null;
        }
        return from.id().equals(department)
                ? into.code()
                : situation.department(department).map(Department::code).orElse(null);
    }
}

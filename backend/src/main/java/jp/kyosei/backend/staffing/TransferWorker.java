package jp.kyosei.backend.staffing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.HangsOnDepartment;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.owners.department.WorkOfDepartment;
import jp.kyosei.backend.staffing.plan.Situation;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what was prepared, when its day has come: the work of departments goes where it was said, in the name of who
 * prepared it. Any number of processes may do so as often as they like, at the day or later: each change is carried out once.
 */
@Singleton
public class TransferWorker {
    private static final Logger LOG = LoggerFactory.getLogger(TransferWorker.class);

    private final TransferRepository repository;
    private final StaffingReading reading;
    private final List<HangsOnDepartment> hanging;
    private final List<WorkOfDepartment> work;
    private final AuditService audit;
    private final TenantDoor door;
    private final Clock clock;

    TransferWorker(
            TransferRepository repository,
            StaffingReading reading,
            List<HangsOnDepartment> hanging,
            List<WorkOfDepartment> work,
            AuditService audit,
            TenantDoor door,
            Clock clock) {
        this.repository = repository;
        this.reading = reading;
        this.hanging = List.copyOf(hanging);
        this.work = List.copyOf(work);
        this.audit = audit;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Carries out all that is due today, or was due while nothing ran.
     *
     * @return how many
     */
    public int carryOutNow() {
        return carryOut(LocalDate.now(clock));
    }

    int carryOut(LocalDate today) {
        int done = 0;
        for (DueRow due : repository.due(today)) {
            try {
                if (carryOut(due)) {
                    done++;
                }
            } catch (RuntimeException e) {
                // One owner's change is not to hold up the others'; it stays due.
                LOG.error("the change of staff {} of owner {} was not carried out", due.id(), due.ownerId(), e);
            }
        }
        return done;
    }

    private boolean carryOut(DueRow due) {
        OwnerId owner = new OwnerId(due.ownerId());
        Actor inTheirName = keeping(due);
        return door.write(inTheirName, () -> {
            Optional<TransferRow> claimed = repository.claim(owner.value(), due.id());
            claimed.ifPresent(row -> carryOutWithin(inTheirName, owner, row));
            return claimed.isPresent();
        });
    }

    private void carryOutWithin(Actor actor, OwnerId owner, TransferRow row) {
        Set<OwnerId> told = new LinkedHashSet<>(List.of(owner));
        for (TransferWorkRow move : repository.work(owner.value(), SqlArrays.of(List.of(row.id())))) {
            told.addAll(move(owner, row, move));
            if (move.fromDepartmentId().equals(row.mergesDepartmentId())) {
                moveRest(owner, move);
            }
        }
        repository.settle(
                owner.value(), row.id(), TransferState.IN_FORCE.name(), row.preparedByName(), clock.instant());
        Situation situation = reading.situationWithin(owner, row.effectiveOn());
        Transfer done = reading.transferWithin(owner, new TransferId(row.id()), situation);
        for (OwnerId one : told) {
            audit.recordWithin(
                    actor, one, List.of(TransferService.inTrail(Deed.CARRY_OUT_TRANSFER, done, row.reason())));
        }
    }

    /** A department that ends leaves nothing behind: roles that were given in it since the merger was prepared go as well. */
    private void moveRest(OwnerId owner, TransferWorkRow move) {
        hanging.stream()
                .filter(part -> !(part instanceof WorkOfDepartment))
                .forEach(part -> part.moveWithin(
                        owner, new DepartmentId(move.fromDepartmentId()), new DepartmentId(move.toDepartmentId())));
    }

    /** In which owners something went. */
    private List<OwnerId> move(OwnerId owner, TransferRow row, TransferWorkRow move) {
        DepartmentId from = new DepartmentId(move.fromDepartmentId());
        DepartmentId to = new DepartmentId(move.toDepartmentId());
        WorkKind kind = WorkKind.valueOf(move.kind());
        List<Hanging> gone = new ArrayList<>();
        for (WorkOfDepartment part : work) {
            if (part.kind() == kind) {
                gone.addAll(part.hangingWithin(owner, from));
                part.moveWithin(owner, from, to);
            }
        }
        repository.moved(
                owner.value(),
                row.id(),
                move.kind(),
                move.fromDepartmentId(),
                gone.stream().mapToInt(Hanging::count).sum());
        return gone.stream().map(Hanging::owner).distinct().toList();
    }

    /**
     * The one who prepared it, whatever they hold today, as somebody who keeps the owner and the alliances in which its
     * departments are asked: what goes from department to department are the owner's own desks there, whoever wrote a note and
     * whoever may read it. Never leaves this class.
     */
    private static Actor keeping(DueRow due) {
        OwnerId owner = new OwnerId(due.ownerId());
        List<Grant> grants = Stream.concat(
                        Stream.of(keeping(owner, Role.ADMIN), keeping(owner, Role.SECRETARIAT)),
                        due.allianceIds().stream().map(alliance -> keeping(new OwnerId(alliance), Role.SECRETARIAT)))
                .toList();
        return new Actor(new PersonId(due.preparedBy()), due.preparedByName(), due.preparedByName(), false, grants);
    }

    private static Grant keeping(OwnerId owner, Role role) {
        return new Grant(owner, "", OwnerKind.MUNICIPALITY, "", role, null, null, null, null);
    }
}

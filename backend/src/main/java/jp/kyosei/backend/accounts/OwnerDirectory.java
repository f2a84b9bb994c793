package jp.kyosei.backend.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;

/** The owner whose people are kept, and the departments that they may belong to. */
@Singleton
class OwnerDirectory {
    private final OwnerService owners;
    private final AccountRepository repository;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    OwnerDirectory(
            OwnerService owners, AccountRepository repository, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.owners = owners;
        this.repository = repository;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The owner of that slug, whose people the actor may keep.
     *
     * @throws NotFoundException if there is none for the actor
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    OwnerId administered(Actor actor, String slug) {
        OwnerId id = policy.canKeepOwners(actor)
                ? owners.find(actor, slug).orElseThrow(NotFoundException::new)
                : owners.owner(actor, slug).id();
        policy.checkCanAdminister(actor, id);
        return id;
    }

    /**
     * The same for its own administrator alone: who else works there is nothing to the operator.
     *
     * @throws NotFoundException if there is none for the actor, and for the operator
     */
    OwnerId ofAdmin(Actor actor, String slug) {
        if (policy.canKeepOwners(actor)) {
            throw new NotFoundException();
        }
        OwnerId id = owners.owner(actor, slug).id();
        policy.checkCanAdminister(actor, id);
        return id;
    }

    /** The departments of the owner, in the order of their codes. */
    List<DepartmentRow> departments(Actor actor, OwnerId owner) {
        return door.read(actor, () -> repository.departments(owner.value(), LocalDate.now(clock)));
    }

    /** By code and by name; to be called inside an open {@link TenantDoor}. */
    Map<String, DepartmentId> departmentsWithin(OwnerId owner) {
        Map<String, DepartmentId> departments = new LinkedHashMap<>();
        List<DepartmentRow> rows = repository.departments(owner.value(), LocalDate.now(clock));
        rows.forEach(row -> departments.putIfAbsent(row.name(), new DepartmentId(row.id())));
        rows.forEach(row -> departments.put(row.code(), new DepartmentId(row.id())));
        return departments;
    }
}

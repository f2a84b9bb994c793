package jp.kyosei.backend.owners;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Reads owners with their members. What changes them lies in rooms of its own. */
@Singleton
public class OwnerService {
    private final OwnerRepository repository;
    private final TenantDoor door;
    private final AccessPolicy policy;

    OwnerService(OwnerRepository repository, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.door = door;
        this.policy = policy;
    }

    /** The owners that the actor may read, alliances first. */
    public List<Owner> owners(Actor actor) {
        return door.read(actor, () -> ownersOf(actor.readableOwners()));
    }

    /**
     * An owner whose plans the actor reads.
     *
     * @param slugOrCode its name in addresses, or a municipality's code
     * @throws NotFoundException if there is no such owner, or it is not among the actor's
     */
    public Owner owner(Actor actor, String slugOrCode) {
        return owners(actor).stream()
                .filter(owner -> owner.isCalled(slugOrCode))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * An owner that the actor knows: one whose plans they read, and for the operator any.
     *
     * @param slugOrCode as {@link #owner}
     * @throws NotFoundException if there is no such owner, or it is not the actor's to know
     */
    public Owner known(Actor actor, String slugOrCode) {
        if (!policy.canKeepOwners(actor)) {
            return owner(actor, slugOrCode);
        }
        return door.read(actor, () -> repository.ownerOf(slugOrCode).map(OwnerId::new).stream()
                .flatMap(id -> ownersOf(List.of(id)).stream())
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }

    /**
     * The same by its id.
     *
     * @throws NotFoundException if it is not the actor's to know
     */
    public Owner known(Actor actor, OwnerId owner) {
        policy.checkCanKnowOwner(actor, owner);
        return door.read(actor, () -> ownerWithin(owner));
    }

    /**
     * The owner of that id as it stands now; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if it is not the actor's to know
     */
    public Owner ownerWithin(OwnerId owner) {
        return ownersOf(List.of(owner)).stream().findFirst().orElseThrow(NotFoundException::new);
    }

    /**
     * Says that the owner or its members change; to be called inside the write that changes them.
     *
     * @param expected the {@link Owner#version} that the change began from, or {@link Owner#ANY_VERSION}
     * @throws StaleException if somebody else was faster
     */
    public void advanceWithin(OwnerId owner, long expected) {
        if (repository.advance(owner.value(), expected) == 0) {
            throw new StaleException();
        }
    }

    /** Says in which state an owner is; to be called inside the write that has changed it, which also tells the trail. */
    public void enterWithin(OwnerId owner, OwnerState state) {
        if (repository.changeState(owner.value(), state.name()) == 0) {
            throw new NotFoundException();
        }
    }

    /** What municipalities of the public register are called, by code; to be called inside an open {@link TenantDoor}. */
    public Map<String, String> townNamesWithin(Collection<String> codes) {
        return repository.townNames(codes.stream().collect(Collectors.joining(",", "{", "}"))).stream()
                .collect(Collectors.toMap(TownNameRow::code, TownNameRow::name));
    }

    /** The owner of that name or code among all, for the operator, who keeps owners but reads none of their plans. */
    public Optional<OwnerId> find(Actor operator, String slugOrCode) {
        policy.checkCanKeepOwners(operator);
        return door.read(operator, () -> repository.ownerOf(slugOrCode).map(OwnerId::new));
    }

    private List<Owner> ownersOf(Collection<OwnerId> ids) {
        String wanted = SqlArrays.of(ids.stream().map(OwnerId::value).toList());
        Map<OwnerId, List<OwnerRow>> byOwner = new LinkedHashMap<>();
        for (OwnerRow row : repository.owners(wanted)) {
            byOwner.computeIfAbsent(new OwnerId(row.id()), id -> new ArrayList<>())
                    .add(row);
        }
        return byOwner.values().stream().map(OwnerService::owner).toList();
    }

    private static Owner owner(List<OwnerRow> rows) {
        OwnerRow first = rows.getFirst();
        String code = first.municipalityCode();
        String form = first.allianceKind();
        return new Owner(
                new OwnerId(first.id()),
                first.slug(),
                OwnerKind.valueOf(first.kind()),
                first.name(),
                code == null ? null : new MunicipalityCode(code),
                form == null ? null : AllianceKind.valueOf(form),
                OwnerState.valueOf(first.state()),
                first.openedAt(),
                rows.stream().flatMap(row -> member(row).stream()).toList(),
                first.version());
    }

    private static Optional<Member> member(OwnerRow row) {
        if (row.memberCode() == null
                || row.memberName() == null
                || row.centre() == null
                || row.firstFiscalYear() == null) {
            return Optional.empty();
        }
        Integer last = row.lastFiscalYear();
        return Optional.of(new Member(
                new MunicipalityCode(row.memberCode()),
                row.memberName(),
                row.centre(),
                new FiscalYear(row.firstFiscalYear()),
                last == null ? null : new FiscalYear(last)));
    }
}

package jp.kyosei.backend.tenancy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.text.TextKind;

/** Owners, alliances with their members by fiscal year, departments, and the public register of municipalities. */
@Singleton
public class TenancyService {
    private final TenancyRepository repository;
    private final TenantDoor door;
    private final AccessPolicy policy;

    TenancyService(TenancyRepository repository, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.door = door;
        this.policy = policy;
    }

    /** The owners that the actor may read, alliances first. */
    public List<Owner> owners(Actor actor) {
        return door.read(actor, () -> ownersOf(actor.readableOwners()));
    }

    /** @throws NotFoundException if there is no such owner, or it is not among the actor's */
    public Owner owner(Actor actor, String slug) {
        return owners(actor).stream()
                .filter(owner -> owner.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The departments of several municipalities, as far as the actor may know them; to be called inside an open
     * {@link TenantDoor}.
     */
    public Map<MunicipalityCode, List<Department>> reportingDepartmentsWithin(Collection<MunicipalityCode> towns) {
        String codes = towns.stream().map(MunicipalityCode::value).collect(Collectors.joining(",", "{", "}"));
        return repository.reportingDepartments(codes).stream()
                .collect(Collectors.groupingBy(
                        row -> new MunicipalityCode(row.municipalityCode()),
                        Collectors.mapping(
                                row -> new Department(
                                        new OwnerId(row.ownerId()), new DepartmentId(row.id()), row.code(), row.name()),
                                Collectors.toList())));
    }

    /** The owner of that slug among all, for the operator, who keeps owners but reads none of their plans. */
    public Optional<OwnerId> find(Actor operator, String slug) {
        policy.checkCanKeepOwners(operator);
        return door.read(operator, () -> repository.ownerOf(slug).map(OwnerId::new));
    }

    /** Adds municipalities to the public register; those already there stay. */
    public void registerMunicipalities(Actor operator, Collection<Municipality> municipalities) {
        policy.checkCanKeepOwners(operator);
        door.write(operator, () -> {
            municipalities.forEach(municipality -> repository.insertMunicipality(
                    municipality.code().value(),
                    name("name", "市町村名", municipality.name()),
                    name("prefecture", "都道府県名", municipality.prefecture())));
            return true;
        });
    }

    /** Opens a municipality as an owner of plans. */
    public OwnerId openMunicipality(Actor operator, String slug, String name, MunicipalityCode code) {
        policy.checkCanKeepOwners(operator);
        OwnerId id = OwnerId.next();
        return door.write(operator, () -> {
            repository.insertOwner(
                    id.value(), slug, OwnerKind.MUNICIPALITY.name(), name("name", "団体名", name), code.value(), null);
            return id;
        });
    }

    /** Opens an alliance with its members as an owner of plans. */
    public OwnerId openAlliance(
            Actor operator, String slug, String name, AllianceKind kind, Collection<Member> members) {
        policy.checkCanKeepOwners(operator);
        OwnerId id = OwnerId.next();
        return door.write(operator, () -> {
            repository.insertOwner(
                    id.value(), slug, OwnerKind.ALLIANCE.name(), name("name", "圏域名", name), null, kind.name());
            for (Member member : members) {
                FiscalYear last = member.lastFiscalYear();
                repository.insertMember(
                        id.value(),
                        member.municipality().value(),
                        member.centre(),
                        member.firstFiscalYear().year(),
                        last == null ? null : last.year());
            }
            return id;
        });
    }

    /** Adds a department to an owner. */
    public DepartmentId addDepartment(Actor actor, OwnerId owner, String code, String name) {
        policy.checkCanAdminister(actor, owner);
        DepartmentId id = DepartmentId.next();
        return door.write(actor, () -> {
            repository.insertDepartment(
                    owner.value(),
                    id.value(),
                    TypedText.checked(TextKind.CODE, "code", "担当課の記号", code),
                    name("name", "担当課名", name));
            return id;
        });
    }

    private static String name(String field, String called, String given) {
        return TypedText.checked(TextKind.NAME, field, called, given);
    }

    private List<Owner> ownersOf(Collection<OwnerId> ids) {
        String wanted = SqlArrays.of(ids.stream().map(OwnerId::value).toList());
        Map<OwnerId, List<OwnerRow>> byOwner = new LinkedHashMap<>();
        for (OwnerRow row : repository.owners(wanted)) {
            byOwner.computeIfAbsent(new OwnerId(row.id()), id -> new ArrayList<>())
                    .add(row);
        }
        return byOwner.values().stream().map(TenancyService::owner).toList();
    }

    private static Owner owner(List<OwnerRow> rows) {
        OwnerRow first = rows.getFirst();
        List<Member> members =
                rows.stream().flatMap(row -> member(row).stream()).toList();
        return new Owner(new OwnerId(first.id()), first.slug(), OwnerKind.valueOf(first.kind()), first.name(), members);
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

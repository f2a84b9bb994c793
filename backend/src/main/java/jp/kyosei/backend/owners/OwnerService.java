package jp.kyosei.backend.owners;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/**
 * Keeps owners, alliances with their members by fiscal year, departments, and the public register of municipalities;
 * every change of it is audited.
 */
@Singleton
public class OwnerService {
    private final OwnerRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    OwnerService(OwnerRepository repository, AuditService audit, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.audit = audit;
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

    /** What municipalities of the public register are called, by code; to be called inside an open {@link TenantDoor}. */
    public Map<String, String> townNamesWithin(Collection<String> codes) {
        return repository.townNames(codes.stream().collect(Collectors.joining(",", "{", "}"))).stream()
                .collect(Collectors.toMap(TownNameRow::code, TownNameRow::name));
    }

    /**
     * What a department of an owner is called; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if the owner has no such department
     */
    public String departmentNameWithin(OwnerId owner, DepartmentId department) {
        return repository.departmentName(owner.value(), department.value()).orElseThrow(NotFoundException::new);
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
            List<String> added = municipalities.stream()
                    .filter(municipality -> repository.insertMunicipality(
                                    municipality.code().value(),
                                    name("name", "市町村名", municipality.name()),
                                    name("prefecture", "都道府県名", municipality.prefecture()))
                            != 0)
                    .map(municipality -> municipality.code().value())
                    .toList();
            if (!added.isEmpty()) {
                audit.recordOfServiceWithin(
                        operator,
                        new Change(
                                Deed.REGISTER_MUNICIPALITIES,
                                SubjectKind.MUNICIPALITY,
                                "市町村",
                                null,
                                null,
                                Map.of(),
                                Map.of("municipalities", added),
                                null));
            }
            return true;
        });
    }

    /** Opens a municipality as an owner of plans. */
    public OwnerId openMunicipality(Actor operator, String slug, String name, MunicipalityCode code) {
        policy.checkCanKeepOwners(operator);
        OwnerId id = OwnerId.next();
        return door.write(operator, () -> {
            String called = name("name", "団体名", name);
            repository.insertOwner(id.value(), slug, OwnerKind.MUNICIPALITY.name(), called, code.value(), null);
            audit.recordWithin(
                    operator,
                    id,
                    List.of(inTrail(
                            Deed.OPEN_OWNER,
                            SubjectKind.OWNER,
                            called,
                            Map.of("slug", slug, "kind", OwnerKind.MUNICIPALITY.name()))));
            return id;
        });
    }

    /** Opens an alliance with its members as an owner of plans. */
    public OwnerId openAlliance(
            Actor operator, String slug, String name, AllianceKind kind, Collection<Member> members) {
        policy.checkCanKeepOwners(operator);
        OwnerId id = OwnerId.next();
        return door.write(operator, () -> {
            String called = name("name", "圏域名", name);
            repository.insertOwner(id.value(), slug, OwnerKind.ALLIANCE.name(), called, null, kind.name());
            List<Change> changes = new ArrayList<>();
            changes.add(inTrail(
                    Deed.OPEN_OWNER,
                    SubjectKind.OWNER,
                    called,
                    Map.of("slug", slug, "kind", OwnerKind.ALLIANCE.name(), "allianceKind", kind.name())));
            for (Member member : members) {
                FiscalYear last = member.lastFiscalYear();
                repository.insertMember(
                        id.value(),
                        member.municipality().value(),
                        member.centre(),
                        member.firstFiscalYear().year(),
                        last == null ? null : last.year());
                changes.add(inTrail(
                        Deed.JOIN_ALLIANCE,
                        SubjectKind.MEMBER,
                        "%s %s".formatted(member.municipality().value(), member.name()),
                        joined(member)));
            }
            audit.recordWithin(operator, id, changes);
            return id;
        });
    }

    /** Adds a department to an owner. */
    public DepartmentId addDepartment(Actor actor, OwnerId owner, String code, String name) {
        policy.checkCanAdminister(actor, owner);
        DepartmentId id = DepartmentId.next();
        return door.write(actor, () -> {
            String sign = TypedText.checked(TextKind.CODE, "code", "担当課の記号", code);
            String called = name("name", "担当課名", name);
            repository.insertDepartment(owner.value(), id.value(), sign, called);
            audit.recordWithin(
                    actor,
                    owner,
                    List.of(inTrail(
                            Deed.ADD_DEPARTMENT, SubjectKind.DEPARTMENT, called, Map.of("departmentCode", sign))));
            return id;
        });
    }

    private static Map<String, Object> joined(Member member) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("centre", member.centre());
        facts.put("firstFiscalYear", member.firstFiscalYear().year());
        FiscalYear last = member.lastFiscalYear();
        if (last != null) {
            facts.put("lastFiscalYear", last.year());
        }
        return facts;
    }

    private static Change inTrail(Deed deed, SubjectKind kind, String subject, Map<String, Object> after) {
        return new Change(deed, kind, subject, null, null, Map.of(), after, null);
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
        return byOwner.values().stream().map(OwnerService::owner).toList();
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

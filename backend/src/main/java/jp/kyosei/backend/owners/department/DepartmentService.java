package jp.kyosei.backend.owners.department;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Keeps the departments of owners; what was before stays readable under the name of then. */
@Singleton
public class DepartmentService {
    private final DepartmentRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    DepartmentService(
            DepartmentRepository repository, AuditService audit, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * All departments of an owner, those that are there first, by code.
     *
     * @throws NotFoundException if the owner is not the actor's to know
     */
    public List<DepartmentRecord> departments(Actor actor, OwnerId owner) {
        policy.checkCanKnowOwner(actor, owner);
        return door.read(actor, () -> departmentsWithin(owner));
    }

    /** As {@link #departments}; to be called inside an open {@link TenantDoor} by a feature that has asked the policy. */
    public List<DepartmentRecord> departmentsWithin(OwnerId owner) {
        Map<UUID, List<DepartmentRow>> byId = new LinkedHashMap<>();
        for (DepartmentRow row : repository.departments(owner.value())) {
            byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        }
        return byId.values().stream().map(rows -> department(rows, byId)).toList();
    }

    /**
     * The departments of several municipalities that are there this year, as far as the actor may know them; to be called
     * inside an open {@link TenantDoor}.
     */
    public Map<MunicipalityCode, List<Department>> reportingDepartmentsWithin(Collection<MunicipalityCode> towns) {
        String codes = towns.stream().map(MunicipalityCode::value).collect(Collectors.joining(",", "{", "}"));
        return repository.reportingDepartments(codes, thisYear().year()).stream()
                .collect(Collectors.groupingBy(
                        row -> new MunicipalityCode(row.municipalityCode()),
                        Collectors.mapping(
                                row -> new Department(
                                        new OwnerId(row.ownerId()), new DepartmentId(row.id()), row.code(), row.name()),
                                Collectors.toList())));
    }

    /**
     * What a department of an owner is called; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if the owner has no such department
     */
    public String departmentNameWithin(OwnerId owner, DepartmentId department) {
        return repository.name(owner.value(), department.value()).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds a department that is there since ever.
     *
     * @throws NotFoundException if the actor cannot read the owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     * @throws RefusedException if the owner has a department of that code
     */
    public DepartmentId addDepartment(Actor actor, OwnerId owner, String code, String name) {
        return addDepartment(actor, owner, code, name, null);
    }

    /**
     * Adds a department. Errors as {@link #addDepartment(Actor, OwnerId, String, String)}.
     *
     * @param first the first fiscal year in which it is there; none since ever
     */
    public DepartmentId addDepartment(
            Actor actor, OwnerId owner, String code, String name, @Nullable FiscalYear first) {
        policy.checkCanAdminister(actor, owner);
        String sign = TypedText.required(TextKind.CODE, "code", "担当課の記号", code, "担当課の記号を入力してください。");
        String called = name(name);
        DepartmentId id = DepartmentId.next();
        return door.write(actor, () -> {
            Integer from = first == null ? null : first.year();
            if (repository.insert(owner.value(), id.value(), sign, called, from) == 0) {
                throw new RefusedException("記号「%s」の担当課が既にあります。ほかの記号にしてください。".formatted(sign));
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("departmentCode", sign);
            if (from != null) {
                facts.put("fromFiscalYear", from);
            }
            audit.recordWithin(actor, owner, List.of(change(Deed.ADD_DEPARTMENT, called, Map.of(), facts, null)));
            return id;
        });
    }

    /**
     * Gives a department another name from a fiscal year on; years before keep the name of then. A name that was given in
     * the same year is replaced.
     *
     * @param expected the {@link DepartmentRecord#version} that the change began from, or -1 for whatever is there
     * @throws NotFoundException if the actor cannot read the owner, or it has no such department
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     * @throws RefusedException if it is not there in that year, or was renamed in a later one
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else was faster
     */
    public void rename(
            Actor actor, OwnerId owner, String code, long expected, String name, FiscalYear from, String reason) {
        policy.checkCanAdminister(actor, owner);
        String called = name(name);
        String why = TypedText.reason(reason);
        door.write(actor, () -> {
            DepartmentRecord before = held(owner, code);
            before.checkIs(expected);
            String old = before.nameIn(from);
            if (!before.isThere(from)) {
                throw new RefusedException("「%s」は、%sにはない担当課です。名前を変える年度を確かめてください。".formatted(old, from.longLabel()));
            }
            boolean later = before.formerNames().stream()
                    .anyMatch(former -> former.lastFiscalYear().compareTo(from) >= 0);
            if (later) {
                throw new RefusedException(
                        "「%s」は、%sより後の年度にも名前が変わっています。新しいほうから直してください。".formatted(old, from.longLabel()));
            }
            UUID id = before.department().id().value();
            repository.rename(owner.value(), id, expected, called);
            repository.keepName(owner.value(), id, from.previous().year(), old);
            audit.recordWithin(
                    actor,
                    owner,
                    List.of(change(
                            Deed.RENAME_DEPARTMENT,
                            called,
                            Map.of("name", old),
                            Map.of("name", called, "fromFiscalYear", from.year()),
                            why)));
            return true;
        });
    }

    /** The fiscal year of today in Japan. */
    FiscalYear thisYear() {
        return FiscalYear.of(LocalDate.now(clock));
    }

    /**
     * Holds a department until the transaction ends.
     *
     * @throws NotFoundException if the owner has none of that code
     */
    DepartmentRecord held(OwnerId owner, String code) {
        if (repository.hold(owner.value(), code).isEmpty()) {
            throw new NotFoundException();
        }
        return departmentsWithin(owner).stream()
                .filter(found -> found.department().code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    static Change change(
            Deed deed, String subject, Map<String, Object> before, Map<String, Object> after, @Nullable String reason) {
        return new Change(
                deed,
                SubjectKind.DEPARTMENT,
                subject,
                null,
                null,
                before,
                after,
                reason == null || reason.isEmpty() ? null : reason);
    }

    private static String name(String given) {
        return TypedText.required(TextKind.NAME, "name", "担当課名", given, "担当課名を入力してください。");
    }

    private static DepartmentRecord department(List<DepartmentRow> rows, Map<UUID, List<DepartmentRow>> all) {
        DepartmentRow row = rows.getFirst();
        List<DepartmentRow> successor = row.successorId() == null ? null : all.get(row.successorId());
        List<FormerName> former = new ArrayList<>();
        for (DepartmentRow named : rows) {
            if (named.formerName() != null && named.formerYear() != null) {
                former.add(new FormerName(new FiscalYear(named.formerYear()), named.formerName()));
            }
        }
        return new DepartmentRecord(
                plain(row),
                year(row.firstFiscalYear()),
                year(row.lastFiscalYear()),
                successor == null ? null : plain(successor.getFirst()),
                former,
                row.version());
    }

    private static Department plain(DepartmentRow row) {
        return new Department(new OwnerId(row.ownerId()), new DepartmentId(row.id()), row.code(), row.name());
    }

    private static @Nullable FiscalYear year(@Nullable Integer year) {
        return year == null ? null : new FiscalYear(year);
    }
}

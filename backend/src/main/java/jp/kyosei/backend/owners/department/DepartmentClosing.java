package jp.kyosei.backend.owners.department;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import org.jspecify.annotations.Nullable;

/** Closes departments, and merges them into others, from a fiscal year on; nothing is left without a department. */
@Singleton
public class DepartmentClosing {
    private final DepartmentRepository repository;
    private final DepartmentService departments;
    private final List<HangsOnDepartment> hanging;
    private final MergesAhead ahead;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    DepartmentClosing(
            DepartmentRepository repository,
            DepartmentService departments,
            List<HangsOnDepartment> hanging,
            MergesAhead ahead,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.repository = repository;
        this.departments = departments;
        this.hanging = List.copyOf(hanging);
        this.ahead = ahead;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * What names a department now, in the owner and in the alliances that it belongs to.
     *
     * @throws NotFoundException if the actor cannot read the owner, or it has no such department
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public List<Hanging> hanging(Actor actor, OwnerId owner, String code) {
        policy.checkCanSettle(actor, owner);
        return door.read(actor, () -> departments.departmentsWithin(owner).stream()
                .filter(found -> found.department().code().equals(code))
                .findFirst()
                .map(found -> hangingWithin(owner, found.department()))
                .orElseThrow(NotFoundException::new));
    }

    /**
     * Closes a department from a fiscal year on, and lets what names it go to another one: at once, or from a year to come on its
     * first of April, prepared as a change of staff, since until then people work in it.
     *
     * @param expected the {@link DepartmentRecord#version} that the change began from, or -1 for whatever is there
     * @param from the first fiscal year in which it is there no more
     * @param successor the code of the department into which it is merged; none where it has none
     * @throws NotFoundException if the actor cannot read the owner, or it has no such department
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     * @throws HeldDepartmentException if something names it that has nowhere to go
     * @throws RefusedException if it is closed already, the successor is not there in that year, or somebody in it is prepared
     *     to go elsewhere
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else was faster
     */
    public void close(
            Actor actor,
            OwnerId owner,
            String code,
            long expected,
            FiscalYear from,
            @Nullable String successor,
            String reason) {
        policy.checkCanSettle(actor, owner);
        String why = TypedText.reason(reason);
        door.write(actor, () -> {
            holdInOrder(owner, code, successor);
            DepartmentRecord closed = departments.held(owner, code);
            closed.checkIs(expected);
            if (closed.last() != null || !closed.isThere(from.previous())) {
                throw new RefusedException("「%s」は、%sには廃止できません。年度を確かめてください。"
                        .formatted(closed.department().name(), from.longLabel()));
            }
            DepartmentRecord into = successor == null ? null : successor(owner, code, successor, from);
            List<Hanging> found = hangingWithin(owner, closed.department());
            if (!found.isEmpty() && into == null) {
                throw new HeldDepartmentException(closed.department().name(), found, "引き継ぐ担当課を選んでください。");
            }
            boolean toCome = from.compareTo(departments.thisYear()) > 0;
            if (into != null && toCome) {
                ahead.prepareWithin(actor, owner, closed.department(), into.department(), firstDay(from), why);
            } else if (into != null) {
                hanging.forEach(part -> part.moveWithin(
                        owner, closed.department().id(), into.department().id()));
            }
            UUID id = closed.department().id().value();
            repository.close(
                    owner.value(),
                    id,
                    expected,
                    from.previous().year(),
                    into == null ? null : into.department().id().value());
            record(actor, owner, closed.department(), into, from, toCome ? List.of() : found, why);
            return true;
        });
    }

    /**
     * Lets a department stay whose last year has been named and is not over: with that, what was prepared for its merger is taken
     * back.
     *
     * @param expected as for {@link #close}
     * @throws NotFoundException if the actor cannot read the owner, or it has no such department
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     * @throws RefusedException if its last year is over, or none was named
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else was faster
     */
    public void reopen(Actor actor, OwnerId owner, String code, long expected, String reason) {
        policy.checkCanSettle(actor, owner);
        String why = TypedText.reason(reason);
        door.write(actor, () -> {
            holdInOrder(owner, code, null);
            DepartmentRecord closed = departments.held(owner, code);
            closed.checkIs(expected);
            if (!closed.isLastYearNamed(departments.thisYear())) {
                throw new RefusedException("「%s」の統合・廃止は、取りやめられません。まだ決まっていないか、その年度を過ぎています。"
                        .formatted(closed.department().name()));
            }
            ahead.takeBackWithin(actor, owner, closed.department(), why);
            repository.close(owner.value(), closed.department().id().value(), expected, null, null);
            audit.recordWithin(
                    actor,
                    owner,
                    List.of(DepartmentService.change(
                            Deed.REOPEN_DEPARTMENT, closed.department().name(), Map.of(), Map.of(), why)));
            return true;
        });
    }

    /** Both in the order of their codes, so that two who merge them crosswise do not wait for each other. */
    private void holdInOrder(OwnerId owner, String code, @Nullable String successor) {
        Stream.concat(Stream.of(code), Stream.ofNullable(successor))
                .sorted()
                .forEach(one -> repository.hold(owner.value(), one));
    }

    private DepartmentRecord successor(OwnerId owner, String code, String successor, FiscalYear from) {
        if (successor.equals(code)) {
            throw new RefusedException("統合先には、ほかの担当課を選んでください。");
        }
        DepartmentRecord into;
        try {
            into = departments.held(owner, successor);
        } catch (NotFoundException e) {
            throw new RefusedException("統合先の担当課「%s」がありません。記号を確かめてください。".formatted(successor));
        }
        if (!into.isThere(from)) {
            throw new RefusedException(
                    "統合先の「%s」は、%sにはない担当課です。".formatted(into.department().name(), from.longLabel()));
        }
        return into;
    }

    private static LocalDate firstDay(FiscalYear year) {
        return LocalDate.of(year.year(), Month.APRIL, 1);
    }

    private List<Hanging> hangingWithin(OwnerId owner, Department department) {
        return hanging.stream()
                .flatMap(part -> part.hangingWithin(owner, department.id()).stream())
                .toList();
    }

    /** In the owner's history, and in that of each alliance in which something goes to another department. */
    private void record(
            Actor actor,
            OwnerId owner,
            Department closed,
            @Nullable DepartmentRecord into,
            FiscalYear from,
            List<Hanging> found,
            String why) {
        Set<OwnerId> owners = Stream.concat(Stream.of(owner), found.stream().map(Hanging::owner))
                .collect(Collectors.toSet());
        for (OwnerId told : owners) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("fromFiscalYear", from.year());
            if (into != null) {
                facts.put("department", into.department().name());
            }
            List<String> moved = found.stream()
                    .filter(one -> one.owner().equals(told))
                    .map(one -> "%s %d件".formatted(one.kind(), one.count()))
                    .toList();
            if (!moved.isEmpty()) {
                facts.put("moved", moved);
            }
            Change change = DepartmentService.change(
                    into == null ? Deed.CLOSE_DEPARTMENT : Deed.MERGE_DEPARTMENT,
                    closed.name(),
                    Map.of("name", closed.name()),
                    facts,
                    why);
            audit.recordWithin(actor, told, List.of(change));
        }
    }
}

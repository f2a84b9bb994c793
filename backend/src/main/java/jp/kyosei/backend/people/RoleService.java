package jp.kyosei.backend.people;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Gives roles in an owner from a day on, ends them, and lets others stand in for their holders; every change is in the
 * owner's trail. Roles count by the day in Japan, so what was given in March for 1 April needs nobody's work that night.
 *
 * <p>Everything here is for the owner's admin, and for the operator: a {@link NotFoundException} if the actor cannot read the
 * owner, a {@link ForbiddenException} if the actor may not administer it.
 */
@Singleton
public class RoleService {
    private final RoleRepository repository;
    private final DepartmentService departments;
    private final RoleTrail trail;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    RoleService(
            RoleRepository repository,
            DepartmentService departments,
            RoleTrail trail,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.repository = repository;
        this.departments = departments;
        this.trail = trail;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /** The roles held in the owner today, and those to come, by the name of the person. One statement. */
    public List<GivenRole> roles(Actor actor, OwnerId owner) {
        policy.checkCanAdminister(actor, owner);
        return door.read(actor, () -> rolesWithin(owner, today()));
    }

    /** Those held on a day, and those to come; to be called inside an open {@link TenantDoor}. */
    public List<GivenRole> rolesWithin(OwnerId owner, LocalDate day) {
        return repository.fromDayOn(owner.value(), day).stream()
                .map(GivenRole::of)
                .toList();
    }

    /**
     * Gives a role; what the person holds already for all these days changes nothing.
     *
     * @throws NotFoundException if the owner has no such department
     */
    public void give(Actor actor, OwnerId owner, PersonId person, RoleTerms terms) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            giveWithin(actor, owner, person, terms);
            return true;
        });
    }

    /**
     * {@link #give} inside an open {@link TenantDoor}.
     *
     * @return the role as it is held now
     */
    public GrantId giveWithin(Actor actor, OwnerId owner, PersonId person, RoleTerms terms) {
        policy.checkCanAdminister(actor, owner);
        // First of all, whether there is such a department.
        if (terms.department() != null) {
            departments.departmentNameWithin(owner, terms.department());
        }
        List<GivenRole> same = ofPerson(
                owner,
                person,
                role -> role.person().equals(person)
                        && !role.isDeputy()
                        && isSame(role, terms.role(), terms.department()));
        Optional<GivenRole> held =
                same.stream().filter(role -> covers(role, terms)).findFirst();
        if (held.isPresent()) {
            return held.get().id();
        }
        // What has ended once begins anew, and not as if it had never ended.
        LocalDate from = terms.from() == null && !same.isEmpty() ? today() : terms.from();
        return put(
                actor, owner, person, same, new RoleTerms(terms.role(), terms.department(), from, terms.until()), null);
    }

    /**
     * Lets somebody stand in for a person for some days: with every role that the person holds in these days, each no longer
     * than the person has it.
     *
     * @param from the first day
     * @param until the last day
     * @throws RefusedException if the person stands in for themselves, the days are in disorder, or the one who is stood in
     *     for holds no role in them
     */
    public void standIn(Actor actor, OwnerId owner, PersonId deputy, PersonId absent, LocalDate from, LocalDate until) {
        policy.checkCanAdminister(actor, owner);
        if (deputy.equals(absent)) {
            throw new RefusedException("本人の代理にはなれません。別の人を選んでください。");
        }
        RoleTerms days = new RoleTerms(Role.VIEWER, null, from, until);
        door.write(actor, () -> {
            List<GivenRole> held = ofPerson(
                    owner, absent, role -> role.person().equals(absent) && !role.isDeputy() && overlaps(role, days));
            if (held.isEmpty()) {
                throw new RefusedException("代理される人は、その期間に権限を持っていません。日付か人を選び直してください。");
            }
            for (GivenRole own : held) {
                List<GivenRole> same = ofPerson(
                        owner,
                        deputy,
                        role -> absent.equals(role.deputyFor()) && isSame(role, own.role(), own.department()));
                LocalDate first = later(from, own.from());
                LocalDate last = earlier(until, own.until());
                put(actor, owner, deputy, same, new RoleTerms(own.role(), own.department(), first, last), own);
            }
            return true;
        });
    }

    /**
     * Says until when a role is held; with it ends whoever stands in for its holder.
     *
     * @param lastDay today or later; none: until further notice
     * @throws NotFoundException if the owner has no such role
     * @throws RefusedException if the day has passed, or the owner would be left without an admin
     */
    public void limit(Actor actor, OwnerId owner, GrantId role, @Nullable LocalDate lastDay) {
        policy.checkCanAdminister(actor, owner);
        if (lastDay != null && lastDay.isBefore(today())) {
            throw new RefusedException("終わる日は、今日か、今日より後の日にしてください。");
        }
        door.write(actor, () -> {
            GivenRole given = one(owner, role);
            if (lastDay == null && given.isDeputy()) {
                throw new RefusedException("代理には、終わる日が要ります。");
            }
            endWithin(actor, owner, List.of(given), lastDay);
            return true;
        });
    }

    /**
     * Takes a role away at once, or before it has begun. It is gone with the person's next request.
     *
     * @throws NotFoundException if the owner has no such role
     * @throws RefusedException if the owner would be left without an admin
     */
    public void take(Actor actor, OwnerId owner, GrantId role) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            endWithin(actor, owner, List.of(one(owner, role)), yesterday());
            return true;
        });
    }

    /**
     * Takes a role away at once, in every department in which the person holds it.
     *
     * @throws NotFoundException if the person does not hold it
     */
    public void take(Actor actor, OwnerId owner, PersonId person, Role role) {
        takeAll(actor, owner, person, given -> given.role() == role);
    }

    /**
     * Takes all roles of a person in the owner away at once: the person no longer works there, and stays readable by name.
     *
     * @throws NotFoundException if the person holds none
     */
    public void takeAll(Actor actor, OwnerId owner, PersonId person) {
        takeAll(actor, owner, person, given -> true);
    }

    private void takeAll(Actor actor, OwnerId owner, PersonId person, Predicate<GivenRole> which) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            LocalDate today = today();
            List<GivenRole> held = ofPerson(
                    owner,
                    person,
                    role -> role.person().equals(person)
                            && which.test(role)
                            && (role.until() == null || !role.until().isBefore(today)));
            if (held.isEmpty()) {
                throw new NotFoundException();
            }
            endWithin(actor, owner, held, yesterday());
            return true;
        });
    }

    /**
     * Ends roles after a day, or takes them away where they have not begun by then, and with them their deputies'; to be
     * called inside an open {@link TenantDoor}.
     *
     * @param lastDay none: until further notice
     * @throws RefusedException if the owner would be left without an admin
     */
    public void endWithin(Actor actor, OwnerId owner, List<GivenRole> ended, @Nullable LocalDate lastDay) {
        policy.checkCanAdminister(actor, owner);
        boolean ofAdmins = ended.stream().anyMatch(role -> role.role() == Role.ADMIN && !role.isDeputy());
        LocalDate administered = ofAdmins ? administeredUntil(owner) : null;
        for (GivenRole role : ended) {
            end(actor, owner, role, lastDay);
            if (!role.isDeputy() && lastDay != null) {
                ofPerson(
                                owner,
                                role.person(),
                                other -> role.person().equals(other.deputyFor())
                                        && isSame(other, role.role(), role.department())
                                        && lastDay.isBefore(Objects.requireNonNull(other.until())))
                        .forEach(deputy -> end(actor, owner, deputy, lastDay));
            }
        }
        if (administered != null
                && !actor.operator()
                && administeredUntil(owner).isBefore(administered)) {
            throw new RefusedException("団体管理者が一人もいない日ができます。先に、別の人に団体管理者の権限を付けてください。");
        }
    }

    /**
     * Gives a role that an accepted invitation names, from today on or from a later day; to be called inside
     * {@link TenantDoor#accounts}. What the person holds already changes nothing, nor does a last day that has passed.
     */
    public void giveInvitedWithin(
            OwnerId owner,
            PersonId person,
            Role role,
            @Nullable DepartmentId department,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        if (until != null && until.isBefore(today())) {
            return;
        }
        repository.insertInvited(
                owner.value(),
                GrantId.next().value(),
                person.value(),
                role.name(),
                department == null ? null : department.value(),
                from != null && from.isAfter(today()) ? from : null,
                until,
                today());
    }

    private void end(Actor actor, OwnerId owner, GivenRole role, @Nullable LocalDate lastDay) {
        if (Objects.equals(role.until(), lastDay)) {
            return;
        }
        boolean begins = lastDay == null || role.from() == null || !lastDay.isBefore(role.from());
        if (begins) {
            repository.endAfter(owner.value(), role.id().value(), lastDay);
        } else {
            repository.delete(owner.value(), role.id().value());
        }
        if (begins && (lastDay == null || !lastDay.isBefore(today()))) {
            trail.limited(actor, owner, role, lastDay);
        } else {
            trail.taken(actor, owner, role);
        }
    }

    /** A new one, or the one that begins that day with another end: a role is given once for a first day. */
    private GrantId put(
            Actor actor,
            OwnerId owner,
            PersonId person,
            List<GivenRole> same,
            RoleTerms terms,
            @Nullable GivenRole standsInFor) {
        for (GivenRole given : same) {
            if (Objects.equals(given.from(), terms.from())) {
                end(actor, owner, given, terms.until());
                return given.id();
            }
        }
        if (repository.isOperator(person.value())) {
            throw new RefusedException("運用担当の利用者は、団体の権限を持てません。支援が要るときは、団体管理者が支援アクセスを許可します。");
        }
        GrantId id = GrantId.next();
        repository.insert(
                owner.value(),
                id.value(),
                person.value(),
                terms.role().name(),
                terms.department() == null ? null : terms.department().value(),
                terms.from(),
                terms.until(),
                standsInFor == null ? null : standsInFor.person().value());
        trail.given(actor, owner, one(owner, id));
        return id;
    }

    private List<GivenRole> ofPerson(OwnerId owner, PersonId person, Predicate<GivenRole> which) {
        return repository.ofPerson(owner.value(), person.value()).stream()
                .map(GivenRole::of)
                .filter(which)
                .toList();
    }

    private GivenRole one(OwnerId owner, GrantId role) {
        return repository.one(owner.value(), role.value()).map(GivenRole::of).orElseThrow(NotFoundException::new);
    }

    /** The last day before which the owner has an admin every day from today on. */
    private LocalDate administeredUntil(OwnerId owner) {
        List<GivenRole> admins =
                repository.admins(owner.value()).stream().map(GivenRole::of).toList();
        LocalDate day = today();
        while (true) {
            LocalDate held = day;
            List<GivenRole> there =
                    admins.stream().filter(admin -> admin.isHeldOn(held)).toList();
            if (there.isEmpty()) {
                return day;
            }
            LocalDate last = day;
            for (GivenRole admin : there) {
                if (admin.until() == null) {
                    return LocalDate.MAX;
                }
                last = later(last, admin.until());
            }
            day = last.plusDays(1);
        }
    }

    private static boolean isSame(GivenRole given, Role role, @Nullable DepartmentId department) {
        return given.role() == role && Objects.equals(given.department(), department);
    }

    private boolean covers(GivenRole given, RoleTerms terms) {
        LocalDate first = terms.from() == null ? today() : terms.from();
        return given.isHeldOn(first)
                && (given.until() == null
                        || (terms.until() != null && !given.until().isBefore(terms.until())));
    }

    private static boolean overlaps(GivenRole given, RoleTerms days) {
        LocalDate first = Objects.requireNonNull(days.from());
        LocalDate last = Objects.requireNonNull(days.until());
        return (given.from() == null || !given.from().isAfter(last))
                && (given.until() == null || !given.until().isBefore(first));
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate yesterday() {
        return today().minusDays(1);
    }
}

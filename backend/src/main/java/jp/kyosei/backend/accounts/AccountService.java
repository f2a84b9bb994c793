package jp.kyosei.backend.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.live.SessionsOver;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.jspecify.annotations.Nullable;

/** The people of an owner: lists them, changes what they may do, and ends their use of the service at once. */
@Singleton
public class AccountService {
    /** How many are listed at once at the most. */
    public static final int MOST = 500;

    /** Stands for whatever version there is. */
    public static final long ANY_VERSION = -1;

    private final AccountRepository repository;
    private final InvitationRepository errands;
    private final OwnerDirectory owners;
    private final PeopleService people;
    private final RoleService roles;
    private final AuditService audit;
    private final LiveChannel live;
    private final TenantDoor door;
    private final Json json;
    private final Clock clock;

    AccountService(
            AccountRepository repository,
            InvitationRepository errands,
            OwnerDirectory owners,
            PeopleService people,
            RoleService roles,
            AuditService audit,
            LiveChannel live,
            TenantDoor door,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.errands = errands;
        this.owners = owners;
        this.people = people;
        this.roles = roles;
        this.audit = audit;
        this.live = live;
        this.door = door;
        this.json = json;
        this.clock = clock;
    }

    /**
     * People, invitations, and those who may not use the service any more: invitations first, then by name.
     *
     * @param owner its slug
     * @param most how many, at the most {@value #MOST}
     * @throws NotFoundException if there is no such owner for the actor
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public AccountPage accounts(Actor actor, String owner, AccountFilter filter, int offset, int most) {
        OwnerId id = owners.ofAdmin(actor, owner);
        return door.read(actor, () -> {
            List<AccountRow> rows = repository.page(
                    id.value(),
                    today(),
                    filter.pattern(),
                    filter.department().strip(),
                    filter.roleOrAny(),
                    filter.stateOrAny(),
                    offset,
                    Math.min(most, MOST));
            int total = rows.isEmpty() && offset > 0 ? count(id, filter) : total(rows);
            return new AccountPage(total, rows.stream().map(AccountRow::account).toList());
        });
    }

    /** The owner of that slug, for its administrator and the operator. */
    public OwnerId owner(Actor actor, String owner) {
        return owners.administered(actor, owner);
    }

    /**
     * Who administers an owner, and who is invited to: for its administrator and for the operator, who invites the first one.
     *
     * @throws NotFoundException if there is no such owner for the actor
     */
    public List<Account> administrators(Actor actor, String owner) {
        OwnerId id = owners.administered(actor, owner);
        AccountFilter filter = new AccountFilter("", "", Role.ADMIN, null);
        return door.read(actor, () -> repository
                .page(
                        id.value(),
                        today(),
                        filter.pattern(),
                        filter.department(),
                        filter.roleOrAny(),
                        filter.stateOrAny(),
                        0,
                        MOST)
                .stream()
                .map(AccountRow::account)
                .toList());
    }

    /** How many there are; errors as {@link #accounts}. */
    public int count(Actor actor, String owner, AccountFilter filter) {
        OwnerId id = owners.ofAdmin(actor, owner);
        return door.read(actor, () -> count(id, filter));
    }

    /** What the owner's departments are called, by their codes; errors as {@link #accounts}. */
    public Map<String, String> departments(Actor actor, String owner) {
        OwnerId id = owners.ofAdmin(actor, owner);
        return owners.departments(actor, id).stream()
                .collect(Collectors.toMap(
                        DepartmentRow::code, DepartmentRow::name, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * One of an owner's people.
     *
     * @throws NotFoundException if the owner has no such person or invitation; further errors as {@link #accounts}
     */
    public Account account(Actor actor, String owner, UUID account) {
        OwnerId id = owners.ofAdmin(actor, owner);
        return door.read(actor, () -> accountWithin(id, account));
    }

    /**
     * Changes what a person may do in the owner.
     *
     * @param expected the {@link Account#version} that it began from; {@link #ANY_VERSION} for whatever there is
     * @param given the roles; null as they were
     * @param department the code or the name of the department for the roles that are of one; empty for none, null as it was
     * @throws StaleException if somebody else has changed it meanwhile
     * @throws RefusedException if the owner would have no admin any more, or the person may not use the service
     */
    public Account change(
            Actor actor,
            String owner,
            UUID person,
            long expected,
            @Nullable Set<Role> given,
            @Nullable String department) {
        OwnerId id = owners.ofAdmin(actor, owner);
        PersonId who = new PersonId(person);
        return door.write(actor, () -> {
            Account before = activeWithin(id, person, expected);
            Set<Role> wanted = given == null ? EnumSet.copyOf(before.roles()) : given;
            if (wanted.isEmpty()) {
                throw new WrongTextException("roles", "権限を1つ以上選んでください。利用をやめるときは、利用停止にしてください。");
            }
            Set<Role> anew = EnumSet.noneOf(Role.class);
            for (Role role : before.roles()) {
                if (!wanted.contains(role)) {
                    people.takeRole(actor, id, who, role);
                } else if (department != null && isOfDepartment(role)) {
                    anew.add(role);
                }
            }
            DepartmentId place = department == null || department.isBlank() ? null : place(id, department);
            if (department != null && !before.departments().equals(names(id, place))) {
                for (Role role : anew) {
                    people.takeRole(actor, id, who, role);
                    people.giveRole(actor, id, who, role, place);
                }
            }
            for (Role role : wanted) {
                if (!before.roles().contains(role)) {
                    people.giveRole(actor, id, who, role, isOfDepartment(role) ? place : null);
                }
            }
            return accountWithin(id, person);
        });
    }

    /**
     * Ends somebody's use of the service for this owner at once: with the next request their roles are gone, and their
     * sessions end on every replica.
     *
     * @param reason why; may be empty
     * @throws RefusedException if it is the actor itself, or the owner would have no admin any more
     */
    public Account deactivate(Actor actor, String owner, UUID person, long expected, String reason) {
        OwnerId id = owners.ofAdmin(actor, owner);
        PersonId who = new PersonId(person);
        if (actor.person().equals(who)) {
            throw new RefusedException("自分の利用は止められません。ほかの団体管理者に頼んでください。");
        }
        String why = TypedText.reason(reason);
        return door.write(actor, () -> {
            Account before = activeWithin(id, person, expected);
            Instant now = clock.instant();
            String held = repository.roles(id.value(), person, today());
            Optional<String> subject = repository.subject(person);
            repository.reactivate(id.value(), person);
            repository.deactivate(
                    id.value(), person, before.displayName(), before.username(), held, why, actor.displayName(), now);
            roles.takeAll(actor, id, who);
            subject.ifPresent(account -> {
                errands.ask(id.value(), UUID.randomUUID(), null, account, ErrandKind.END_SESSIONS.name(), now);
                live.announceSessionsWithin(SessionsOver.ofAccount(account));
            });
            audit.recordWithin(actor, id, List.of(change(Deed.DEACTIVATE_PERSON, before, why)));
            return accountWithin(id, person);
        });
    }

    /**
     * Lets somebody use the service again, with the roles that they had.
     *
     * @throws NotFoundException if there is no such person in the owner
     * @throws RefusedException if they may use it
     */
    public Account reactivate(Actor actor, String owner, UUID person, long expected) {
        OwnerId id = owners.ofAdmin(actor, owner);
        PersonId who = new PersonId(person);
        return door.write(actor, () -> {
            Account before = accountWithin(id, person);
            checkVersion(before, expected);
            if (before.state() != AccountState.INACTIVE) {
                throw new RefusedException("この方は、いま利用を止められていません。");
            }
            String held = repository.rolesBefore(id.value(), person).orElseThrow(NotFoundException::new);
            repository.reactivate(id.value(), person);
            for (HeldRole role : json.read(held, HeldRole[].class)) {
                UUID place = role.department();
                people.giveRole(actor, id, who, role.role(), place == null ? null : new DepartmentId(place));
            }
            audit.recordWithin(actor, id, List.of(change(Deed.REACTIVATE_PERSON, before, "")));
            return accountWithin(id, person);
        });
    }

    private Account activeWithin(OwnerId owner, UUID person, long expected) {
        Account account = accountWithin(owner, person);
        checkVersion(account, expected);
        return switch (account.state()) {
            case ACTIVE -> account;
            case INACTIVE -> throw new RefusedException("この方の利用は止められています。先に利用を再開してください。");
            case WAITING, SENT, EXPIRED -> throw new NotFoundException();
        };
    }

    private static void checkVersion(Account account, long expected) {
        if (expected != ANY_VERSION && expected != account.version()) {
            throw new StaleException();
        }
    }

    private Account accountWithin(OwnerId owner, UUID account) {
        return repository
                .account(owner.value(), today(), account)
                .map(AccountRow::account)
                .orElseThrow(NotFoundException::new);
    }

    private DepartmentId place(OwnerId owner, String department) {
        DepartmentId place = owners.departmentsWithin(owner).get(department.strip());
        if (place == null) {
            throw new WrongTextException("department", "その担当課は登録されていません。担当課の記号か名前を確かめてください。");
        }
        return place;
    }

    private List<String> names(OwnerId owner, @Nullable DepartmentId place) {
        return repository.departments(owner.value(), today()).stream()
                .filter(row -> place != null && row.id().equals(place.value()))
                .map(DepartmentRow::name)
                .toList();
    }

    private int count(OwnerId owner, AccountFilter filter) {
        return repository.count(
                owner.value(),
                today(),
                filter.pattern(),
                filter.department().strip(),
                filter.roleOrAny(),
                filter.stateOrAny());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Whether a role is one of a department; the others are of the whole owner. */
    static boolean isOfDepartment(Role role) {
        return switch (role) {
            case CONTRIBUTOR, APPROVER, SECRETARIAT, VIEWER -> true;
            case COMMITTEE, ADMIN -> false;
        };
    }

    private static int total(List<AccountRow> rows) {
        return rows.isEmpty() ? 0 : rows.getFirst().total();
    }

    private static Change change(Deed deed, Account account, String reason) {
        return new Change(
                deed,
                SubjectKind.PERSON,
                "%s (%s)".formatted(account.displayName(), account.username()),
                null,
                null,
                Map.of(),
                Map.of(),
                reason.isEmpty() ? null : reason);
    }
}

package jp.kyosei.ui.people;

import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.accounts.AccountState;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.people.GrantId;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.people.RoleTerms;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** What the screen of one person asks the services for, always as whoever looks at it. */
@Prototype
class PersonDesk {
    private final AccountService accounts;
    private final RoleService roles;
    private final DepartmentService departments;
    private final CurrentActor current;
    private final Clock clock;

    PersonDesk(
            AccountService accounts,
            RoleService roles,
            DepartmentService departments,
            CurrentActor current,
            Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.departments = departments;
        this.current = current;
        this.clock = clock;
    }

    /** @throws NotFoundException if nobody in the owner is this person, or they may not use the service */
    Account account(String owner, UUID person) {
        Account account = accounts.account(current.require(), owner, person);
        if (account.state() != AccountState.ACTIVE) {
            throw new NotFoundException();
        }
        return account;
    }

    OwnerId owner(String slug) {
        return accounts.owner(current.require(), slug);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** All roles of the owner that are held today or begin later. */
    List<GivenRole> roles(OwnerId owner) {
        return roles.roles(current.require(), owner);
    }

    /** Those that are there, by their ids. */
    Map<String, String> departments(OwnerId owner) {
        Map<String, String> names = new LinkedHashMap<>();
        departments.departments(current.require(), owner).stream()
                .filter(record -> record.last() == null)
                .forEach(record -> names.put(
                        record.department().id().value().toString(),
                        record.department().name()));
        return names;
    }

    void give(OwnerId owner, PersonId person, RoleTerms terms) {
        roles.give(current.require(), owner, person, terms);
    }

    void standIn(OwnerId owner, PersonId deputy, PersonId absent, LocalDate from, LocalDate until) {
        roles.standIn(current.require(), owner, deputy, absent, from, until);
    }

    void limit(OwnerId owner, GrantId role, @Nullable LocalDate lastDay) {
        roles.limit(current.require(), owner, role, lastDay);
    }

    void take(OwnerId owner, GrantId role) {
        roles.take(current.require(), owner, role);
    }

    static @Nullable DepartmentId department(String id) {
        return id.isEmpty() ? null : new DepartmentId(UUID.fromString(id));
    }
}

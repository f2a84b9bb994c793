package jp.kyosei.backend.people;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Registers people, and gives and takes the roles that they hold in owners; every change of it is audited. */
@Singleton
public class PeopleService {
    private final PeopleRepository repository;
    private final OwnerService owners;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PeopleService(
            PeopleRepository repository,
            OwnerService owners,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.repository = repository;
        this.owners = owners;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Registers a person who may log in; without a role it sees nothing. Somebody known already stays as they are.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public PersonId register(Actor actor, String subject, String username, String displayName, boolean operator) {
        policy.checkCanKeepOwners(actor);
        return door.write(actor, () -> {
            Optional<UUID> known = repository.personOf(subject);
            if (known.isPresent()) {
                return new PersonId(known.get());
            }
            PersonRow person = new PersonRow(
                    UUID.randomUUID(),
                    TypedText.checked(TextKind.NAME, "username", "利用者名", username),
                    TypedText.checked(TextKind.NAME, "displayName", "表示名", displayName));
            repository.insertPerson(
                    person.id(),
                    TypedText.checked(TextKind.NAME, "subject", "利用者の識別子", subject),
                    person.username(),
                    person.displayName(),
                    operator);
            audit.recordOfServiceWithin(
                    actor, change(Deed.REGISTER_PERSON, person, Map.of(), Map.of("operator", operator)));
            return new PersonId(person.id());
        });
    }

    /**
     * Says where mail for a person goes; an empty address takes it away. The trail tells that it was changed, not the
     * address, which is the person's own.
     *
     * @throws NotFoundException if the actor is neither the operator nor the person itself
     * @throws IllegalArgumentException if the text is no plain mail address
     */
    public void setMailAddress(Actor actor, PersonId person, String address) {
        String trimmed = address.strip();
        if (!trimmed.isEmpty() && !MailAddress.isPlain(trimmed)) {
            throw new IllegalArgumentException("メールアドレスではありません: " + trimmed);
        }
        if (!actor.person().equals(person)) {
            policy.checkCanKeepOwners(actor);
        }
        door.write(actor, () -> {
            PersonRow row = repository.person(person.value()).orElseThrow(NotFoundException::new);
            if (repository.changeMailAddress(person.value(), trimmed.isEmpty() ? null : trimmed) == 0) {
                throw new NotFoundException();
            }
            audit.recordOfServiceWithin(
                    actor, change(Deed.CHANGE_MAIL_ADDRESS, row, Map.of(), Map.of("mailAddress", !trimmed.isEmpty())));
            return true;
        });
    }

    /** Where mail for the actor goes, if anywhere. */
    public Optional<String> mailAddress(Actor actor) {
        return door.read(actor, () -> repository.mailAddress(actor.person().value()));
    }

    /**
     * Gives a role in an owner; giving it twice changes nothing.
     *
     * @throws NotFoundException if the actor cannot read the owner, or the owner has no such department
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    public void giveRole(Actor actor, OwnerId owner, PersonId person, Role role, @Nullable DepartmentId department) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            String asked = department == null ? null : owners.departmentNameWithin(owner, department);
            UUID departmentId = department == null ? null : department.value();
            if (repository.insertGrant(owner.value(), person.value(), role.name(), departmentId) != 0) {
                Map<String, Object> given = new LinkedHashMap<>();
                given.put("role", role.name());
                if (asked != null) {
                    given.put("department", asked);
                }
                audit.recordWithin(actor, owner, List.of(change(Deed.GIVE_ROLE, holder(person), Map.of(), given)));
                SecurityLog.role("role-given", actor, person, owner, role);
            }
            return true;
        });
    }

    /**
     * Gives back a role to somebody whose use of the service had been ended; to be called inside a door that was opened for
     * writing, by a feature that has asked the access policy.
     *
     * @param called as the trail names the person, whom the actor may not find before they hold a role
     */
    public void giveRoleAgainWithin(
            Actor actor,
            OwnerId owner,
            PersonId person,
            String called,
            Role role,
            @Nullable DepartmentId department) {
        UUID departmentId = department == null ? null : department.value();
        if (repository.insertGrant(owner.value(), person.value(), role.name(), departmentId) != 0) {
            audit.recordWithin(
                    actor,
                    owner,
                    List.of(new Change(
                            Deed.GIVE_ROLE,
                            SubjectKind.PERSON,
                            called,
                            null,
                            null,
                            Map.of(),
                            Map.of("role", role.name()),
                            null)));
            SecurityLog.role("role-given", actor, person, owner, role);
        }
    }

    /**
     * Takes a role away. It is gone with the person's next request.
     *
     * @throws NotFoundException if the person does not hold it, or the actor cannot read the owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    public void takeRole(Actor actor, OwnerId owner, PersonId person, Role role) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            // Before the role is gone: an admin knows the people of their own owner only.
            PersonRow holder = holder(person);
            if (repository.deleteGrant(owner.value(), person.value(), role.name()) == 0) {
                throw new NotFoundException();
            }
            audit.recordWithin(
                    actor, owner, List.of(change(Deed.TAKE_ROLE, holder, Map.of("role", role.name()), Map.of())));
            SecurityLog.role("role-taken", actor, person, owner, role);
            return true;
        });
    }

    /**
     * The person of an account that accepts an invitation: known already, or registered now; to be called inside
     * {@link TenantDoor#accounts}.
     *
     * @param mail where notices go from now on, for somebody new
     */
    public PersonId registerInvitedWithin(String subject, String username, String displayName, String mail) {
        Optional<UUID> known = repository.personOf(subject);
        if (known.isPresent()) {
            return new PersonId(known.get());
        }
        UUID id = UUID.randomUUID();
        repository.insertInvited(id, subject, username, displayName, mail);
        return new PersonId(id);
    }

    /** Gives a role that an accepted invitation names; to be called inside {@link TenantDoor#accounts}. */
    public void giveInvitedRoleWithin(OwnerId owner, PersonId person, Role role, @Nullable DepartmentId department) {
        repository.insertGrant(
                owner.value(), person.value(), role.name(), department == null ? null : department.value());
    }

    private PersonRow holder(PersonId person) {
        return repository.person(person.value()).orElseThrow(NotFoundException::new);
    }

    private static Change change(Deed deed, PersonRow person, Map<String, Object> before, Map<String, Object> after) {
        return new Change(deed, SubjectKind.PERSON, person.called(), null, null, before, after, null);
    }
}

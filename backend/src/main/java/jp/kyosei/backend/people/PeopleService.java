package jp.kyosei.backend.people;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Registers people, and gives and takes the roles that they hold in owners; every change of it is audited. */
@Singleton
public class PeopleService {
    private final PeopleRepository repository;
    private final RoleService roles;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PeopleService(
            PeopleRepository repository, RoleService roles, AuditService audit, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.roles = roles;
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
     * Whether somebody runs the service.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public boolean isOperator(Actor actor, PersonId person) {
        policy.checkCanKeepOwners(actor);
        return door.read(actor, () -> repository.isOperator(person.value()));
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

    /** What a person is called, whom the actor may know: those who hold or held a role in the actor's owners. */
    public Optional<String> name(Actor actor, PersonId person) {
        return door.read(actor, () -> repository.person(person.value()).map(PersonRow::displayName));
    }

    /**
     * Gives a role in an owner; giving it twice changes nothing.
     *
     * @throws NotFoundException if the actor cannot read the owner, or the owner has no such department
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    public void giveRole(Actor actor, OwnerId owner, PersonId person, Role role, @Nullable DepartmentId department) {
        roles.give(actor, owner, person, RoleTerms.now(role, department));
    }

    /**
     * Takes a role away. It is gone with the person's next request.
     *
     * @throws NotFoundException if the person does not hold it, or the actor cannot read the owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    public void takeRole(Actor actor, OwnerId owner, PersonId person, Role role) {
        roles.take(actor, owner, person, role);
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

    private static Change change(Deed deed, PersonRow person, Map<String, Object> before, Map<String, Object> after) {
        return new Change(deed, SubjectKind.PERSON, person.called(), null, null, before, after, null);
    }
}

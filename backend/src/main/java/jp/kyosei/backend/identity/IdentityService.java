package jp.kyosei.backend.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Turns an authenticated subject into an {@link Actor}, and gives and takes roles. */
@Singleton
public class IdentityService {
    /** Plain addresses only, of at most 254 characters: no names, comments, lists or line breaks. */
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("(?=.{3,254}$)[^\\s\\p{Cntrl}@,;:<>()\\\\\"\\[\\]]+@[^\\s\\p{Cntrl}@,;:<>()\\\\\"\\[\\]]+");

    private final IdentityRepository repository;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    IdentityService(IdentityRepository repository, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Who this subject of the identity provider is now, with the roles it holds at this moment and the alliances its
     * municipalities belong to in the current fiscal year. One SQL statement.
     *
     * @return empty if nobody of that subject is registered
     */
    @Transactional(readOnly = true)
    public Optional<Actor> actorOf(String subject) {
        int fiscalYear = FiscalYear.of(LocalDate.now(clock)).year();
        List<GrantRow> rows = repository.identify(subject, fiscalYear);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        GrantRow person = rows.getFirst();
        List<Grant> grants = rows.stream().flatMap(row -> grant(row).stream()).toList();
        return Optional.of(new Actor(
                new PersonId(person.personId()), person.username(), person.displayName(), person.operator(), grants));
    }

    /**
     * Registers a person who may log in; without a role it sees nothing.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public PersonId register(Actor actor, String subject, String username, String displayName, boolean operator) {
        policy.checkCanKeepOwners(actor);
        return door.write(actor, () -> {
            Optional<UUID> known = repository.personOf(subject);
            UUID id = known.orElseGet(UUID::randomUUID);
            if (known.isEmpty()) {
                repository.insertPerson(
                        id,
                        TypedText.checked(TextKind.NAME, "subject", "利用者の識別子", subject),
                        TypedText.checked(TextKind.NAME, "username", "利用者名", username),
                        TypedText.checked(TextKind.NAME, "displayName", "表示名", displayName),
                        operator);
            }
            return new PersonId(id);
        });
    }

    /**
     * Says where mail for a person goes; an empty address takes it away.
     *
     * @throws NotFoundException if the actor is neither the operator nor the person itself
     * @throws IllegalArgumentException if the text is no plain mail address
     */
    public void setMailAddress(Actor actor, PersonId person, String address) {
        String trimmed = address.strip();
        if (!trimmed.isEmpty() && !MAIL_ADDRESS.matcher(trimmed).matches()) {
            throw new IllegalArgumentException("メールアドレスではありません: " + trimmed);
        }
        if (!actor.person().equals(person)) {
            policy.checkCanKeepOwners(actor);
        }
        long changed = door.write(
                actor, () -> repository.changeMailAddress(person.value(), trimmed.isEmpty() ? null : trimmed));
        if (changed == 0) {
            throw new NotFoundException();
        }
    }

    /** Where mail for the actor goes, if anywhere. */
    public Optional<String> mailAddress(Actor actor) {
        return door.read(actor, () -> repository.mailAddress(actor.person().value()));
    }

    /** Gives a role in an owner; giving it twice changes nothing. */
    public void giveRole(Actor actor, OwnerId owner, PersonId person, Role role, @Nullable DepartmentId department) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            UUID departmentId = department == null ? null : department.value();
            repository.insertGrant(owner.value(), person.value(), role.name(), departmentId);
            return true;
        });
    }

    /**
     * Takes a role away. It is gone with the person's next request.
     *
     * @throws NotFoundException if the person does not hold it
     */
    public void takeRole(Actor actor, OwnerId owner, PersonId person, Role role) {
        policy.checkCanAdminister(actor, owner);
        long taken = door.write(actor, () -> repository.deleteGrant(owner.value(), person.value(), role.name()));
        if (taken == 0) {
            throw new NotFoundException();
        }
    }

    private static Optional<Grant> grant(GrantRow row) {
        if (row.ownerId() == null
                || row.ownerSlug() == null
                || row.ownerKind() == null
                || row.ownerName() == null
                || row.role() == null) {
            return Optional.empty();
        }
        String code = row.municipalityCode();
        UUID department = row.departmentId();
        UUID through = row.throughOwnerId();
        return Optional.of(new Grant(
                new OwnerId(row.ownerId()),
                row.ownerSlug(),
                OwnerKind.valueOf(row.ownerKind()),
                row.ownerName(),
                Role.valueOf(row.role()),
                code == null ? null : new MunicipalityCode(code),
                department == null ? null : new DepartmentId(department),
                through == null ? null : new OwnerId(through)));
    }
}

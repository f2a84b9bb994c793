package jp.kyosei.backend.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Lets invitations take effect: whoever logs in with the account to which they lead has accepted them. */
@Singleton
public class Acceptance {
    /** A feature that waits for whoever was invited to have an account. */
    @FunctionalInterface
    public interface Waiting {
        /** The invitation is accepted; called inside {@link TenantDoor#accounts}, which sees little. */
        void acceptedWithin(OwnerId owner, UUID invitation, PersonId person);
    }

    private final InvitationRepository repository;
    private final PeopleService people;
    private final RoleService roles;
    private final AuditService audit;
    private final List<Waiting> waiting;
    private final TenantDoor door;
    private final Clock clock;

    Acceptance(
            InvitationRepository repository,
            PeopleService people,
            RoleService roles,
            AuditService audit,
            List<Waiting> waiting,
            TenantDoor door,
            Clock clock) {
        this.repository = repository;
        this.people = people;
        this.roles = roles;
        this.audit = audit;
        this.waiting = List.copyOf(waiting);
        this.door = door;
        this.clock = clock;
    }

    /**
     * Somebody has logged in. One statement where nobody has invited them.
     *
     * @param subject Keycloak's identifier of the account
     * @param username what the person types to log in
     * @return how many invitations have been accepted
     */
    public int loggedIn(String subject, String username) {
        return door.accounts(() -> {
            Instant now = clock.instant();
            List<InvitationRow> invitations = repository.leadingTo(subject, now);
            invitations.forEach(invitation -> accept(invitation, subject, username, now));
            return invitations.size();
        });
    }

    private void accept(InvitationRow invitation, String subject, String username, Instant now) {
        OwnerId owner = new OwnerId(invitation.ownerId());
        PersonId person = people.registerInvitedWithin(subject, username, invitation.displayName(), invitation.mail());
        repository.accept(owner.value(), invitation.id(), person.value(), now);
        UUID place = invitation.departmentId();
        for (Role role : invitation.roleList()) {
            roles.giveInvitedWithin(
                    owner,
                    person,
                    role,
                    place != null && AccountService.isOfDepartment(role) ? new DepartmentId(place) : null,
                    invitation.validFrom(),
                    invitation.validUntil());
        }
        waiting.forEach(one -> one.acceptedWithin(owner, invitation.id(), person));
        Actor accepting = new Actor(person, username, invitation.displayName(), false, List.of());
        audit.recordWithin(
                accepting,
                owner,
                List.of(InvitationService.change(
                        Deed.ACCEPT_INVITATION, invitation, Map.of(), InvitationService.facts(invitation))));
    }
}

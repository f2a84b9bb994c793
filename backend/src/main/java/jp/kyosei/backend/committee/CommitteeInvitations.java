package jp.kyosei.backend.committee;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.accounts.Acceptance;
import jp.kyosei.backend.accounts.Invitation;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.accounts.NewInvitation;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.WrongTextException;

/**
 * Invites members who are on paper alone to use the service. The account comes to the member when the person first logs in.
 */
@Singleton
public class CommitteeInvitations implements Acceptance.Waiting {
    private final CommitteeService committee;
    private final CommitteeRepository repository;
    private final InvitationService invitations;
    private final TenantDoor door;
    private final AccessPolicy policy;

    CommitteeInvitations(
            CommitteeService committee,
            CommitteeRepository repository,
            InvitationService invitations,
            TenantDoor door,
            AccessPolicy policy) {
        this.committee = committee;
        this.repository = repository;
        this.invitations = invitations;
        this.door = door;
        this.policy = policy;
    }

    /** Whether the actor invites people into the owner. */
    public boolean mayInvite(Actor actor, OwnerId owner) {
        return policy.canSettle(actor, owner);
    }

    /**
     * Invites a member with the committee's role.
     *
     * @throws NotFoundException if the actor cannot read the owner, or there is no such member
     * @throws ForbiddenException if the actor is not its admin
     * @throws RefusedException if the member has an account, or another member is invited by this address
     * @throws WrongTextException naming mail, if it is no address
     */
    public void invite(Actor actor, OwnerId owner, MemberId id, String mail) {
        policy.checkCanRead(actor, owner);
        policy.checkAllowed(mayInvite(actor, owner), "委員を招待できるのは、その団体の団体管理者だけです。");
        door.write(actor, () -> {
            CommitteeMember member = committee.memberWithin(owner, id);
            if (!member.isOnPaper()) {
                throw new RefusedException("%sさんは、すでにログインして使えます。".formatted(member.name()));
            }
            Invitation made = invitations.inviteWithin(
                    actor, owner, new NewInvitation(mail, member.name(), "", Set.of(Role.COMMITTEE)));
            if (repository.isInvitedElsewhere(owner.value(), id.value(), made.id())) {
                throw new RefusedException("このメールアドレスには、名簿のほかの委員として招待を送っています。アドレスを確かめてください。");
            }
            repository.invited(owner.value(), id.value(), made.id());
            return true;
        });
    }

    @Override
    public void acceptedWithin(OwnerId owner, UUID invitation, PersonId person) {
        repository.accepted(owner.value(), invitation, person.value());
    }
}

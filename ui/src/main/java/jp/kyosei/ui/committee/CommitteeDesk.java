package jp.kyosei.ui.committee;

import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.committee.CommitteeInvitations;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberEntry;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.session.CurrentActor;

/** What the screen of the 名簿 asks the services for, always as whoever looks at it. */
@Prototype
class CommitteeDesk {
    private final OwnerService owners;
    private final CommitteeService committee;
    private final CommitteeInvitations invitations;
    private final CurrentActor current;
    private final Clock clock;

    CommitteeDesk(
            OwnerService owners,
            CommitteeService committee,
            CommitteeInvitations invitations,
            CurrentActor current,
            Clock clock) {
        this.owners = owners;
        this.committee = committee;
        this.invitations = invitations;
        this.current = current;
        this.clock = clock;
    }

    Owner owner(String slug) {
        return owners.owner(current.require(), slug);
    }

    List<CommitteeMember> members(Owner owner) {
        return committee.members(current.require(), owner.id());
    }

    /** Whether the term has ended. */
    boolean isOver(CommitteeMember member) {
        LocalDate until = member.until();
        return until != null && until.isBefore(LocalDate.now(clock));
    }

    /** Whether the term begins on a day to come. */
    boolean isToCome(CommitteeMember member) {
        LocalDate from = member.from();
        return from != null && from.isAfter(LocalDate.now(clock));
    }

    Map<PersonId, String> accounts(Owner owner) {
        return committee.accounts(current.require(), owner.id());
    }

    boolean mayInvite(Owner owner) {
        return invitations.mayInvite(current.require(), owner.id());
    }

    void add(Owner owner, MemberEntry entry) {
        committee.add(current.require(), owner.id(), entry);
    }

    void change(Owner owner, CommitteeMember member, MemberEntry entry) {
        committee.change(current.require(), owner.id(), member.id(), entry, member.version());
    }

    void remove(Owner owner, CommitteeMember member) {
        committee.remove(current.require(), owner.id(), member.id());
    }

    void order(Owner owner, List<MemberId> order) {
        committee.order(current.require(), owner.id(), order);
    }

    void invite(Owner owner, CommitteeMember member, String mail) {
        invitations.invite(current.require(), owner.id(), member.id(), mail);
    }
}

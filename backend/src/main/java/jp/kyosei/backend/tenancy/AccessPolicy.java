package jp.kyosei.backend.tenancy;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides who may do what to what. Services ask {@code checkCanX} first; screens ask {@code canX} to
 * hide what cannot be done.
 *
 * <p>An owner that an actor cannot read is answered as if it did not exist ({@link NotFoundException}); an action that
 * a reader may not take is refused ({@link ForbiddenException}).
 */
@Singleton
public final class AccessPolicy {
    private static final Set<Role> WORKS_ON_PLANS = EnumSet.of(Role.SECRETARIAT, Role.CONTRIBUTOR, Role.APPROVER);

    /** Roles whose holders work on a town's figures before these are confirmed. */
    static final Set<Role> TAKING_PART = EnumSet.of(Role.CONTRIBUTOR, Role.APPROVER, Role.SECRETARIAT, Role.ADMIN);

    /** Plans, figures and narratives: everyone with a role in the owner, and the members of an alliance. */
    public boolean canRead(Actor actor, OwnerId owner) {
        return actor.grants().stream().anyMatch(grant -> grant.owner().equals(owner));
    }

    /** @throws NotFoundException if the owner is not among the actor's */
    public void checkCanRead(Actor actor, OwnerId owner) {
        if (!canRead(actor, owner)) {
            throw new NotFoundException();
        }
    }

    /**
     * The last fiscal year of an owner that the actor reads and works in: that in which the actor's municipality was last a
     * member of the alliance. Row-level security holds the same.
     *
     * @return empty where every year is the actor's to read
     */
    public OptionalInt lastYear(Actor actor, OwnerId owner) {
        Integer last = actor.lastYears().get(owner);
        return last == null ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /** Plans, versions, indicators, and figures of any town: the secretariat of the owner. */
    public boolean canKeepPlans(Actor actor, OwnerId owner) {
        return actor.holds(owner, Role.SECRETARIAT);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor is not its secretariat
     */
    public void checkCanKeepPlans(Actor actor, OwnerId owner) {
        checkCanRead(actor, owner);
        checkAllowed(canKeepPlans(actor, owner), "計画の登録・変更は、その団体の事務局だけが行えます。");
    }

    /**
     * A plan that was never adopted is read by those who work on it: the secretariat, and those who enter and approve figures
     * in a trial round. Committee and readers see it once it is adopted.
     */
    public boolean canReadDraftPlans(Actor actor, OwnerId owner) {
        return actor.grants().stream()
                .anyMatch(grant -> grant.owner().equals(owner) && WORKS_ON_PLANS.contains(grant.role()));
    }

    /** What anybody may see without a login: the secretariat of the owner decides. */
    public boolean canPublish(Actor actor, OwnerId owner) {
        return canKeepPlans(actor, owner);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor is not its secretariat
     */
    public void checkCanPublish(Actor actor, OwnerId owner) {
        checkCanRead(actor, owner);
        checkAllowed(canPublish(actor, owner), "公開と取り下げは、その団体の事務局だけが行えます。");
    }

    /**
     * Rules, departments, people and their roles in an owner: its admin, and the operator, who opens owners and lays down
     * the first of all these. None of it is plan data.
     */
    public boolean canAdminister(Actor actor, OwnerId owner) {
        return actor.operator() || actor.holds(owner, Role.ADMIN);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor is neither its admin nor the operator
     */
    public void checkCanAdminister(Actor actor, OwnerId owner) {
        if (!canAdminister(actor, owner)) {
            checkCanRead(actor, owner);
            throw new ForbiddenException("評価の決まり、担当課、担当者と権限の登録・変更は、団体管理者だけが行えます。");
        }
    }

    /** What an owner is, its members and departments, none of which is plan data: who reads the owner, and the operator. */
    public boolean canKnowOwner(Actor actor, OwnerId owner) {
        return actor.operator() || canRead(actor, owner);
    }

    /** @throws NotFoundException if the owner is not the actor's to know */
    public void checkCanKnowOwner(Actor actor, OwnerId owner) {
        if (!canKnowOwner(actor, owner)) {
            throw new NotFoundException();
        }
    }

    /**
     * What only the owner itself decides, and no operator for it: whom the service may help, who is its members' contact, which
     * departments are closed, with which plan data goes elsewhere, and who does what from a day on.
     */
    public boolean canSettle(Actor actor, OwnerId owner) {
        return actor.holds(owner, Role.ADMIN);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor is not its admin
     */
    public void checkCanSettle(Actor actor, OwnerId owner) {
        checkCanRead(actor, owner);
        checkAllowed(canSettle(actor, owner), "担当課の統合・廃止、人事異動、構成市町の連絡先、支援アクセスは、団体管理者だけが決められます。");
    }

    /** An owner's whole data as one archive: its admin, and not the operator, who sees no plan data. */
    public boolean canTakeArchive(Actor actor, OwnerId owner) {
        return actor.holds(owner, Role.ADMIN);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor is not its admin
     */
    public void checkCanTakeArchive(Actor actor, OwnerId owner) {
        checkCanRead(actor, owner);
        checkAllowed(canTakeArchive(actor, owner), "団体のデータの書出しと利用の終了は、その団体の団体管理者だけが行えます。");
    }

    /** Owners, alliances and their members, the register of municipalities, people: the operator of the service. */
    public boolean canKeepOwners(Actor actor) {
        return actor.operator();
    }

    /** @throws NotFoundException if the actor is not the operator: nobody else is told that there is such a thing */
    public void checkCanKeepOwners(Actor actor) {
        if (!canKeepOwners(actor)) {
            throw new NotFoundException();
        }
    }

    /** The change history of an owner and of its plans: the owner's secretariat and admin. */
    public boolean canReadHistory(Actor actor, OwnerId owner) {
        return actor.holds(owner, Role.SECRETARIAT, Role.ADMIN);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor is neither its secretariat nor its admin
     */
    public void checkCanReadHistory(Actor actor, OwnerId owner) {
        checkCanRead(actor, owner);
        checkAllowed(canReadHistory(actor, owner), "変更の履歴を見られるのは、その団体の事務局と管理者です。");
    }

    /**
     * The change history of one cell: besides {@link #canReadHistory}, whoever works on that town's figures.
     *
     * @param town none for a figure of the whole owner
     */
    public boolean canReadHistoryOfCell(Actor actor, OwnerId owner, @Nullable MunicipalityCode town) {
        return canReadHistory(actor, owner) || figureSight(actor, owner).seesDraftsOf(town);
    }

    /**
     * @throws NotFoundException if the actor cannot even read the owner
     * @throws ForbiddenException if the actor neither keeps the owner nor works on that town's figures
     */
    public void checkCanReadHistoryOfCell(Actor actor, OwnerId owner, @Nullable MunicipalityCode town) {
        checkCanRead(actor, owner);
        checkAllowed(canReadHistoryOfCell(actor, owner, town), "この履歴を見られるのは、その市町村の担当者と所属長、事務局です。");
    }

    /**
     * A town's figures and narratives of an indicator: the contributors and superiors of the department that is asked, of
     * the whole town where no department is named on either side, and the secretariat of the owner on their behalf.
     *
     * @param department the department that is asked; none where the plan names only the municipality
     */
    public boolean canEnter(Actor actor, OwnerId owner, MunicipalityCode town, @Nullable DepartmentId department) {
        return canKeepPlans(actor, owner)
                || holdsInTown(actor, owner, town, department, EnumSet.of(Role.CONTRIBUTOR, Role.APPROVER));
    }

    /** The approval before a town's figures go to the secretariat: the superior in the department that is asked. */
    public boolean canApprove(Actor actor, OwnerId owner, MunicipalityCode town, @Nullable DepartmentId department) {
        return holdsInTown(actor, owner, town, department, EnumSet.of(Role.APPROVER));
    }

    /** Whether the actor is a superior anywhere: then there may be something that waits for approval. */
    public boolean approvesSomewhere(Actor actor) {
        return actor.grants().stream().anyMatch(grant -> grant.role() == Role.APPROVER && grant.town() != null);
    }

    /** Whether the actor takes part in the collection for this town at all, in whichever department. */
    public boolean canSeeCollection(Actor actor, OwnerId owner, MunicipalityCode town) {
        return figureSight(actor, owner).seesDraftsOf(town);
    }

    /** The collections of an owner: who takes part for any town, and the secretariat. */
    public boolean canSeeRounds(Actor actor, OwnerId owner) {
        return figureSight(actor, owner).seesSubmitted();
    }

    /** @throws ForbiddenException if the actor takes part for no town */
    public void checkCanSeeRounds(Actor actor, OwnerId owner) {
        checkAllowed(canSeeRounds(actor, owner), "実績照会を見られるのは、市町村の担当者と所属長、事務局です。");
    }

    /**
     * The sheet on which a town's figures are entered.
     *
     * @param town none for the figures of the whole owner, which its secretariat enters
     */
    public boolean canOpenEntry(Actor actor, OwnerId owner, @Nullable MunicipalityCode town) {
        return town == null ? canKeepPlans(actor, owner) : canSeeCollection(actor, owner, town);
    }

    /** @throws ForbiddenException if the actor takes no part in the collection for that town */
    public void checkCanOpenEntry(Actor actor, OwnerId owner, @Nullable MunicipalityCode town) {
        checkAllowed(canOpenEntry(actor, owner, town), "この照会に入力できるのは、その市町村の担当者と所属長、事務局です。");
    }

    /**
     * Which figures of an owner the actor sees: a town's drafts are the town's own until it submits them; the secretariat
     * sees what is under way; committee and viewers see what is confirmed.
     */
    public FigureSight figureSight(Actor actor, OwnerId owner) {
        Set<MunicipalityCode> towns = actor.grants().stream()
                .filter(grant -> grant.owner().equals(owner) && TAKING_PART.contains(grant.role()))
                .flatMap(grant -> Stream.ofNullable(grant.town()))
                .collect(Collectors.toUnmodifiableSet());
        return new FigureSight(canKeepPlans(actor, owner), towns);
    }

    private static boolean holdsInTown(
            Actor actor, OwnerId owner, MunicipalityCode town, @Nullable DepartmentId department, Set<Role> roles) {
        return actor.grants().stream()
                .filter(grant ->
                        grant.owner().equals(owner) && town.equals(grant.town()) && roles.contains(grant.role()))
                .anyMatch(grant ->
                        grant.department() == null || department == null || department.equals(grant.department()));
    }

    /**
     * Which notes of an owner the actor sees: the committee and the secretariat all of them; those who work on the plan in
     * a member municipality what is shown to the municipalities; viewers what is public. Everyone sees their own.
     */
    public DiscussionSight discussionSight(Actor actor, OwnerId owner) {
        return new DiscussionSight(
                actor.person(),
                OwnersInContext.council(actor).contains(owner),
                OwnersInContext.members(actor).contains(owner));
    }

    /** Whether the actor may write notes or answers in the owner at all; what and where, the discussion decides. */
    public boolean canDiscuss(Actor actor, OwnerId owner) {
        return OwnersInContext.discussing(actor).contains(owner);
    }

    /** What a note said before it was changed: whoever wrote it, and the secretariat. */
    public boolean canReadNoteChanges(Actor actor, OwnerId owner, PersonId author) {
        return actor.person().equals(author) || canKeepPlans(actor, owner);
    }

    /** @throws ForbiddenException if the actor neither wrote the note nor is the secretariat */
    public void checkCanReadNoteChanges(Actor actor, OwnerId owner, PersonId author) {
        checkAllowed(canReadNoteChanges(actor, owner, author), "直す前の文を見られるのは、書いた本人と事務局だけです。");
    }

    /**
     * Files with a note: whoever wrote the note or a reply to it.
     *
     * @param wroteThere whether the actor did
     */
    public boolean canAttach(Actor actor, OwnerId owner, boolean wroteThere) {
        return wroteThere && canDiscuss(actor, owner);
    }

    /** @throws ForbiddenException if the actor did not write there, or takes no part in the discussion */
    public void checkCanAttach(Actor actor, OwnerId owner, boolean wroteThere) {
        checkAllowed(canAttach(actor, owner, wroteThere), "添付できるのは、その意見を書いた人と、返信を書いた人です。");
    }

    /** Taking a file away again: whoever attached it. */
    public boolean canRemoveAttachment(Actor actor, PersonId attachedBy) {
        return actor.person().equals(attachedBy);
    }

    /** @throws ForbiddenException if somebody else attached it */
    public void checkCanRemoveAttachment(Actor actor, PersonId attachedBy) {
        checkAllowed(canRemoveAttachment(actor, attachedBy), "添付ファイルを取り除けるのは、添付した人だけです。");
    }

    /** What is collected for the next plan's vision: the committee and the secretariat. */
    public boolean canSeeVision(Actor actor, OwnerId owner) {
        return discussionSight(actor, owner).council();
    }

    /** @throws ForbiddenException if the actor is neither of the committee nor of the secretariat */
    public void checkCanSeeVision(Actor actor, OwnerId owner) {
        checkAllowed(canSeeVision(actor, owner), "将来像の材料を見られるのは、委員と事務局だけです。");
    }

    /**
     * Refuses what a feature's own rules do not leave to this actor, such as a step that only others take.
     *
     * @param refusal in Japanese: who may
     * @throws ForbiddenException with the refusal, if it is not allowed
     */
    public void checkAllowed(boolean allowed, String refusal) {
        if (!allowed) {
            throw new ForbiddenException(refusal);
        }
    }

    /**
     * Whether the actor speaks for the committee: a committee member who is not also the secretariat. Only while a meeting
     * takes comments.
     */
    public boolean speaksForCommittee(Actor actor, OwnerId owner) {
        return actor.holds(owner, Role.COMMITTEE) && !canKeepPlans(actor, owner);
    }

    /**
     * Whether the actor is in the owner for the committee alone: whoever also works on its figures, keeps it or administers
     * it sees the screens of those who work there.
     */
    public boolean isOnlyOfCommittee(Actor actor, OwnerId owner) {
        return speaksForCommittee(actor, owner)
                && !figureSight(actor, owner).seesSubmitted()
                && !canAdminister(actor, owner);
    }

    /**
     * The answer to a note: the secretariat of the owner, and who works for a department or municipality that the note
     * concerns.
     *
     * @param concerned the municipalities and departments: those that report the indicator, or the one that it is assigned to
     */
    public boolean canAnswer(Actor actor, OwnerId owner, Collection<Desk> concerned) {
        return canKeepPlans(actor, owner)
                || concerned.stream().anyMatch(desk -> canEnter(actor, owner, desk.town(), desk.department()));
    }

    /** Whether the actor may write anything at all in the owner. */
    public boolean canWrite(Actor actor, OwnerId owner) {
        return OwnersInContext.writable(actor).contains(owner) || canDiscuss(actor, owner);
    }
}

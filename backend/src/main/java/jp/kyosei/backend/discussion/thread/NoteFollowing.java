package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Keeps what a person has read of notes, and what they want to hear of; nobody else sees either. */
@Singleton
public class NoteFollowing {
    private final NoteFinding finding;
    private final PlanService plans;
    private final NoteWrites writes;
    private final TenantDoor door;
    private final Clock clock;

    NoteFollowing(NoteFinding finding, PlanService plans, NoteWrites writes, TenantDoor door, Clock clock) {
        this.finding = finding;
        this.plans = plans;
        this.writes = writes;
        this.door = door;
        this.clock = clock;
    }

    /** Keeps that the actor has read these notes as they are now; those that the actor may not see are passed over. */
    public void markRead(Actor actor, String plan, Collection<NoteId> read) {
        if (read.isEmpty()) {
            return;
        }
        door.write(actor, () -> {
            Plan found = plans.inForceWithin(actor, plan).plan();
            writes.markRead(
                    found.owner().value(),
                    found.id().value(),
                    SqlArrays.of(read.stream().map(NoteId::value).toList()),
                    actor.person().value(),
                    clock.instant());
            return true;
        });
    }

    /**
     * Whether the actor gets mail of what is added to a note.
     *
     * @throws NotFoundException if there is no such note, or the actor may not see it
     */
    public void follow(Actor actor, NoteId note, boolean following) {
        door.write(actor, () -> {
            FoundNote found = finding.open(actor, note);
            follow(found.owner(), actor.person(), note.value(), following);
            return true;
        });
    }

    /** Whether the actor gets mail of new notes on an indicator, or on the whole plan. */
    public void follow(Actor actor, String plan, NoteTarget target, boolean following) {
        door.write(actor, () -> {
            NotesOfPlan of = finding.ofPlan(actor, plan);
            Plan found = of.content().plan();
            follow(
                    found.owner(),
                    actor.person(),
                    SubjectKey.of(of.subject(target)).followedIn(found),
                    following);
            return true;
        });
    }

    private void follow(OwnerId owner, PersonId person, UUID subject, boolean following) {
        if (following) {
            writes.follow(owner.value(), person.value(), subject);
        } else {
            writes.unfollow(owner.value(), person.value(), subject);
        }
    }
}

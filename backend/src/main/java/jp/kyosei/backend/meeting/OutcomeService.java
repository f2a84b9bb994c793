package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.tenancy.Actor;

/** Keeps what came out of meetings, and follows it to the next one. */
@Singleton
public class OutcomeService {
    /** The outcomes of a meeting, in the order of the plan, then of recording. */
    public List<Outcome> outcomes(Actor actor, MeetingId meeting) {
        throw new UnsupportedOperationException();
    }

    /** The outcomes of earlier meetings of the same plan that are not reflected yet, the oldest first. */
    public List<Outcome> followed(Actor actor, MeetingId meeting) {
        throw new UnsupportedOperationException();
    }

    /** @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such outcome, or it is another owner's */
    public Outcome outcome(Actor actor, OutcomeId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records an outcome.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, indicator or note
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.RefusedException if the text is blank or too long, or the meeting is called off
     */
    public Outcome record(Actor actor, MeetingId meeting, NewOutcome outcome) {
        throw new UnsupportedOperationException();
    }

    /**
     * Says what became of an outcome.
     *
     * @param version that the change began from; below 0 for whatever is there
     * @param remark what was done about it; may be empty
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else has changed it meanwhile
     */
    public Outcome mark(Actor actor, OutcomeId id, long version, OutcomeStatus status, String remark) {
        throw new UnsupportedOperationException();
    }

    /** Changes the words of an outcome; errors as {@link #mark} and {@link #record}. */
    public Outcome reword(Actor actor, OutcomeId id, long version, String text) {
        throw new UnsupportedOperationException();
    }

    /** Removes an outcome that was recorded by mistake; errors as {@link #mark}. */
    public void remove(Actor actor, OutcomeId id, long version) {
        throw new UnsupportedOperationException();
    }
}

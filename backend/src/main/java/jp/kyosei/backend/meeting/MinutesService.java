package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import jp.kyosei.backend.tenancy.Actor;

/**
 * Drafts, keeps and publishes minutes. Until they are published they are the secretariat's. Versions below 0 stand for
 * whatever is there.
 */
@Singleton
public class MinutesService {
    /**
     * Stands in a draft beside what may not go further than the municipalities that take part. Minutes are read by
     * everyone who reads the plan, so they cannot be published while it stands there.
     */
    public static final String MEMBERS_ONLY = "〔構成市町まで〕";

    /**
     * The minutes of a meeting: for the secretariat as they stand, empty with version 0 while nothing is stored.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, or it is another owner's, or they
     *     are not published and the reader is not the secretariat
     */
    public Minutes minutes(Actor actor, MeetingId meeting) {
        throw new UnsupportedOperationException();
    }

    /**
     * Composes the minutes from agenda, attendance, notes and outcomes, in place of what is there. Notes kept between
     * committee and secretariat never enter.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else has changed them meanwhile
     * @throws jp.kyosei.backend.tenancy.RefusedException if they are approved or published
     */
    public Minutes draft(Actor actor, MeetingId meeting, long version) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the text; errors as {@link #draft}, and if it is blank or too long. */
    public Minutes save(Actor actor, MeetingId meeting, long version, String text) {
        throw new UnsupportedOperationException();
    }

    /** Approves a draft; errors as {@link #draft}. */
    public Minutes approve(Actor actor, MeetingId meeting, long version) {
        throw new UnsupportedOperationException();
    }

    /** Shows approved minutes to every reader of the plan; errors as {@link #draft}. */
    public Minutes publish(Actor actor, MeetingId meeting, long version) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes approved or published minutes a draft again.
     *
     * @param reason why; required, stays in the history
     */
    public Minutes takeBack(Actor actor, MeetingId meeting, long version, String reason) {
        throw new UnsupportedOperationException();
    }
}

package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.util.Set;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Issues the papers of a meeting and shows them as they were issued. */
@Singleton
public class PaperService {
    /**
     * Freezes papers as they are at this moment: confirmed figures only, whoever issues. What was issued before is replaced
     * (差替) and stays readable.
     *
     * @param numbers which papers; empty for all
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, or it is another owner's, or it has
     *     no paper of such a number
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.RefusedException if the meeting is called off, or has no papers
     */
    public Meeting issue(Actor actor, MeetingId id, Set<Integer> numbers) {
        throw new UnsupportedOperationException();
    }

    /**
     * A paper as it was issued.
     *
     * @param revision none for the latest
     * @throws jp.kyosei.backend.tenancy.NotFoundException if it is not issued, or not for this reader
     */
    public IssuedPaper paper(Actor actor, MeetingId id, int number, @Nullable Integer revision) {
        throw new UnsupportedOperationException();
    }
}

package jp.kyosei.backend.discussion.thread;

import java.util.UUID;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;

/**
 * A note that was found, with what it needs to be judged.
 *
 * @param note as the actor sees it
 */
record FoundNote(NotesOfPlan of, NoteRow row, Note note) {
    Plan plan() {
        return of.content().plan();
    }

    OwnerId owner() {
        return plan().owner();
    }

    boolean isMine() {
        return row.authorId().equals(of.rules().actor().person().value());
    }

    /** @throws NotFoundException if the note has no such reply */
    Reply reply(UUID id) {
        return note.replies().stream()
                .filter(reply -> reply.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** What may become possible is refused with the reason; what is not the actor's to do is forbidden. */
    RuntimeException hindered(String hindrance) {
        NoteRules rules = of.rules();
        AccessPolicy policy = rules.policy();
        boolean concerned = isMine() || policy.canKeepPlans(rules.actor(), owner());
        return rules.obstacle(row).<RuntimeException>map(RefusedException::new).orElseGet(() -> {
            policy.checkAllowed(concerned, hindrance);
            return new RefusedException(hindrance);
        });
    }
}

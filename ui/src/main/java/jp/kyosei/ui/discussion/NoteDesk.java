package jp.kyosei.ui.discussion;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.thread.NoteAssigning;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteFollowing;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.session.CurrentActor;

/**
 * What the threads of one page work with.
 *
 * @param self who reads
 * @param kind of the plan's owner, which decides what 構成市町 is called
 * @param secretariat whether the reader is the owner's secretariat
 * @param desks to whom a note can be given; asked only when somebody is about to do so
 */
record NoteDesk(
        Notes notes,
        AttachmentDesk attachments,
        CurrentActor current,
        PersonId self,
        String username,
        OwnerKind kind,
        boolean secretariat,
        Supplier<List<Assignment>> desks) {
    /** What reads notes and what is done with them. */
    @Singleton
    record Notes(
            NoteReading reading,
            NoteWriting writing,
            NoteChanging changing,
            NoteAssigning assigning,
            NoteFollowing following,
            CommitteeService committee) {}

    /** The reader with the roles held at this moment. */
    Actor actor() {
        return current.require();
    }

    /** Whether what was done to a note is shown to the reader. */
    boolean seesChangesOf(Note note) {
        return secretariat || note.author().person().equals(self);
    }

    /** What the owner is, as the reader's roles there say. */
    static OwnerKind kindOf(Actor actor, OwnerId owner) {
        return actor.grants().stream()
                .filter(grant -> grant.owner().equals(owner))
                .map(grant -> grant.ownerKind())
                .findFirst()
                .orElse(OwnerKind.MUNICIPALITY);
    }
}

package jp.kyosei.backend.discussion;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import org.jspecify.annotations.Nullable;

/** Reads and writes notes. Being worked on: the signatures stand. */
@Singleton
public class DiscussionService {
    /**
     * The notes on one thing in a year.
     *
     * @param year none for the year of the meeting that takes comments, else the latest with results
     */
    public NotePad pad(Actor actor, String plan, NoteTarget target, @Nullable FiscalYear year) {
        throw new UnsupportedOperationException();
    }

    /** All notes of a plan in a year that the actor sees. */
    public Discussion overview(Actor actor, String plan, @Nullable FiscalYear year) {
        throw new UnsupportedOperationException();
    }

    public Note note(Actor actor, NoteId note) {
        throw new UnsupportedOperationException();
    }

    /** What was done to a note, oldest first: for its author and the secretariat. */
    public List<NoteChange> changes(Actor actor, NoteId note) {
        throw new UnsupportedOperationException();
    }

    public Note write(Actor actor, String plan, NewNote note) {
        throw new UnsupportedOperationException();
    }

    /** @param answers whether it is the answer of secretariat or department */
    public Note reply(Actor actor, NoteId note, String text, boolean answers) {
        throw new UnsupportedOperationException();
    }

    public Note edit(Actor actor, NoteId note, long version, NoteKind kind, String text) {
        throw new UnsupportedOperationException();
    }

    public Note editReply(Actor actor, NoteId note, UUID reply, long version, String text) {
        throw new UnsupportedOperationException();
    }

    public Note withdraw(Actor actor, NoteId note, long version) {
        throw new UnsupportedOperationException();
    }

    public Note withdrawReply(Actor actor, NoteId note, UUID reply, long version) {
        throw new UnsupportedOperationException();
    }

    /** @param consent how the author agreed, required to make it wider */
    public Note show(Actor actor, NoteId note, long version, Visibility visibility, String consent) {
        throw new UnsupportedOperationException();
    }

    public Note step(Actor actor, NoteId note, long version, NoteStep step) {
        throw new UnsupportedOperationException();
    }

    /**
     * Says who is to answer.
     *
     * @param desk none to take it back
     */
    public void assign(Actor actor, String plan, Collection<NoteId> notes, @Nullable Desk desk) {
        throw new UnsupportedOperationException();
    }

    /** Keeps that the actor has read these notes as they are now. */
    public void markRead(Actor actor, String plan, Collection<NoteId> notes) {
        throw new UnsupportedOperationException();
    }

    /** Whether the actor gets mail of what is added to a note. */
    public void follow(Actor actor, NoteId note, boolean following) {
        throw new UnsupportedOperationException();
    }

    /** Whether the actor gets mail of new notes on an indicator, or on the whole plan. */
    public void follow(Actor actor, String plan, NoteTarget target, boolean following) {
        throw new UnsupportedOperationException();
    }
}

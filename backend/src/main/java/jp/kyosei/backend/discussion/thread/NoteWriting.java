package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Standing;
import jp.kyosei.backend.discussion.Writing;
import jp.kyosei.backend.discussion.markup.NoteText;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Writes notes, replies to them, and files beside them. What a note says never enters the audit trail or a mail: an admin
 * reads the one, anybody may forward the other.
 */
@Singleton
public class NoteWriting {
    private final NoteFinding finding;
    private final NoteWrites writes;
    private final ReplyRepository replies;
    private final AttachmentService attachments;
    private final NoteNotices notices;
    private final CommitteeService committee;
    private final NoteTrail trail;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    NoteWriting(
            NoteFinding finding,
            NoteWrites writes,
            ReplyRepository replies,
            AttachmentService attachments,
            NoteNotices notices,
            CommitteeService committee,
            NoteTrail trail,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.finding = finding;
        this.writes = writes;
        this.replies = replies;
        this.attachments = attachments;
        this.notices = notices;
        this.committee = committee;
        this.trail = trail;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Writes a new note; its author follows it.
     *
     * @throws NotFoundException if there is no such plan or thing, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in the discussion, or could not see the note
     * @throws RefusedException if the comment window is closed, or the text is none
     */
    public Note write(Actor actor, String plan, NewNote note) {
        return write(actor, plan, note, null);
    }

    /**
     * Writes a note for a committee member who is on paper alone; it says so wherever the member's name stands.
     *
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws NotFoundException if there is no such member; and as {@link #write(Actor, String, NewNote)}
     * @throws RefusedException if the member has an account, and as {@link #write(Actor, String, NewNote)}
     */
    public Note writeFor(Actor actor, String plan, NewNote note, MemberId member) {
        return write(actor, plan, note, member);
    }

    private Note write(Actor actor, String plan, NewNote note, @Nullable MemberId member) {
        String text = NoteText.typed(note.text());
        return door.write(actor, () -> {
            NotesOfPlan of = finding.ofPlan(actor, plan);
            Plan about = of.content().plan();
            about.checkCovers(note.fiscalYear());
            NoteSubject subject = of.subject(note.target());
            Writing writing = of.rules().writing();
            policy.checkAllowed(policy.canDiscuss(actor, about.owner()), writing.refusal());
            if (!writing.allowed()) {
                throw new RefusedException(writing.refusal());
            }
            policy.checkAllowed(
                    writing.visibilities().contains(note.visibility()),
                    "見える人に「%s」は選べません。".formatted(note.visibility().label()));
            SubjectKey key = SubjectKey.of(subject);
            NoteId id = NoteId.next();
            String writer = member == null ? actor.displayName() : writtenFor(actor, about.owner(), member);
            Standing standing = member == null ? of.rules().standing() : Standing.COMMITTEE;
            writes.insertNote(new NoteEntity(
                    about.owner().value(),
                    id.value(),
                    about.id().value(),
                    note.fiscalYear().year(),
                    of.rules().openWindow().map(CommentWindow::meeting).orElse(null),
                    key.indicatorId(),
                    key.sectionNumber(),
                    note.kind().name(),
                    note.visibility().name(),
                    text,
                    actor.person().value(),
                    writer,
                    standing.name(),
                    town(actor, about.owner(), standing),
                    clock.instant()));
            writes.follow(about.owner().value(), actor.person().value(), id.value());
            FoundNote written = finding.open(actor, id);
            trail.recordWithin(actor, written, Deed.WRITE_NOTE, Map.of(), facts(written.row()));
            notices.written(actor, about, written.row(), subject);
            notices.mentioned(actor, about, written.row(), subject, text, of.towns(), Map.of(), id.value());
            trail.announceWithin(written);
            return written.note();
        });
    }

    /**
     * Adds a reply; its author follows the note from then on.
     *
     * @param answers whether it is the answer of secretariat or department, by which the note counts as answered
     * @throws NotFoundException if there is no such note, or the actor may not see it
     * @throws ForbiddenException if the actor may not reply, or not answer
     * @throws RefusedException if the note is closed, or the comment window, or the text is none
     */
    public Note reply(Actor actor, NoteId note, String text, boolean answers) {
        String checked = NoteText.typed(text);
        return door.write(actor, () -> {
            FoundNote found = finding.open(actor, note);
            if (!(answers
                    ? found.note().rights().may(NoteRight.ANSWER)
                    : found.note().rights().may(NoteRight.REPLY))) {
                throw found.hindered(answers ? "回答できるのは、事務局と、この指標を報告する担当課か、回答を依頼された担当課だけです。" : "この意見には返信できません。");
            }
            UUID id = UUID.randomUUID();
            UUID person = actor.person().value();
            Standing standing = found.of().rules().standing();
            Instant now = clock.instant();
            replies.insert(
                    found.owner().value(),
                    id,
                    note.value(),
                    answers,
                    checked,
                    person,
                    actor.displayName(),
                    standing.name(),
                    town(actor, found.owner(), standing),
                    now);
            writes.touch(
                    found.owner().value(),
                    note.value(),
                    answers ? NoteState.ANSWERED.name() : found.row().state(),
                    person,
                    now);
            writes.follow(found.owner().value(), person, note.value());
            trail.recordWithin(actor, found, answers ? Deed.ANSWER_NOTE : Deed.REPLY_TO_NOTE, Map.of(), Map.of());
            Plan plan = found.plan();
            notices.replied(actor, plan, found.row(), found.note().subject(), id, answers);
            notices.mentioned(
                    actor,
                    plan,
                    found.row(),
                    found.note().subject(),
                    checked,
                    found.of().towns(),
                    authors(found.note()),
                    id);
            trail.announceWithin(found);
            return finding.open(actor, note).note();
        });
    }

    /**
     * Attaches a file: to one's own note, or to one's own reply to it, as long as one could reply there.
     *
     * @param name as the sender names the file
     * @param content as {@link AttachmentService#attach}
     * @throws NotFoundException if there is no such note, or the actor may not see it
     * @throws ForbiddenException if the actor wrote neither the note nor a reply to it
     * @throws RefusedException if the note is closed or withdrawn, or the comment window is closed
     */
    public AttachOutcome attach(Actor actor, NoteId note, String name, InputStream content) {
        door.read(actor, () -> {
            FoundNote found = finding.open(actor, note);
            if (!found.note().rights().may(NoteRight.REPLY)) {
                throw found.hindered("この意見にはファイルを添付できません。");
            }
            return true;
        });
        return attachments.attach(actor, note.value(), name, content);
    }

    private static Map<String, PersonId> authors(Note note) {
        Map<String, PersonId> authors = new HashMap<>();
        Stream.concat(Stream.of(note.author()), note.replies().stream().map(Reply::author))
                .forEach(author -> authors.put(author.name(), author.person()));
        return authors;
    }

    private String writtenFor(Actor actor, OwnerId owner, MemberId member) {
        policy.checkCanKeepPlans(actor, owner);
        CommitteeMember written = committee.memberWithin(owner, member);
        if (!written.isOnPaper()) {
            throw new RefusedException("%sさんは、自分で書けます。代わりに入力できるのは、ログインを持たない委員の分だけです。".formatted(written.name()));
        }
        return written.name() + Author.FOR_SOMEBODY;
    }

    private static @Nullable String town(Actor actor, OwnerId owner, Standing standing) {
        if (standing != Standing.MUNICIPALITY) {
            return null;
        }
        return actor.grants().stream()
                .filter(grant -> grant.owner().equals(owner))
                .map(Grant::town)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(MunicipalityCode::value)
                .orElse(null);
    }

    private static Map<String, Object> facts(NoteRow row) {
        return Map.of("kind", row.kind(), "visibility", row.visibility());
    }
}

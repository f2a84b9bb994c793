package jp.kyosei.backend.discussion;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes notes. What a note says never enters the audit trail or a mail: an admin reads the one, anybody may
 * forward the other; its earlier texts are kept with the note itself.
 */
@Singleton
public class DiscussionService {
    private final PlanService plans;
    private final IndicatorService indicators;
    private final CommentWindows windows;
    private final NoteRepository notes;
    private final ReplyRepository replies;
    private final NoteWrites writes;
    private final ChangeRepository changes;
    private final AttachmentService attachments;
    private final NoteNotices notices;
    private final AuditService audit;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    DiscussionService(
            PlanService plans,
            IndicatorService indicators,
            CommentWindows windows,
            NoteRepository notes,
            ReplyRepository replies,
            NoteWrites writes,
            ChangeRepository changes,
            AttachmentService attachments,
            NoteNotices notices,
            AuditService audit,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.windows = windows;
        this.notes = notes;
        this.replies = replies;
        this.writes = writes;
        this.changes = changes;
        this.attachments = attachments;
        this.notices = notices;
        this.audit = audit;
        this.live = live;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The notes on one thing in a year.
     *
     * @param year none for the year of the meeting that takes comments, else the last of the plan before today
     * @throws NotFoundException if there is no such plan or thing, or it is another owner's
     */
    public NotePad pad(Actor actor, String plan, NoteTarget target, @Nullable FiscalYear year) {
        return door.read(actor, () -> {
            NotesOfPlan of = of(actor, plans.contentWithin(actor, plan));
            NoteSubject subject = of.subject(target);
            FiscalYear wanted = wanted(of, year);
            Plan found = of.content().plan();
            List<NoteRow> rows = notes
                    .ofPlan(
                            actor.person().value(),
                            found.owner().value(),
                            found.id().value(),
                            wanted.year(),
                            indicatorOf(subject),
                            sectionOf(subject))
                    .stream()
                    .filter(row -> !(subject instanceof NoteSubject.OfPlan)
                            || (row.indicatorId() == null && row.sectionNumber() == null))
                    .toList();
            return new NotePad(
                    of.content(),
                    subject,
                    wanted,
                    assemble(of, rows),
                    of.rules().writing(),
                    notes.follows(found.owner().value(), actor.person().value(), subjectToFollow(found, subject)));
        });
    }

    /**
     * All notes of a plan in a year that the actor sees.
     *
     * @param year none for the year of the meeting that takes comments, else the latest that has notes
     * @throws NotFoundException if there is no such plan, or it is another owner's
     */
    public Discussion overview(Actor actor, String plan, @Nullable FiscalYear year) {
        return door.read(actor, () -> {
            NotesOfPlan of = of(actor, plans.contentWithin(actor, plan));
            Plan found = of.content().plan();
            List<FiscalYear> years = notes
                    .years(found.owner().value(), found.id().value())
                    .stream()
                    .map(FiscalYear::new)
                    .toList();
            boolean windowed = of.rules().openWindow().isPresent();
            FiscalYear wanted = year == null && !windowed && !years.isEmpty() ? years.getFirst() : wanted(of, year);
            boolean secretariat = policy.canKeepPlans(actor, found.owner());
            return new Discussion(
                    of.content(),
                    wanted,
                    years,
                    notesWithin(of, wanted),
                    secretariat ? of.desks() : List.of(),
                    of.rules().writing(),
                    secretariat);
        });
    }

    /** The notes of a year that the actor sees, in the order of the plan; to be called inside an open {@link TenantDoor}. */
    public List<Note> notesWithin(Actor actor, PlanContent content, FiscalYear year) {
        return notesWithin(of(actor, content), year);
    }

    /** The notes of all years that the actor sees, as {@link #notesWithin}. */
    public List<Note> allNotesWithin(Actor actor, PlanContent content) {
        return notesWithin(of(actor, content), null);
    }

    private List<Note> notesWithin(NotesOfPlan of, @Nullable FiscalYear year) {
        Plan plan = of.content().plan();
        return of.inOrderOfPlan(assemble(
                of,
                notes.ofPlan(
                        of.rules().actor().person().value(),
                        plan.owner().value(),
                        plan.id().value(),
                        year == null ? null : Integer.valueOf(year.year()),
                        null,
                        null)));
    }

    /** @throws NotFoundException if there is no such note, or the actor may not see it */
    public Note note(Actor actor, NoteId note) {
        return door.read(actor, () -> read(actor, note));
    }

    /**
     * What was done to a note, oldest first.
     *
     * @throws ForbiddenException if the actor is neither its author nor the owner's secretariat
     */
    public List<NoteChange> changes(Actor actor, NoteId note) {
        return door.read(actor, () -> {
            Opened opened = open(actor, note);
            policy.checkCanReadNoteChanges(
                    actor, opened.owner(), new PersonId(opened.row().authorId()));
            return changes.ofNote(opened.owner().value(), note.value()).stream()
                    .map(row -> new NoteChange(
                            NoteChange.What.valueOf(row.what()),
                            row.before(),
                            row.after(),
                            row.remark(),
                            row.personName(),
                            row.at()))
                    .toList();
        });
    }

    /**
     * Writes a new note; its author follows it.
     *
     * @throws NotFoundException if there is no such plan or thing, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in the discussion, or could not see the note
     * @throws RefusedException if the comment window is closed, or the text is none
     */
    public Note write(Actor actor, String plan, NewNote note) {
        String text = text(note.text());
        return door.write(actor, () -> {
            NotesOfPlan of = of(actor, plans.contentWithin(actor, plan));
            Plan found = of.content().plan();
            found.checkCovers(note.fiscalYear());
            NoteSubject subject = of.subject(note.target());
            Writing writing = of.rules().writing();
            policy.checkAllowed(policy.canDiscuss(actor, found.owner()), writing.refusal());
            if (!writing.allowed()) {
                throw new RefusedException(writing.refusal());
            }
            policy.checkAllowed(
                    writing.visibilities().contains(note.visibility()),
                    "見える人に「%s」は選べません。".formatted(note.visibility().label()));
            NoteId id = NoteId.next();
            Standing standing = of.rules().standing();
            writes.insertNote(new NoteEntity(
                    found.owner().value(),
                    id.value(),
                    found.id().value(),
                    note.fiscalYear().year(),
                    of.rules().openWindow().map(CommentWindow::meeting).orElse(null),
                    indicatorOf(subject),
                    sectionOf(subject),
                    note.kind().name(),
                    note.visibility().name(),
                    text,
                    actor.person().value(),
                    actor.displayName(),
                    standing.name(),
                    town(actor, found.owner(), standing),
                    clock.instant()));
            writes.follow(found.owner().value(), actor.person().value(), id.value());
            Opened opened = open(actor, id);
            record(actor, opened, Deed.WRITE_NOTE, Map.of(), facts(opened.row()));
            notices.written(actor, found, opened.row(), subject);
            notices.mentioned(actor, found, opened.row(), subject, text, of.towns(), Map.of(), id.value());
            announce(opened);
            return opened.note();
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
        String checked = text(text);
        return door.write(actor, () -> {
            Opened opened = open(actor, note);
            if (!(answers
                    ? opened.note().rights().answer()
                    : opened.note().rights().reply())) {
                throw hindered(opened, answers ? "回答できるのは、事務局と、この指標を報告する担当課か、回答を依頼された担当課だけです。" : "この意見には返信できません。");
            }
            UUID id = UUID.randomUUID();
            UUID person = actor.person().value();
            Standing standing = opened.of().rules().standing();
            Instant now = clock.instant();
            replies.insert(
                    opened.owner().value(),
                    id,
                    note.value(),
                    answers,
                    checked,
                    person,
                    actor.displayName(),
                    standing.name(),
                    town(actor, opened.owner(), standing),
                    now);
            writes.touch(
                    opened.owner().value(),
                    note.value(),
                    answers ? NoteState.ANSWERED.name() : opened.row().state(),
                    person,
                    now);
            writes.follow(opened.owner().value(), person, note.value());
            record(actor, opened, answers ? Deed.ANSWER_NOTE : Deed.REPLY_TO_NOTE, Map.of(), Map.of());
            Plan plan = opened.of().content().plan();
            notices.replied(actor, plan, opened.row(), opened.note().subject(), id, answers);
            notices.mentioned(
                    actor,
                    plan,
                    opened.row(),
                    opened.note().subject(),
                    checked,
                    opened.of().towns(),
                    authors(opened.note()),
                    id);
            announce(opened);
            return read(actor, note);
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
            Opened opened = open(actor, note);
            if (!opened.note().rights().reply()) {
                throw hindered(opened, "この意見にはファイルを添付できません。");
            }
            return true;
        });
        return attachments.attach(actor, note.value(), name, content);
    }

    /**
     * Changes one's own note while nobody has answered; the text before is kept.
     *
     * @throws ForbiddenException if it is somebody else's
     * @throws RefusedException if it was answered or withdrawn, or the comment window is closed
     * @throws StaleException if it was changed in between
     */
    public Note edit(Actor actor, NoteId note, long version, NoteKind kind, String text) {
        String checked = text(text);
        return change(actor, note, opened -> opened.note().rights().edit(), "回答があった意見は直せません。返信で書き足してください。", opened -> {
            require(writes.edit(opened.owner().value(), note.value(), version, kind.name(), checked, clock.instant()));
            keep(actor, opened, null, NoteChange.What.EDITED, opened.row().text(), checked, "");
            record(actor, opened, Deed.EDIT_NOTE, Map.of("kind", opened.row().kind()), Map.of("kind", kind.name()));
        });
    }

    /**
     * Changes one's own reply; the text before is kept.
     *
     * @throws NotFoundException if the note has no such reply
     */
    public Note editReply(Actor actor, NoteId note, UUID reply, long version, String text) {
        String checked = text(text);
        return change(actor, note, opened -> opened.reply(reply).mayEdit(), "この返信は、いまは直せません。", opened -> {
            require(replies.edit(opened.owner().value(), reply, version, checked, clock.instant()));
            keep(
                    actor,
                    opened,
                    reply,
                    NoteChange.What.EDITED,
                    opened.reply(reply).text(),
                    checked,
                    "");
            record(actor, opened, Deed.EDIT_REPLY, Map.of(), Map.of());
        });
    }

    /** Takes one's own note back: from then on only its author and the secretariat see it; errors as {@link #edit}. */
    public Note withdraw(Actor actor, NoteId note, long version) {
        return change(actor, note, opened -> opened.note().rights().withdraw(), "完了になった意見は取り下げられません。", opened -> {
            require(writes.withdraw(opened.owner().value(), note.value(), version, clock.instant()));
            keep(actor, opened, null, NoteChange.What.WITHDRAWN, "", "", "");
            record(actor, opened, Deed.WITHDRAW_NOTE, Map.of(), Map.of());
        });
    }

    /** Takes one's own reply back: its place stays, its text goes; errors as {@link #editReply}. */
    public Note withdrawReply(Actor actor, NoteId note, UUID reply, long version) {
        return change(actor, note, opened -> opened.reply(reply).mayEdit(), "この返信は、いまは取り下げられません。", opened -> {
            require(replies.withdraw(opened.owner().value(), reply, version, clock.instant()));
            keep(
                    actor,
                    opened,
                    reply,
                    NoteChange.What.WITHDRAWN,
                    opened.reply(reply).text(),
                    "",
                    "");
            record(actor, opened, Deed.WITHDRAW_REPLY, Map.of(), Map.of());
        });
    }

    /**
     * Changes who sees a note: narrower by its author, wider by the secretariat.
     *
     * @param consent how the author agreed, required to make somebody else's note wider; kept with the note
     * @throws ForbiddenException if the actor may not change it that way
     * @throws RefusedException if the consent is missing
     */
    public Note show(Actor actor, NoteId note, long version, Visibility visibility, String consent) {
        String given = TypedText.checked(TextKind.REASON, "consent", "本人の同意", consent);
        return change(
                actor,
                note,
                opened -> opened.note().rights().visibilities().contains(visibility),
                "見える人は、書いた本人が狭めるか、事務局が本人の同意を得て広げるかのどちらかだけができます。",
                opened -> {
                    boolean wider = opened.note().visibility().isNarrowerThan(visibility);
                    String agreed = opened.isMine() && wider ? "本人による変更" : given;
                    if (wider && agreed.isEmpty()) {
                        throw new RefusedException("見える人を広げるには、書いた本人の同意をどのように得たか（日付と方法）を書いてください。");
                    }
                    require(writes.show(opened.owner().value(), note.value(), version, visibility.name()));
                    keep(
                            actor,
                            opened,
                            null,
                            NoteChange.What.VISIBILITY,
                            opened.row().visibility(),
                            visibility.name(),
                            wider ? agreed : "");
                    record(
                            actor,
                            opened,
                            Deed.SHOW_NOTE,
                            Map.of("visibility", opened.row().visibility()),
                            Map.of("visibility", visibility.name()));
                });
    }

    /**
     * Closes a note, or opens it again.
     *
     * @throws ForbiddenException if the actor is neither its author nor the owner's secretariat
     * @throws RefusedException if it does not stand so
     */
    public Note step(Actor actor, NoteId note, long version, NoteStep step) {
        NoteState state = step == NoteStep.CLOSE ? NoteState.CLOSED : NoteState.OPEN;
        return change(
                actor,
                note,
                opened -> step == NoteStep.CLOSE
                        ? opened.note().rights().close()
                        : opened.note().rights().reopen(),
                step == NoteStep.CLOSE ? "この意見は既に完了になっています。" : "この意見は既に開いています。",
                opened -> {
                    require(writes.turn(
                            opened.owner().value(),
                            note.value(),
                            version,
                            state.name(),
                            actor.person().value(),
                            clock.instant()));
                    keep(
                            actor,
                            opened,
                            null,
                            NoteChange.What.STATE,
                            opened.row().state(),
                            state.name(),
                            "");
                    record(
                            actor,
                            opened,
                            step == NoteStep.CLOSE ? Deed.CLOSE_NOTE : Deed.REOPEN_NOTE,
                            Map.of("state", opened.row().state()),
                            Map.of("state", state.name()));
                });
    }

    /**
     * Says who is to answer, and asks them by mail.
     *
     * @param desk a municipality or department that reports in the plan; none to take it back
     * @throws NotFoundException if one of the notes is not of this plan, or the actor may not see it
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the desk reports nothing, or may not see one of the notes
     */
    public void assign(Actor actor, String plan, Collection<NoteId> wanted, @Nullable Desk desk) {
        door.write(actor, () -> {
            NotesOfPlan of = of(actor, plans.contentWithin(actor, plan));
            Plan found = of.content().plan();
            policy.checkCanKeepPlans(actor, found.owner());
            String ids = SqlArrays.of(wanted.stream().map(NoteId::value).toList());
            List<NoteRow> rows = notes.some(
                    actor.person().value(), found.owner().value(), found.id().value(), ids);
            if (rows.isEmpty() || rows.size() != wanted.stream().distinct().count()) {
                throw new NotFoundException();
            }
            String name = desk == null ? "" : checkAssignable(of, desk, rows);
            writes.assign(
                    found.owner().value(),
                    ids,
                    desk == null ? null : desk.town().value(),
                    departmentOf(desk));
            Instant now = clock.instant();
            changes.insertChanges(rows.stream()
                    .map(row -> new ChangeEntity(
                            row.ownerId(),
                            UUID.randomUUID(),
                            row.id(),
                            null,
                            NoteChange.What.ASSIGNED.name(),
                            Objects.requireNonNullElse(row.assignedTownName(), ""),
                            name,
                            "",
                            actor.person().value(),
                            actor.displayName(),
                            now))
                    .toList());
            audit.recordWithin(
                    actor,
                    found.owner(),
                    rows.stream()
                            .map(row -> change(found, row, Deed.ASSIGN_NOTE, Map.of(), Map.of("desk", name)))
                            .toList());
            if (desk != null) {
                notices.assigned(actor, found, desk, rows);
            }
            rows.stream()
                    .map(NoteRow::fiscalYear)
                    .distinct()
                    .forEach(year ->
                            live.announceWithin(new Announcement(found.id().value(), year, null, List.of())));
            return true;
        });
    }

    private static String checkAssignable(NotesOfPlan of, Desk desk, List<NoteRow> rows) {
        Assignment assignment = of.desks().stream()
                .filter(known -> known.desk().equals(desk))
                .findFirst()
                .orElseThrow(() -> new RefusedException("その市町村・担当課は、この計画の指標を報告していません。選び直してください。"));
        long hidden = rows.stream()
                .filter(row -> Visibility.COUNCIL.name().equals(row.visibility()))
                .count();
        if (hidden > 0) {
            throw new RefusedException("選んだ意見のうち %d 件は「%s」だけに見えるもので、担当課から見えません。書いた本人の同意を得て見える人を広げるか、選択から外してください。"
                    .formatted(hidden, Visibility.COUNCIL.label()));
        }
        return assignment.label();
    }

    /** Keeps that the actor has read these notes as they are now; those that the actor may not see are passed over. */
    public void markRead(Actor actor, String plan, Collection<NoteId> read) {
        if (read.isEmpty()) {
            return;
        }
        door.write(actor, () -> {
            Plan found = plans.contentWithin(actor, plan).plan();
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
            Opened opened = open(actor, note);
            follow(opened.owner(), actor.person(), note.value(), following);
            return true;
        });
    }

    /** Whether the actor gets mail of new notes on an indicator, or on the whole plan. */
    public void follow(Actor actor, String plan, NoteTarget target, boolean following) {
        door.write(actor, () -> {
            NotesOfPlan of = of(actor, plans.contentWithin(actor, plan));
            Plan found = of.content().plan();
            follow(found.owner(), actor.person(), subjectToFollow(found, of.subject(target)), following);
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

    /** A note that was found, with what it needs to be judged. */
    private record Opened(NotesOfPlan of, NoteRow row, Note note) {
        OwnerId owner() {
            return of.content().plan().owner();
        }

        boolean isMine() {
            return row.authorId().equals(of.rules().actor().person().value());
        }

        Reply reply(UUID id) {
            return note.replies().stream()
                    .filter(reply -> reply.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }
    }

    private Note change(
            Actor actor,
            NoteId note,
            Predicate<Opened> allowed,
            String hindrance,
            java.util.function.Consumer<Opened> work) {
        return door.write(actor, () -> {
            Opened opened = open(actor, note);
            if (!allowed.test(opened)) {
                throw hindered(opened, hindrance);
            }
            work.accept(opened);
            announce(opened);
            return read(actor, note);
        });
    }

    /** What may become possible is refused with the reason; what is not the actor's to do is forbidden. */
    private RuntimeException hindered(Opened opened, String hindrance) {
        boolean concerned =
                opened.isMine() || policy.canKeepPlans(opened.of().rules().actor(), opened.owner());
        return opened.of()
                .rules()
                .obstacle(opened.row())
                .<RuntimeException>map(RefusedException::new)
                .orElseGet(() -> {
                    policy.checkAllowed(concerned, hindrance);
                    return new RefusedException(hindrance);
                });
    }

    private Note read(Actor actor, NoteId note) {
        return open(actor, note).note();
    }

    private Opened open(Actor actor, NoteId note) {
        NoteRow row = notes.find(actor.person().value(), note.value()).orElseThrow(NotFoundException::new);
        NotesOfPlan of = of(actor, plans.contentWithin(actor, row.planSlug()));
        return assemble(of, List.of(row)).stream()
                .findFirst()
                .map(found -> new Opened(of, row, found))
                .orElseThrow(NotFoundException::new);
    }

    private NotesOfPlan of(Actor actor, PlanContent content) {
        return new NotesOfPlan(
                content,
                indicators.indicatorsWithin(content),
                new NoteRules(
                        policy, actor, content.plan().owner(), windows.ofWithin(content.plan()), LocalDate.now(clock)));
    }

    private List<Note> assemble(NotesOfPlan of, List<NoteRow> rows) {
        OwnerId owner = of.content().plan().owner();
        List<UUID> ids = rows.stream().map(NoteRow::id).toList();
        return of.notes(
                rows,
                replies.ofNotes(owner.value(), SqlArrays.of(ids)),
                attachments.ofNotesWithin(of.rules().actor(), owner, ids));
    }

    private FiscalYear wanted(NotesOfPlan of, @Nullable FiscalYear year) {
        Plan plan = of.content().plan();
        if (year != null) {
            plan.checkCovers(year);
            return year;
        }
        FiscalYear last = FiscalYear.of(LocalDate.now(clock)).previous();
        return of.rules()
                .openWindow()
                .map(CommentWindow::fiscalYear)
                .filter(plan::covers)
                .orElse(plan.fiscalYears().stream()
                        .filter(one -> one.compareTo(last) <= 0)
                        .reduce((earlier, later) -> later)
                        .orElse(plan.firstFiscalYear()));
    }

    private static void require(long updated) {
        if (updated == 0) {
            throw new StaleException();
        }
    }

    private static String text(String text) {
        if (TextKind.cleaned(text).isBlank()) {
            throw new RefusedException("本文を書いてください。");
        }
        try {
            return new NoteText(text).value();
        } catch (IllegalArgumentException e) {
            throw new WrongTextException("text", Objects.requireNonNullElse(e.getMessage(), "本文を書いてください。"));
        }
    }

    private static Map<String, PersonId> authors(Note note) {
        Map<String, PersonId> authors = new HashMap<>();
        Stream.concat(Stream.of(note.author()), note.replies().stream().map(Reply::author))
                .forEach(author -> authors.put(author.name(), author.person()));
        return authors;
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

    private static @Nullable UUID indicatorOf(NoteSubject subject) {
        return subject instanceof NoteSubject.OfIndicator indicator
                ? indicator.id().value()
                : null;
    }

    private static @Nullable String sectionOf(NoteSubject subject) {
        return subject instanceof NoteSubject.OfSection section ? section.number() : null;
    }

    private static UUID subjectToFollow(Plan plan, NoteSubject subject) {
        return subject instanceof NoteSubject.OfIndicator indicator
                ? indicator.id().value()
                : plan.id().value();
    }

    private static @Nullable UUID departmentOf(@Nullable Desk desk) {
        if (desk == null) {
            return null;
        }
        var department = desk.department();
        return department == null ? null : department.value();
    }

    private void keep(
            Actor actor,
            Opened opened,
            @Nullable UUID reply,
            NoteChange.What what,
            String before,
            String after,
            String remark) {
        changes.insertChanges(List.of(new ChangeEntity(
                opened.owner().value(),
                UUID.randomUUID(),
                opened.row().id(),
                reply,
                what.name(),
                before,
                after,
                remark,
                actor.person().value(),
                actor.displayName(),
                clock.instant())));
    }

    private static Map<String, Object> facts(NoteRow row) {
        return Map.of("kind", row.kind(), "visibility", row.visibility());
    }

    private void record(
            Actor actor, Opened opened, Deed action, Map<String, Object> before, Map<String, Object> after) {
        Plan plan = opened.of().content().plan();
        audit.recordWithin(actor, plan.owner(), List.of(change(plan, opened.row(), action, before, after)));
    }

    private static Change change(
            Plan plan, NoteRow row, Deed action, Map<String, Object> before, Map<String, Object> after) {
        return new Change(
                action,
                SubjectKind.NOTE,
                row.id().toString(),
                plan.id().value(),
                row.indicatorId(),
                before,
                after,
                null);
    }

    private void announce(Opened opened) {
        String no = opened.note().subject() instanceof NoteSubject.OfIndicator indicator ? indicator.no() : "";
        live.announceWithin(new Announcement(
                opened.of().content().plan().id().value(),
                opened.row().fiscalYear(),
                null,
                no.isEmpty() ? List.of() : List.of(no)));
    }
}

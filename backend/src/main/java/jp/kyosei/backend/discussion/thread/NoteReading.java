package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteChange;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Reads notes. What the actor may not see is left out of every list, and looked for by its id it is not found. */
@Singleton
public class NoteReading {
    private final NoteFinding finding;
    private final NoteRepository notes;
    private final ChangeRepository changes;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    NoteReading(
            NoteFinding finding,
            NoteRepository notes,
            ChangeRepository changes,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.finding = finding;
        this.notes = notes;
        this.changes = changes;
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
            NotesOfPlan of = finding.ofPlan(actor, plan);
            NoteSubject subject = of.subject(target);
            SubjectKey key = SubjectKey.of(subject);
            FiscalYear wanted = wanted(of, year);
            Plan found = of.content().plan();
            List<NoteRow> rows = notes
                    .ofPlan(
                            actor.person().value(),
                            found.owner().value(),
                            found.id().value(),
                            wanted.year(),
                            key.indicatorId(),
                            key.sectionNumber())
                    .stream()
                    .filter(row -> !key.isWholePlan() || (row.indicatorId() == null && row.sectionNumber() == null))
                    .toList();
            return new NotePad(
                    of.content(),
                    subject,
                    wanted,
                    finding.assemble(of, rows),
                    of.rules().writing(),
                    notes.follows(found.owner().value(), actor.person().value(), key.followedIn(found)));
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
            NotesOfPlan of = finding.ofPlan(actor, plan);
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
        return notesWithin(finding.of(actor, content), year);
    }

    /** The notes of all years that the actor sees, as {@link #notesWithin}. */
    public List<Note> allNotesWithin(Actor actor, PlanContent content) {
        return notesWithin(finding.of(actor, content), null);
    }

    private List<Note> notesWithin(NotesOfPlan of, @Nullable FiscalYear year) {
        Plan plan = of.content().plan();
        return of.inOrderOfPlan(finding.assemble(
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
        return door.read(actor, () -> finding.open(actor, note).note());
    }

    /**
     * What was done to a note, oldest first.
     *
     * @throws ForbiddenException if the actor is neither its author nor the owner's secretariat
     */
    public List<NoteChange> changes(Actor actor, NoteId note) {
        return door.read(actor, () -> {
            FoundNote found = finding.open(actor, note);
            policy.checkCanReadNoteChanges(
                    actor, found.owner(), new PersonId(found.row().authorId()));
            return changes.ofNote(found.owner().value(), note.value()).stream()
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
}

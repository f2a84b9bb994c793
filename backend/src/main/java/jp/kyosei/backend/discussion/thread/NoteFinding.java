package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.discussion.CommentWindows;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;

/** Finds notes and puts them together for one reader; always inside an open tenant door. */
@Singleton
final class NoteFinding {
    private final PlanService plans;
    private final IndicatorService indicators;
    private final CommentWindows windows;
    private final NoteRepository notes;
    private final ReplyRepository replies;
    private final AttachmentService attachments;
    private final AccessPolicy policy;
    private final Clock clock;

    NoteFinding(
            PlanService plans,
            IndicatorService indicators,
            CommentWindows windows,
            NoteRepository notes,
            ReplyRepository replies,
            AttachmentService attachments,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.windows = windows;
        this.notes = notes;
        this.replies = replies;
        this.attachments = attachments;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws NotFoundException if there is no such plan, or it is another owner's */
    NotesOfPlan ofPlan(Actor actor, String plan) {
        return of(actor, plans.inForceWithin(actor, plan));
    }

    /** The notes of a plan, to be read by the actor. */
    NotesOfPlan of(Actor actor, PlanContent content) {
        return new NotesOfPlan(
                content,
                indicators.indicatorsWithin(content),
                new NoteRules(
                        policy, actor, content.plan().owner(), windows.ofWithin(content.plan()), LocalDate.now(clock)));
    }

    /** In the order of the rows, with replies and files; what the reader may not see is left out. */
    List<Note> assemble(NotesOfPlan of, List<NoteRow> rows) {
        OwnerId owner = of.content().plan().owner();
        List<UUID> ids = rows.stream().map(NoteRow::id).toList();
        return of.notes(
                rows,
                replies.ofNotes(owner.value(), SqlArrays.of(ids)),
                attachments.ofNotesWithin(of.rules().actor(), owner, ids));
    }

    /** @throws NotFoundException if there is no such note, or the actor may not see it */
    FoundNote open(Actor actor, NoteId id) {
        NoteRow row = notes.find(actor.person().value(), id.value()).orElseThrow(NotFoundException::new);
        NotesOfPlan of = of(actor, plans.inForceWithin(actor, row.planSlug()));
        return assemble(of, List.of(row)).stream()
                .findFirst()
                .map(note -> new FoundNote(of, row, note))
                .orElseThrow(NotFoundException::new);
    }
}

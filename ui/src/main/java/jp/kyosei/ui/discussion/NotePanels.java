package jp.kyosei.ui.discussion;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Makes what the pages with notes show. */
@Singleton
public final class NotePanels {
    private final NoteDesk.Notes notes;
    private final AccessPolicy policy;
    private final LiveChannel live;
    private final AttachmentDesk attachments;
    private final CurrentActor current;

    NotePanels(
            NoteDesk.Notes notes,
            AccessPolicy policy,
            LiveChannel live,
            AttachmentDesk attachments,
            CurrentActor current) {
        this.notes = notes;
        this.policy = policy;
        this.live = live;
        this.attachments = attachments;
        this.current = current;
    }

    /**
     * The notes on one thing, read by being shown.
     *
     * @param year none for the usual one
     */
    public NotePanel of(Actor actor, String plan, NoteTarget target, @Nullable FiscalYear year) {
        NotePad pad = notes.reading().pad(actor, plan, target, year);
        Supplier<List<Assignment>> desks = () -> notes.reading()
                .overview(current.require(), plan, pad.fiscalYear())
                .desks();
        return new NotePanel(desk(actor, pad.content().plan(), desks), live, target, pad);
    }

    NoteDesk desk(Actor actor, Plan plan, Supplier<List<Assignment>> desks) {
        return new NoteDesk(
                notes,
                attachments,
                current,
                actor.person(),
                actor.username(),
                NoteDesk.kindOf(actor, plan.owner()),
                policy.canKeepPlans(actor, plan.owner()),
                desks);
    }
}

package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.discussion.NoteChange;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was done to notes and tells open screens; inside the transaction that does it. What a note says never
 * enters the audit trail: an admin reads it. The earlier texts are kept with the note itself.
 */
@Singleton
final class NoteTrail {
    private final ChangeRepository changes;
    private final AuditService audit;
    private final LiveChannel live;
    private final Clock clock;

    NoteTrail(ChangeRepository changes, AuditService audit, LiveChannel live, Clock clock) {
        this.changes = changes;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Keeps beside a note how it was before.
     *
     * @param reply none for the note itself
     * @param remark may be empty
     */
    void keepWithin(
            Actor actor,
            FoundNote found,
            @Nullable UUID reply,
            NoteChange.What what,
            String before,
            String after,
            String remark) {
        keepWithin(List.of(change(actor, found.row(), reply, what, before, after, remark)));
    }

    void keepWithin(List<ChangeEntity> kept) {
        changes.insertChanges(kept);
    }

    ChangeEntity change(
            Actor actor,
            NoteRow row,
            @Nullable UUID reply,
            NoteChange.What what,
            String before,
            String after,
            String remark) {
        return new ChangeEntity(
                row.ownerId(),
                UUID.randomUUID(),
                row.id(),
                reply,
                what.name(),
                before,
                after,
                remark,
                actor.person().value(),
                actor.displayName(),
                clock.instant());
    }

    void recordWithin(
            Actor actor, FoundNote found, Deed action, Map<String, Object> before, Map<String, Object> after) {
        recordWithin(actor, found.plan(), List.of(found.row()), action, row -> before, after);
    }

    /**
     * The same was done to each of the notes.
     *
     * @param before how each was
     */
    void recordWithin(
            Actor actor,
            Plan plan,
            List<NoteRow> rows,
            Deed action,
            Function<NoteRow, Map<String, Object>> before,
            Map<String, Object> after) {
        audit.recordWithin(
                actor,
                plan.owner(),
                rows.stream()
                        .map(row -> new Change(
                                action,
                                SubjectKind.NOTE,
                                row.id().toString(),
                                plan.id().value(),
                                row.indicatorId(),
                                before.apply(row),
                                after,
                                null))
                        .toList());
    }

    /** Tells the screens that show the note. */
    void announceWithin(FoundNote found) {
        String no = found.note().subject() instanceof NoteSubject.OfIndicator indicator ? indicator.no() : "";
        announceWithin(found.plan(), found.row().fiscalYear(), no.isEmpty() ? List.of() : List.of(no));
    }

    /** @param indicators by their numbers; empty for whatever the plan shows of that year */
    void announceWithin(Plan plan, int fiscalYear, List<String> indicators) {
        live.announceWithin(new Announcement(plan.id().value(), fiscalYear, null, indicators));
    }
}

package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Writes down what was done to a meeting and tells open screens; inside the transaction that does it. */
@Singleton
public final class MeetingTrail {
    private final AuditService audit;
    private final LiveChannel live;

    MeetingTrail(AuditService audit, LiveChannel live) {
        this.audit = audit;
        this.live = live;
    }

    /** @param reason empty if none was given */
    public void leaveWithin(
            Actor actor,
            Plan plan,
            FiscalYear year,
            Deed action,
            SubjectKind kind,
            String title,
            @Nullable UUID indicator,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        audit.recordWithin(
                actor,
                plan.owner(),
                List.of(new Change(
                        action,
                        kind,
                        title,
                        plan.id().value(),
                        indicator,
                        before,
                        after,
                        reason.isBlank() ? null : reason.strip())));
        live.announceWithin(new Announcement(plan.id().value(), year.year(), null, List.of()));
    }

    public void leaveWithin(
            Actor actor,
            OpenMeeting opened,
            Deed action,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        Meeting meeting = opened.meeting();
        leaveWithin(
                actor,
                opened.plan(),
                meeting.fiscalYear(),
                action,
                SubjectKind.MEETING,
                meeting.title(),
                null,
                before,
                after,
                reason);
    }
}

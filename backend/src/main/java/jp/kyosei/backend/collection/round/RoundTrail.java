package jp.kyosei.backend.collection.round;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
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

/** Writes down what is done with a round as a whole, and tells the screens that show it. */
@Singleton
public class RoundTrail {
    private final AuditService audit;
    private final LiveChannel live;

    RoundTrail(AuditService audit, LiveChannel live) {
        this.audit = audit;
        this.live = live;
    }

    /** @param reason why; none where none is asked for */
    public void recordWithin(
            Actor actor,
            Plan plan,
            FiscalYear year,
            Deed action,
            Map<String, Object> before,
            Map<String, Object> after,
            @Nullable String reason) {
        audit.recordWithin(
                actor,
                plan.owner(),
                List.of(new Change(
                        action, SubjectKind.ROUND, year.shortLabel(), plan.id().value(), null, before, after, reason)));
    }

    public void announceWithin(Plan plan, FiscalYear year) {
        live.announceWithin(new Announcement(plan.id().value(), year.year(), null, List.of()));
    }
}

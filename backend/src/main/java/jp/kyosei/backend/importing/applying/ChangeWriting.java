package jp.kyosei.backend.importing.applying;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;

/** Writes changes of what is recorded of a plan, each in the audit trail; always inside an open tenant door. */
@Singleton
public class ChangeWriting {
    private final PlanService plans;
    private final ActualWriter writer;

    ChangeWriting(PlanService plans, ActualWriter writer) {
        this.plans = plans;
        this.writer = writer;
    }

    /**
     * Writes all of them, each kind in batches.
     *
     * @throws jp.kyosei.backend.tenancy.StaleException if a cell is not as the change began from; nothing is written then
     */
    public void writeWithin(
            Actor actor,
            String slug,
            List<CellChange> figures,
            List<NarrativeChange> narratives,
            List<RecordChange> records) {
        Plan plan = plans.inForceWithin(actor, slug).plan();
        if (!figures.isEmpty()) {
            writer.changeWithin(actor, plan.owner(), plan.id(), figures);
        }
        if (!narratives.isEmpty()) {
            writer.narrateWithin(actor, plan.owner(), plan.id(), narratives);
        }
        if (!records.isEmpty()) {
            writer.keepRecordsWithin(actor, plan.owner(), plan.id(), records);
        }
    }
}

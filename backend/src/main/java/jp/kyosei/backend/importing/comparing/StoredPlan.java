package jp.kyosei.backend.importing.comparing;

import java.util.List;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.collection.task.CollectionStand;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleBook;

/** A plan as it is stored, with everything recorded of it, and how far its collections have come. */
public record StoredPlan(
        PlanContent content,
        RuleBook rules,
        List<Indicator> indicators,
        Figures figures,
        List<Narrative> narratives,
        CollectionStand collection) {}

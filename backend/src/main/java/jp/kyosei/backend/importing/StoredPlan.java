package jp.kyosei.backend.importing;

import java.util.List;
import java.util.Set;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleBook;

/** A plan as it is stored, with everything recorded of it, and the years whose collection is under way. */
record StoredPlan(
        PlanContent content,
        RuleBook rules,
        List<Indicator> indicators,
        Figures figures,
        List<Narrative> narratives,
        Set<FiscalYear> openYears) {}

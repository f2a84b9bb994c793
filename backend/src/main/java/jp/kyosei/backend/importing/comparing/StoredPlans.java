package jp.kyosei.backend.importing.comparing;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.Actor;

/** Reads plans with everything recorded of them; always inside an open tenant door. */
@Singleton
public final class StoredPlans {
    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final Tasks tasks;
    private final RuleSetService rules;

    StoredPlans(
            PlanService plans, IndicatorService indicators, ActualService actuals, Tasks tasks, RuleSetService rules) {
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.tasks = tasks;
        this.rules = rules;
    }

    /**
     * The plan, by a fixed number of statements.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's
     */
    public StoredPlan storedWithin(Actor actor, String slug) {
        PlanContent content = plans.inForceWithin(actor, slug);
        List<Indicator> known = indicators.indicatorsWithin(content);
        return new StoredPlan(
                content,
                rules.bookWithin(content.plan().owner()),
                known,
                actuals.figuresWithin(actor, content),
                actuals.narrativesWithin(
                        actor,
                        content.plan().owner(),
                        known.stream().map(Indicator::id).toList(),
                        new FiscalYear(FiscalYear.FIRST)),
                tasks.standWithin(content.plan()));
    }
}

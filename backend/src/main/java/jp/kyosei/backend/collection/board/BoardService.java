package jp.kyosei.backend.collection.board;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Says where a round stands. */
@Singleton
public class BoardService {
    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final RuleSetService rules;
    private final Rounds rounds;
    private final Tasks tasks;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    BoardService(
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            RuleSetService rules,
            Rounds rounds,
            Tasks tasks,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.rules = rules;
        this.rounds = rounds;
        this.tasks = tasks;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Where a round stands with its figures: for the secretariat all of it, for a town its own part.
     *
     * @throws NotFoundException if there is no such plan or round, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in collections
     */
    public CollectionBoard board(Actor actor, String plan, FiscalYear year) {
        return door.read(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanSeeRounds(actor, owner);
            CollectionRound round = rounds.roundWithin(content.plan(), year);
            List<CollectionTask> visible = tasks.figuresWithin(owner, round).stream()
                    .filter(task -> policy.canSeeCollection(actor, owner, task.municipality()))
                    .toList();
            LocalDate today = LocalDate.now(clock);
            return new BoardReading(round, rules.bookWithin(owner).inForce(year), actuals.figuresWithin(actor, content))
                    .board(
                            content,
                            today,
                            indicators.indicatorsWithin(content),
                            visible,
                            lastYearWithin(content, round, visible, today));
        });
    }

    /** How far the round of the year before had come as long before its day; none where there was none, or it is not known. */
    private @Nullable DoneThen lastYearWithin(
            PlanContent content, CollectionRound round, List<CollectionTask> visible, LocalDate today) {
        CollectionRound before =
                rounds.findWithin(content.plan(), round.fiscalYear().previous()).orElse(null);
        if (before == null) {
            return null;
        }
        LocalDate day = before.dueOn().minusDays(ChronoUnit.DAYS.between(today, round.dueOn()));
        OwnerId owner = content.plan().owner();
        Set<MunicipalityCode> towns =
                visible.stream().map(CollectionTask::municipality).collect(Collectors.toSet());
        int asked = (int) tasks.figuresWithin(owner, before).stream()
                .filter(task -> towns.contains(task.municipality()))
                .count();
        return asked == 0 ? null : new DoneThen(day, asked, tasks.doneWithin(owner, before, towns, day));
    }
}

package jp.kyosei.backend.collection;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.RoundState;
import jp.kyosei.backend.collection.round.RoundTrail;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.step.TaskNotices;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.KnownSubjects;
import jp.kyosei.backend.collection.task.NamedSubject;
import jp.kyosei.backend.collection.task.NewTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** The collections of a plan as wholes: which there are, how one is opened with its tasks, closed and opened again. */
@Singleton
public class CollectionService {
    private final PlanService plans;
    private final IndicatorService indicators;
    private final RoundTasks opening;
    private final Rounds rounds;
    private final Tasks tasks;
    private final RoundTrail trail;
    private final TaskNotices notices;
    private final TenantDoor door;
    private final AccessPolicy policy;

    CollectionService(
            PlanService plans,
            IndicatorService indicators,
            RoundTasks opening,
            Rounds rounds,
            Tasks tasks,
            RoundTrail trail,
            TaskNotices notices,
            TenantDoor door,
            AccessPolicy policy) {
        this.plans = plans;
        this.indicators = indicators;
        this.opening = opening;
        this.rounds = rounds;
        this.tasks = tasks;
        this.trail = trail;
        this.notices = notices;
        this.door = door;
        this.policy = policy;
    }

    /**
     * The rounds of a plan.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in collections, as a committee member
     */
    public RoundOverview overview(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanSeeRounds(actor, owner);
            List<CollectionRound> found = rounds.ofWithin(content.plan());
            Set<FiscalYear> taken =
                    found.stream().map(CollectionRound::fiscalYear).collect(Collectors.toSet());
            boolean secretariat = policy.canKeepPlans(actor, owner);
            SequencedMap<MunicipalityCode, String> towns = new LinkedHashMap<>();
            List<Indicator> known = indicators.indicatorsWithin(content);
            known.stream()
                    .flatMap(indicator -> indicator.reporters().stream())
                    .filter(reporter -> policy.canSeeCollection(actor, owner, reporter.municipality()))
                    .sorted(Comparator.comparing(Reporter::municipality))
                    .forEach(reporter -> towns.putIfAbsent(reporter.municipality(), reporter.municipalityName()));
            List<FiscalYear> openable = content.plan().fiscalYears().reversed().stream()
                    .filter(year -> !taken.contains(year))
                    .toList();
            return new RoundOverview(content, found, known, towns, secretariat, openable);
        });
    }

    /**
     * Opens a round: a task for each indicator and reporting municipality that is asked. A figure that is confirmed already
     * stays so, and its task begins as confirmed; a narrative without a figure waits for it as the draft of its task.
     *
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if there is one already, or nothing would be asked, or the day lies in the past
     */
    public CollectionRound open(Actor actor, String plan, OpenRound order) {
        String instructions = TypedText.checked(TextKind.INSTRUCTIONS, "instructions", "依頼文", order.instructions());
        return door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, order.fiscalYear());
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            content.plan().checkCovers(order.fiscalYear());
            rounds.checkDue(order.dueOn());
            List<NamedSubject> asked = RoundTasks.numbered(opening.askableWithin(content), order.indicators());
            CollectionRound round = rounds.begun(actor, order.fiscalYear(), order.dueOn(), instructions);
            List<NewTask> opened =
                    opening.newWithin(actor, content, round, asked, task -> order.asks(task.municipality()));
            if (opened.isEmpty()) {
                throw new RefusedException("照会する指標と市町村の組み合わせがありません。指標か市町村を選び直してください。");
            }
            rounds.insertWithin(actor, content.plan(), round);
            List<CollectionTask> begun = tasks.openWithin(owner, round, opened);
            trail.recordWithin(
                    actor,
                    content.plan(),
                    order.fiscalYear(),
                    Deed.OPEN_ROUND,
                    Map.of(),
                    Map.of("dueOn", order.dueOn().toString(), "tasks", opened.size()),
                    null);
            notices.opened(
                    actor,
                    content,
                    round,
                    begun.stream()
                            .filter(task -> task.state() != TaskState.CONFIRMED)
                            .toList(),
                    new KnownSubjects(asked));
            trail.announceWithin(content.plan(), order.fiscalYear());
            return round;
        });
    }

    /**
     * Closes a round: nobody enters any more. What is not confirmed stays as it is.
     *
     * @throws ForbiddenException if the actor is not the owner's secretariat
     */
    public void close(Actor actor, String plan, FiscalYear year) {
        turn(actor, plan, year, RoundState.CLOSED, "");
    }

    /**
     * Opens a closed round again.
     *
     * @param typed why; stays in the history
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if no reason is given
     */
    public void reopen(Actor actor, String plan, FiscalYear year, String typed) {
        turn(actor, plan, year, RoundState.OPEN, typed);
    }

    private void turn(Actor actor, String plan, FiscalYear year, RoundState state, String typed) {
        door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            String reason = state == RoundState.OPEN
                    ? TypedText.required(TextKind.REASON, "comment", "再開する理由", typed, "照会を再開する理由を書いてください。")
                    : "";
            CollectionRound round = rounds.roundWithin(content.plan(), year);
            rounds.turnWithin(owner, round, state);
            trail.recordWithin(
                    actor,
                    content.plan(),
                    year,
                    state == RoundState.CLOSED ? Deed.CLOSE_ROUND : Deed.REOPEN_ROUND,
                    Map.of("state", round.state().name()),
                    Map.of("state", state.name()),
                    reason.isBlank() ? null : reason);
            List<CollectionTask> waiting = tasks.ofWithin(owner, round);
            notices.turned(
                    actor,
                    content,
                    rounds.roundWithin(content.plan(), year),
                    waiting,
                    reason,
                    new KnownSubjects(opening.askableWithin(content)));
            trail.announceWithin(content.plan(), year);
            return true;
        });
    }
}

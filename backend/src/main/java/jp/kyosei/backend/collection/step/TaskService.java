package jp.kyosei.backend.collection.step;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditHand;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.RoundTrail;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.KnownSubjects;
import jp.kyosei.backend.collection.task.NamedSubject;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.Subjects;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Leads the tasks of a round from step to step, whatever they ask for; gives more time. */
@Singleton
public class TaskService {
    private final PlanService plans;
    private final Rounds rounds;
    private final Tasks tasks;
    private final Subjects subjects;
    private final AuditService audit;
    private final RoundTrail trail;
    private final TaskNotices notices;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    TaskService(
            PlanService plans,
            Rounds rounds,
            Tasks tasks,
            Subjects subjects,
            AuditService audit,
            RoundTrail trail,
            TaskNotices notices,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.rounds = rounds;
        this.tasks = tasks;
        this.subjects = subjects;
        this.audit = audit;
        this.trail = trail;
        this.notices = notices;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Takes a step with the tasks that are meant and can take it; errors as the other one, which also takes it where findings
     * are open.
     */
    public StepResult step(
            Actor actor, String plan, FiscalYear year, TaskStep step, TaskSelection selection, String typed) {
        return step(actor, plan, year, step, selection, typed, open -> false);
    }

    /**
     * Takes a step with the tasks that are meant and can take it.
     *
     * @param typed what is to be done, or why; required to send something back, and of a secretariat that approves in the
     *     superior's place
     * @param seen which open findings whoever takes the step knows and goes on in spite of
     * @throws NotFoundException if there is no such plan or round or subject, or it is another owner's
     * @throws ForbiddenException if the actor may take the step with none of them
     * @throws OpenPointsException if others are open, and the step vouches for what stands there; then no task takes it
     * @throws RefusedException if the round is closed, or a comment is missing
     */
    public StepResult step(
            Actor actor,
            String plan,
            FiscalYear year,
            TaskStep step,
            TaskSelection selection,
            String typed,
            Predicate<OpenPoint> seen) {
        String comment = TypedText.checked(TextKind.REASON, "comment", "理由", typed);
        return door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanSeeRounds(actor, owner);
            if (step.needsComment()) {
                TypedText.required(TextKind.REASON, "comment", "理由", typed, "差し戻す理由と、直してほしいことを書いてください。");
            }
            CollectionRound round = rounds.openRoundWithin(content.plan(), year);
            KnownSubjects known = subjects.knownWithin(content, selection);
            Stepping stepping = stepping(actor, content, round, step, selection, known, !comment.isEmpty());
            List<OpenPoint> open =
                    step.vouches() ? subjects.openWithin(actor, content, year, stepping.ready(), known) : List.of();
            if (open.stream().anyMatch(point -> point.sort() == OpenPoint.Sort.FINDING && !seen.test(point))) {
                throw new OpenPointsException(step, open);
            }
            List<CollectionTask> moved = stepping.moved(comment, clock.instant());
            if (moved.isEmpty() && stepping.refused().isEmpty()) {
                throw new RefusedException("%sできるものがありません。".formatted(step.label()));
            }
            tasks.changeWithin(owner, round, moved);
            subjects.markWithin(owner, year, moved);
            audit.recordWithin(actor, owner, stepping.changes(content, moved, comment));
            notices.stepped(actor, content, round, step, moved, comment, known);
            trail.announceWithin(content.plan(), year);
            return stepping.result(moved, open);
        });
    }

    /**
     * What is open of the tasks that are meant and stand before a step: to be shown before it is taken.
     *
     * @throws NotFoundException if there is no such plan or round or subject, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in collections
     */
    public List<OpenPoint> open(Actor actor, String plan, FiscalYear year, TaskStep step, TaskSelection selection) {
        return door.read(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanSeeRounds(actor, owner);
            CollectionRound round = rounds.roundWithin(content.plan(), year);
            KnownSubjects known = subjects.knownWithin(content, selection);
            Set<TaskSubject> asked =
                    known.chosen(selection).stream().map(NamedSubject::subject).collect(Collectors.toSet());
            return subjects.openWithin(
                    actor,
                    content,
                    year,
                    tasks.ofWithin(owner, round).stream()
                            .filter(task -> asked.contains(task.subject())
                                    && selection.isOf(task.municipality())
                                    && policy.canSeeCollection(actor, owner, task.municipality())
                                    && step.from(task.state(), task.needsApproval())
                                            .isPresent())
                            .toList(),
                    known);
        });
    }

    /**
     * Gives more time, to the whole round or to some tasks of it.
     *
     * @param typed why; stays in the history
     * @throws NotFoundException if there is no such plan or round or subject, or it is another owner's
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if no reason is given, the round is closed, or the day lies in the past
     */
    public void extend(
            Actor actor, String plan, FiscalYear year, LocalDate dueOn, TaskSelection selection, String typed) {
        door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            String reason = TypedText.required(TextKind.REASON, "comment", "延ばす理由", typed, "期限を延ばす理由を書いてください。");
            boolean whole = selection.equals(TaskSelection.ALL);
            CollectionRound round = whole
                    ? rounds.openRoundAloneWithin(content.plan(), year)
                    : rounds.openRoundWithin(content.plan(), year);
            rounds.checkDue(dueOn);
            KnownSubjects known = subjects.knownWithin(content, selection);
            List<CollectionTask> found = known.lockedWithin(
                    tasks, owner, round, selection, town -> policy.canSeeCollection(actor, owner, town));
            List<CollectionTask> meant =
                    found.stream().map(task -> task.withDueOn(dueOn)).toList();
            tasks.changeWithin(owner, round, meant);
            if (whole) {
                rounds.moveDueWithin(owner, round, dueOn);
            }
            trail.recordWithin(
                    actor,
                    content.plan(),
                    year,
                    Deed.EXTEND_ROUND,
                    Map.of("dueOn", round.dueOn().toString()),
                    Map.of("dueOn", dueOn.toString(), "tasks", meant.size()),
                    reason);
            List<CollectionTask> moved = found.stream()
                    .filter(task -> !task.dueOn().equals(dueOn))
                    .map(task -> task.withDueOn(dueOn))
                    .toList();
            notices.dueMoved(actor, content, round, moved, reason, known);
            trail.announceWithin(content.plan(), year);
            return true;
        });
    }

    private Stepping stepping(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            TaskStep step,
            TaskSelection selection,
            KnownSubjects known,
            boolean inPlace) {
        OwnerId owner = content.plan().owner();
        List<CollectionTask> found =
                known.lockedWithin(tasks, owner, round, selection, town -> policy.canSeeCollection(actor, owner, town));
        policy.checkAllowed(!found.isEmpty(), "%sできるのは、その市町村の担当者か事務局だけです。".formatted(step.label()));
        Set<TaskKey> answered = step == TaskStep.SUBMIT
                ? subjects.answeredWithin(actor, content, round.fiscalYear(), known.chosen(selection))
                : Set.of();
        Hands hands = new Hands(round, known, step == TaskStep.APPROVE ? trailOf(owner, found) : List.of());
        return new Stepping(
                policy,
                actor,
                owner,
                step,
                selection.isPrecise(),
                known,
                answered,
                inPlace,
                task -> hands.of(task).contains(actor.person()),
                found);
    }

    private List<AuditHand> trailOf(OwnerId owner, List<CollectionTask> found) {
        return audit.handsWithin(
                owner,
                found.stream()
                        .flatMap(task -> task.subject().indicator().stream())
                        .map(IndicatorId::value)
                        .distinct()
                        .toList(),
                EnumSet.of(SubjectKind.ACTUAL, SubjectKind.NARRATIVE, SubjectKind.TASK));
    }
}

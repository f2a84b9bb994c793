package jp.kyosei.backend.collection.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.OwnerId;

/** Which of some tasks can take a step, and what stands against the others. */
final class Stepping {
    private final AccessPolicy policy;
    private final Actor actor;
    private final OwnerId owner;
    private final TaskStep step;
    private final KnownSubjects known;
    private final Set<TaskKey> answered;
    private final List<CollectionTask> ready = new ArrayList<>();
    private final List<StepResult.Refused> refused = new ArrayList<>();

    /**
     * @param precise whether each task that stays behind is to be answered; else those that cannot take the step are
     *     passed over
     * @param answered those that have an answer
     * @throws ForbiddenException if the actor may take the step with none of them
     */
    Stepping(
            AccessPolicy policy,
            Actor actor,
            OwnerId owner,
            TaskStep step,
            boolean precise,
            KnownSubjects known,
            Set<TaskKey> answered,
            List<CollectionTask> found) {
        this.policy = policy;
        this.actor = actor;
        this.owner = owner;
        this.step = step;
        this.known = known;
        this.answered = Set.copyOf(answered);
        boolean anyPermitted = false;
        for (CollectionTask task : found) {
            boolean permitted = isPermitted(task);
            anyPermitted |= permitted;
            Optional<String> obstacle =
                    permitted ? obstacle(task) : Optional.of("担当が違うため、%sできません。".formatted(step.label()));
            if (obstacle.isEmpty()) {
                ready.add(task);
            } else if (precise || (permitted && next(task).isPresent())) {
                refused.add(new StepResult.Refused(
                        task.subject(), known.of(task).no(), task.municipality(), obstacle.get()));
            }
        }
        policy.checkAllowed(
                anyPermitted,
                switch (step) {
                    case SUBMIT, WITHDRAW ->
                        "%sできるのは、その%sの担当者と所属長、事務局です。".formatted(step.label(), KnownSubjects.thing(found));
                    case APPROVE -> "承認できるのは、その市町村の所属長です。";
                    case RETURN -> "差し戻せるのは、所属長（承認の前）と事務局です。";
                    case CONFIRM -> "確定できるのは事務局です。";
                });
    }

    List<StepResult.Refused> refused() {
        return refused;
    }

    List<CollectionTask> moved(String comment, Instant now) {
        return ready.stream()
                .map(task -> task.moved(next(task).orElseThrow(), actor, step == TaskStep.RETURN ? comment : "", now))
                .toList();
    }

    StepResult result(List<CollectionTask> moved) {
        return new StepResult(
                moved.stream()
                        .map(task -> new StepResult.Moved(
                                task.subject(), known.of(task).no(), task.municipality(), task.state()))
                        .toList(),
                refused);
    }

    List<Change> changes(PlanContent content, List<CollectionTask> moved, String comment) {
        List<Change> changes = new ArrayList<>();
        for (int index = 0; index < moved.size(); index++) {
            CollectionTask before = ready.get(index);
            CollectionTask after = moved.get(index);
            changes.add(new Change(
                    deed(),
                    SubjectKind.TASK,
                    known.of(after).inHistory(after.municipality()),
                    content.plan().id().value(),
                    after.subject().indicator().map(IndicatorId::value).orElse(null),
                    Map.of("state", before.state().name()),
                    Map.of("state", after.state().name()),
                    comment.isEmpty() ? null : comment));
        }
        return changes;
    }

    private Deed deed() {
        return switch (step) {
            case SUBMIT -> Deed.SUBMIT_TASK;
            case WITHDRAW -> Deed.WITHDRAW_TASK;
            case APPROVE -> Deed.APPROVE_TASK;
            case RETURN -> Deed.RETURN_TASK;
            case CONFIRM -> Deed.CONFIRM_TASK;
        };
    }

    private boolean isPermitted(CollectionTask task) {
        boolean secretariat = policy.canKeepPlans(actor, owner);
        return switch (step) {
            case SUBMIT, WITHDRAW -> policy.canEnter(actor, owner, task.municipality(), task.department());
            case APPROVE -> policy.canApprove(actor, owner, task.municipality(), task.department());
            case RETURN ->
                secretariat
                        || (task.state() == TaskState.AWAITING_APPROVAL
                                && policy.canApprove(actor, owner, task.municipality(), task.department()));
            case CONFIRM -> secretariat;
        };
    }

    private Optional<String> obstacle(CollectionTask task) {
        TaskSubject.Kind kind = task.subject().kind();
        if (next(task).isEmpty()) {
            return Optional.of(
                    task.state() == TaskState.NOT_STARTED
                            ? "まだ入力がありません。%s".formatted(kind.begin())
                            : "いまは「%s」なので、%sできません。".formatted(task.state().label(), step.label()));
        }
        return step == TaskStep.SUBMIT && known.of(task).answerExpected() && !answered.contains(task.key())
                ? Optional.of(kind.empty())
                : Optional.empty();
    }

    /** A task whose answer came in another way than by entry has begun by that. */
    private Optional<TaskState> next(CollectionTask task) {
        boolean begun = task.state() == TaskState.NOT_STARTED && answered.contains(task.key());
        return step.from(begun ? TaskState.DRAFT : task.state(), task.needsApproval());
    }
}

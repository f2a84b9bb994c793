package jp.kyosei.backend.collection.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.KnownSubjects;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.collection.task.TaskSubject;
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
    private final boolean inPlace;
    private final Predicate<CollectionTask> handled;
    private final List<CollectionTask> ready = new ArrayList<>();
    private final List<StepResult.Refused> refused = new ArrayList<>();

    /**
     * @param precise whether each task that stays behind is to be answered; else those that cannot take the step are
     *     passed over
     * @param answered those that have an answer
     * @param inPlace whether a reason is given why the secretariat approves in the superior's place
     * @param handled whether the actor had a hand in what a task hands in
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
            boolean inPlace,
            Predicate<CollectionTask> handled,
            List<CollectionTask> found) {
        this.policy = policy;
        this.actor = actor;
        this.owner = owner;
        this.step = step;
        this.known = known;
        this.answered = Set.copyOf(answered);
        this.inPlace = inPlace;
        this.handled = handled;
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
                    case APPROVE -> "承認できるのは、その市町村の所属長です。事務局は、理由を書けば所属長に代わって承認できます。";
                    case RETURN -> "差し戻せるのは、所属長（承認の前）と事務局です。";
                    case CONFIRM -> "確定できるのは事務局です。";
                });
    }

    /** Those that can take the step, as they are before it. */
    List<CollectionTask> ready() {
        return ready;
    }

    List<StepResult.Refused> refused() {
        return refused;
    }

    List<CollectionTask> moved(String comment, Instant now) {
        return ready.stream()
                .map(task -> task.moved(next(task).orElseThrow(), actor, step == TaskStep.RETURN ? comment : "", now))
                .toList();
    }

    StepResult result(List<CollectionTask> moved, List<OpenPoint> open) {
        return new StepResult(
                moved.stream()
                        .map(task -> new StepResult.Moved(
                                task.subject(), known.of(task).no(), task.municipality(), task.state()))
                        .toList(),
                refused,
                open);
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
            case APPROVE ->
                policy.canApprove(actor, owner, task.municipality(), task.department()) || (secretariat && inPlace);
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
        if (step == TaskStep.APPROVE && handled.test(task)) {
            return Optional.of("ご自分が入力または提出したものなので、承認できません。"
                    + (policy.canKeepPlans(actor, owner)
                            ? "ほかの所属長か、事務局のほかの人に承認を頼んでください。"
                            : "ほかの所属長に承認を頼むか、事務局に代わりの承認を依頼してください。"));
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

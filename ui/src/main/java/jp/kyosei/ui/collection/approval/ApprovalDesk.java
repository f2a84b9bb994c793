package jp.kyosei.ui.collection.approval;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.approval.ApprovalService;
import jp.kyosei.backend.collection.approval.ApprovalSheet;
import jp.kyosei.backend.collection.approval.WaitingApproval;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.collection.StepWords;

/** What a superior does, by whom the screen names; each is answered in words. */
@Singleton
public class ApprovalDesk {
    private final ApprovalService approvals;
    private final TaskService tasks;
    private final PlanService plans;
    private final AccessPolicy policy;

    ApprovalDesk(ApprovalService approvals, TaskService tasks, PlanService plans, AccessPolicy policy) {
        this.approvals = approvals;
        this.tasks = tasks;
        this.plans = plans;
        this.policy = policy;
    }

    /** The plans in which something may come to wait for the actor. */
    Set<UUID> plans(Actor actor) {
        return policy.approvesSomewhere(actor)
                ? plans.plans(actor).stream()
                        .map(plan -> plan.plan().id().value())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** All that waits, each town of a round as one sheet. */
    List<ApprovalSheet> look(Actor actor) {
        return approvals.waiting(actor).stream()
                .map(waiting -> look(actor, waiting))
                .filter(sheet -> !sheet.rows().isEmpty())
                .toList();
    }

    private ApprovalSheet look(Actor actor, WaitingApproval waiting) {
        return approvals.look(actor, waiting.plan().plan().slug(), waiting.fiscalYear(), waiting.municipality());
    }

    /** What is open of the rows that would be approved. */
    List<OpenPoint> open(Actor actor, ApprovalSheet sheet, Set<String> nos) {
        return tasks.open(
                actor,
                sheet.content().plan().slug(),
                sheet.round().fiscalYear(),
                TaskStep.APPROVE,
                new TaskSelection(nos, Set.of(sheet.municipality())));
    }

    /**
     * Takes the step.
     *
     * @param nos the numbers of the indicators that are meant
     * @param seen what was open of them when the person was asked
     */
    String step(
            Actor actor, ApprovalSheet sheet, TaskStep step, Set<String> nos, String comment, List<OpenPoint> seen) {
        return StepWords.of(
                step,
                tasks.step(
                        actor,
                        sheet.content().plan().slug(),
                        sheet.round().fiscalYear(),
                        step,
                        new TaskSelection(nos, Set.of(sheet.municipality())),
                        comment,
                        seen::contains));
    }
}

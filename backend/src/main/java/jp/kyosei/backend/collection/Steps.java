package jp.kyosei.backend.collection;

import java.time.Instant;
import java.time.LocalDate;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;

/** Tasks as they change, and as they are stored. */
final class Steps {
    private Steps() {}

    static CollectionTask moved(CollectionTask task, TaskState state, Actor actor, String comment, Instant now) {
        boolean submitted = task.state().isOpenForEntry() && !state.isOpenForEntry();
        return new CollectionTask(
                task.indicator(),
                task.municipality(),
                task.department(),
                task.dueOn(),
                task.needsApproval(),
                state,
                comment,
                submitted ? actor.person() : task.submittedBy(),
                actor.displayName(),
                now,
                task.version() + 1);
    }

    static CollectionTask due(CollectionTask task, LocalDate dueOn) {
        return new CollectionTask(
                task.indicator(),
                task.municipality(),
                task.department(),
                dueOn,
                task.needsApproval(),
                task.state(),
                task.comment(),
                task.submittedBy(),
                task.actedBy(),
                task.actedAt(),
                task.version() + 1);
    }

    /** The department's owner is written once, when the task is made; an update leaves it. */
    static TaskEntity entity(OwnerId owner, CollectionRound round, CollectionTask task) {
        DepartmentId department = task.department();
        PersonId submitter = task.submittedBy();
        return new TaskEntity(
                owner.value(),
                round.id(),
                task.indicator().value(),
                task.municipality().value(),
                null,
                department == null ? null : department.value(),
                task.dueOn(),
                task.needsApproval(),
                task.state().name(),
                task.comment(),
                submitter == null ? null : submitter.value(),
                task.actedBy(),
                task.actedAt(),
                task.version());
    }
}

package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/** @param departmentOwnerId written once, when the task is made; an update leaves it */
@MappedEntity("collection_task")
record TaskEntity(
        UUID ownerId,
        UUID roundId,
        String subjectKind,
        UUID subjectId,
        String municipalityCode,
        @Nullable UUID departmentOwnerId,
        @Nullable UUID departmentId,
        LocalDate dueOn,
        boolean needsApproval,
        String state,
        String comment,
        @Nullable UUID submittedBy,
        String actedByName,
        @Nullable Instant actedAt,
        long version) {
    static TaskEntity of(OwnerId owner, CollectionRound round, NewTask task) {
        return of(owner, round, task.task(), task.desk().departmentOwner());
    }

    static TaskEntity of(OwnerId owner, CollectionRound round, CollectionTask task) {
        return of(owner, round, task, null);
    }

    private static TaskEntity of(
            OwnerId owner, CollectionRound round, CollectionTask task, @Nullable OwnerId departmentOwner) {
        DepartmentId department = task.department();
        PersonId submitter = task.submittedBy();
        return new TaskEntity(
                owner.value(),
                round.id(),
                task.subject().kind().name(),
                task.subject().id(),
                task.municipality().value(),
                departmentOwner == null ? null : departmentOwner.value(),
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

    CollectionTask task() {
        UUID departmentValue = departmentId;
        UUID submitter = submittedBy;
        return new CollectionTask(
                TaskSubject.of(TaskSubject.Kind.valueOf(subjectKind), subjectId),
                new MunicipalityCode(municipalityCode),
                departmentValue == null ? null : new DepartmentId(departmentValue),
                dueOn,
                needsApproval,
                TaskState.valueOf(state),
                comment,
                submitter == null ? null : new PersonId(submitter),
                actedByName,
                actedAt,
                version);
    }
}

package jp.kyosei.backend.collection.task;

import java.time.LocalDate;

/** A task that a round begins with. */
public record NewTask(
        TaskSubject subject, NamedSubject.AskedDesk desk, LocalDate dueOn, boolean needsApproval, TaskState state) {
    /** As it is once it is stored. */
    CollectionTask task() {
        return new CollectionTask(
                subject, desk.municipality(), desk.department(), dueOn, needsApproval, state, "", null, "", null, 1);
    }
}

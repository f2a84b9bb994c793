package jp.kyosei.backend.collection.task;

import java.util.List;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** Which tasks took a step, and which could not and why. */
public record StepResult(List<Moved> moved, List<Refused> refused) {
    public StepResult {
        moved = List.copyOf(moved);
        refused = List.copyOf(refused);
    }

    /** A task in its new state. */
    public record Moved(TaskSubject subject, String no, MunicipalityCode municipality, TaskState state) {}

    /** A task that stays as it is; the message says in Japanese why and what to do. */
    public record Refused(TaskSubject subject, String no, MunicipalityCode municipality, String message) {}
}

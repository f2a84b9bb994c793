package jp.kyosei.backend.collection.task;

import java.util.List;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Which tasks took a step, and which could not and why.
 *
 * @param open what was open of those that took it, and is to be known
 */
public record StepResult(List<Moved> moved, List<Refused> refused, List<OpenPoint> open) {
    public StepResult {
        moved = List.copyOf(moved);
        refused = List.copyOf(refused);
        open = List.copyOf(open);
    }

    public StepResult(List<Moved> moved, List<Refused> refused) {
        this(moved, refused, List.of());
    }

    /** A task in its new state. */
    public record Moved(TaskSubject subject, String no, MunicipalityCode municipality, TaskState state) {}

    /** A task that stays as it is; the message says in Japanese why and what to do. */
    public record Refused(TaskSubject subject, String no, MunicipalityCode municipality, String message) {}
}

package jp.kyosei.backend.collection.task;

import java.time.Instant;
import java.time.LocalDate;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be answered by one municipality in a round.
 *
 * @param department who is asked; none where the plan names only the municipality
 * @param comment what the one who sent it back asks for; empty otherwise
 * @param submittedBy who submitted it last; none while nobody has
 * @param actedBy the name of who took the last step; empty before the first
 */
public record CollectionTask(
        TaskSubject subject,
        MunicipalityCode municipality,
        @Nullable DepartmentId department,
        LocalDate dueOn,
        boolean needsApproval,
        TaskState state,
        String comment,
        @Nullable PersonId submittedBy,
        String actedBy,
        @Nullable Instant actedAt,
        long version) {

    public TaskKey key() {
        return new TaskKey(subject, municipality);
    }

    /** Who is asked. */
    public Desk desk() {
        return new Desk(municipality, department);
    }

    public boolean asksForFigure() {
        return subject.kind() == TaskSubject.Kind.FIGURE;
    }

    /**
     * The indicator that it is about.
     *
     * @throws IllegalStateException if it is about a section or an initiative
     */
    public IndicatorId indicator() {
        return subject.indicator().orElseThrow(() -> new IllegalStateException("a task of no indicator: " + subject));
    }

    /** Whether nobody has answered by the day it was due. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn) && state.isOpenForEntry();
    }

    /** The task after the first entry into it. */
    public CollectionTask begun(Actor actor, Instant now) {
        return moved(TaskState.DRAFT, actor, "", now);
    }

    CollectionTask moved(TaskState to, Actor actor, String said, Instant now) {
        boolean submitted = state.isOpenForEntry() && !to.isOpenForEntry();
        return new CollectionTask(
                subject,
                municipality,
                department,
                dueOn,
                needsApproval,
                to,
                said,
                submitted ? actor.person() : submittedBy,
                actor.displayName(),
                now,
                version + 1);
    }

    CollectionTask withDueOn(LocalDate day) {
        return new CollectionTask(
                subject,
                municipality,
                department,
                day,
                needsApproval,
                state,
                comment,
                submittedBy,
                actedBy,
                actedAt,
                version + 1);
    }
}

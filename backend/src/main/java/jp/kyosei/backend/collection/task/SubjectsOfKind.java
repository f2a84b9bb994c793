package jp.kyosei.backend.collection.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * What a kind of subject brings to its tasks. Whoever keeps the answers of a kind makes a bean of this; a kind without one
 * is not asked in any round. Each method takes a fixed number of statements inside an open transaction.
 */
public interface SubjectsOfKind {
    TaskSubject.Kind kind();

    /** All that can be asked of the version in force, in the order of the plan. */
    List<NamedSubject> subjectsWithin(PlanContent content);

    /** In which state the tasks of answers begin that are there before a round asks for them; the others have not begun. */
    Map<TaskKey, TaskState> alreadyWithin(
            Actor actor, PlanContent content, FiscalYear year, Collection<NamedSubject> asked);

    /** Which of the tasks of these subjects have an answer. */
    Set<TaskKey> answeredWithin(
            Actor actor, PlanContent content, FiscalYear year, Collection<? extends TaskSubject> subjects);

    /**
     * What is open of tasks, and to be known before they are submitted, approved or confirmed.
     *
     * @param tasks of this kind, each with what it asks for
     */
    default List<OpenPoint> openWithin(
            Actor actor, PlanContent content, FiscalYear year, Map<TaskKey, NamedSubject> tasks) {
        return List.of();
    }

    /** Lets the answers go with their tasks, as far as a state is kept beside them. */
    void markWithin(OwnerId owner, FiscalYear year, Collection<TaskKey> tasks, TaskState state);
}

package jp.kyosei.backend.collection.task;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;

/** Finds the tasks that a selection means, as far as the actor takes part in them; inside an open transaction. */
@Singleton
public class ChosenTasks {
    private final Tasks tasks;
    private final Subjects subjects;
    private final AccessPolicy policy;

    ChosenTasks(Tasks tasks, Subjects subjects, AccessPolicy policy) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.policy = policy;
    }

    /** What the version in force has of the kinds that are meant. */
    public KnownSubjects knownWithin(PlanContent content, TaskSelection selection) {
        return new KnownSubjects(subjects.ofWithin(content, selection.kinds()));
    }

    /** The tasks that are meant and that the actor sees, locked. */
    public List<CollectionTask> lockedWithin(
            Actor actor, OwnerId owner, CollectionRound round, TaskSelection selection, KnownSubjects known) {
        Set<MunicipalityCode> towns = known.towns().stream()
                .filter(town -> selection.isOf(town) && policy.canSeeCollection(actor, owner, town))
                .collect(Collectors.toSet());
        return known.inDepartments(
                tasks.lockedWithin(
                        owner,
                        round,
                        known.chosen(selection).stream()
                                .map(NamedSubject::subject)
                                .toList(),
                        towns),
                selection);
    }
}

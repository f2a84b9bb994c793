package jp.kyosei.backend.collection.task;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;

/** The tasks of rounds as they are kept; each call is one statement inside an open {@link TenantDoor}, and asks no rights. */
@Singleton
public class Tasks {
    private final TaskRepository tasks;

    Tasks(TaskRepository tasks) {
        this.tasks = tasks;
    }

    /** All tasks of a round, whatever they ask for. */
    public List<CollectionTask> ofWithin(OwnerId owner, CollectionRound round) {
        return tasks.tasks(owner.value(), round.id()).stream()
                .map(TaskEntity::task)
                .toList();
    }

    /** The tasks of a round that ask for figures. */
    public List<CollectionTask> figuresWithin(OwnerId owner, CollectionRound round) {
        return ofWithin(owner, round).stream()
                .filter(CollectionTask::asksForFigure)
                .toList();
    }

    /** The tasks of these subjects and towns, locked until the transaction ends. */
    public List<CollectionTask> lockedWithin(
            OwnerId owner,
            CollectionRound round,
            Collection<? extends TaskSubject> subjects,
            Collection<MunicipalityCode> towns) {
        List<TaskSubject> asked = List.copyOf(subjects);
        return tasks
                .tasksForChange(
                        owner.value(),
                        round.id(),
                        asked.stream().map(one -> one.kind().name()).collect(Collectors.joining(",", "{", "}")),
                        SqlArrays.of(asked.stream().map(TaskSubject::id).toList()),
                        towns.stream().map(MunicipalityCode::value).collect(Collectors.joining(",", "{", "}")))
                .stream()
                .map(TaskEntity::task)
                .toList();
    }

    /**
     * Stores the tasks that a round begins with.
     *
     * @return them as they are now
     */
    public List<CollectionTask> openWithin(OwnerId owner, CollectionRound round, List<NewTask> opened) {
        tasks.insertTasks(
                opened.stream().map(task -> TaskEntity.of(owner, round, task)).toList());
        return opened.stream().map(NewTask::task).toList();
    }

    /** Stores tasks as they are now; they were locked before. */
    public void changeWithin(OwnerId owner, CollectionRound round, List<CollectionTask> changed) {
        tasks.updateTasks(
                changed.stream().map(task -> TaskEntity.of(owner, round, task)).toList());
    }

    /** Takes tasks out of a round; they were locked before. What was answered stays with whoever keeps it. */
    public void removeWithin(OwnerId owner, CollectionRound round, List<CollectionTask> taken) {
        if (!taken.isEmpty()) {
            tasks.deleteTasks(taken.stream()
                    .map(task -> TaskEntity.of(owner, round, task))
                    .toList());
        }
    }

    /** How many figures of a round had been handed in to the secretariat by the end of a day, of these towns. */
    public int doneWithin(OwnerId owner, CollectionRound round, Collection<MunicipalityCode> towns, LocalDate day) {
        return tasks.doneBefore(
                owner.value(),
                round.id(),
                towns.stream().map(MunicipalityCode::value).collect(Collectors.joining(",", "{", "}")),
                day.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant());
    }

    /** How far the figures of a plan's collections have come. */
    public CollectionStand standWithin(Plan plan) {
        return new CollectionStand(
                tasks.unfinished(plan.owner().value(), plan.id().value()));
    }

    /**
     * What waits for superiors in the open rounds of all owners that the door is open to.
     *
     * @param superior who does not approve what they submitted themselves
     */
    public List<Awaiting> awaitingWithin(PersonId superior) {
        return tasks.awaiting(superior.value()).stream()
                .map(row -> new Awaiting(
                        new OwnerId(row.ownerId()),
                        new PlanId(row.planId()),
                        new FiscalYear(row.fiscalYear()),
                        new MunicipalityCode(row.municipalityCode()),
                        Optional.ofNullable(row.departmentId())
                                .map(DepartmentId::new)
                                .orElse(null),
                        row.waiting(),
                        row.dueOn()))
                .toList();
    }
}

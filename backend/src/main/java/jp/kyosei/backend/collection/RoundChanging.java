package jp.kyosei.backend.collection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.RoundTrail;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.step.TaskNotices;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.KnownSubjects;
import jp.kyosei.backend.collection.task.NamedSubject;
import jp.kyosei.backend.collection.task.NewTask;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a round asks for, of whom and with which words, while it is open. A figure that was entered for what is taken out
 * stays, and its task goes on from there if it is asked for again.
 */
@Singleton
public class RoundChanging {
    private final PlanService plans;
    private final Rounds rounds;
    private final Tasks tasks;
    private final RoundTasks opening;
    private final AuditService audit;
    private final RoundTrail trail;
    private final TaskNotices notices;
    private final TenantDoor door;
    private final AccessPolicy policy;

    RoundChanging(
            PlanService plans,
            Rounds rounds,
            Tasks tasks,
            RoundTasks opening,
            AuditService audit,
            RoundTrail trail,
            TaskNotices notices,
            TenantDoor door,
            AccessPolicy policy) {
        this.plans = plans;
        this.rounds = rounds;
        this.tasks = tasks;
        this.opening = opening;
        this.audit = audit;
        this.trail = trail;
        this.notices = notices;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Changes a round. The departments concerned are told.
     *
     * @throws NotFoundException if there is no such plan or round, or it is another owner's
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws AnsweredTasksException if something is taken out that somebody has answered, and that is not acknowledged
     * @throws RefusedException if the round is closed, an indicator is not the plan's, or nothing would be left
     */
    public void change(Actor actor, String plan, FiscalYear year, RoundChange wanted) {
        String reason = TypedText.checked(TextKind.REASON, "reason", "理由", wanted.reason());
        String given = wanted.instructions();
        String instructions =
                given == null ? null : TypedText.checked(TextKind.INSTRUCTIONS, "instructions", "依頼文", given);
        door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            CollectionRound before = rounds.openRoundAloneWithin(content.plan(), year);
            List<NamedSubject> askable = opening.askableWithin(content);
            checkKnown(askable, wanted);
            // Locked, so that nobody answers what is being taken out.
            List<CollectionTask> there = tasks.lockedWithin(
                    owner, before, askable.stream().map(NamedSubject::subject).toList(), townsOf(askable));
            Wanted pairs = new Wanted(askable, there, wanted);
            List<CollectionTask> out =
                    there.stream().filter(task -> pairs.isTakenOut(task.key())).toList();
            List<NewTask> fresh = opening.newWithin(actor, content, before, askable, pairs::isAdded);
            if (out.size() == there.size() && fresh.isEmpty()) {
                throw new RefusedException("照会するものが残りません。外すものを選び直すか、照会を締め切ってください。");
            }
            askBeforeAnswersGo(out, askable, wanted);
            CollectionRound after = rounds.rewordWithin(content.plan(), before, instructions);
            tasks.removeWithin(owner, after, out);
            List<CollectionTask> added = fresh.isEmpty() ? List.of() : tasks.openWithin(owner, after, fresh);
            KnownSubjects names = new KnownSubjects(askable);
            boolean reworded = !after.instructions().equals(before.instructions());
            if (!reworded && out.isEmpty() && added.isEmpty()) {
                return false;
            }
            record(actor, content, before, after, out, added, there.size(), names, reason);
            notices.takenOut(
                    actor,
                    content,
                    after,
                    out.stream()
                            .filter(task -> task.state() != TaskState.CONFIRMED)
                            .toList(),
                    names);
            notices.added(
                    actor,
                    content,
                    after,
                    added.stream().filter(task -> task.state().isOpenForEntry()).toList(),
                    names);
            if (reworded) {
                notices.reworded(
                        actor,
                        content,
                        after,
                        there.stream()
                                .filter(task -> task.state().isOpenForEntry() && !out.contains(task))
                                .toList(),
                        names);
            }
            trail.announceWithin(content.plan(), year);
            return true;
        });
    }

    private static void checkKnown(List<NamedSubject> askable, RoundChange wanted) {
        Set<String> numbers = wanted.indicators();
        RoundTasks.numbered(askable, numbers == null ? Set.of() : numbers);
        wanted.ask().forEach(named -> checkKnown(askable, named));
        wanted.takeOut().forEach(named -> checkKnown(askable, named));
        Set<MunicipalityCode> towns = wanted.municipalities();
        checkTowns(askable, towns == null ? Set.of() : towns);
        if ((numbers != null && numbers.isEmpty()) || (towns != null && towns.isEmpty())) {
            throw new RefusedException("照会するものが残りません。指標と市町村を、1つ以上選んでください。");
        }
    }

    private static void checkKnown(List<NamedSubject> askable, RoundChange.Crosswise named) {
        RoundTasks.numbered(askable, named.indicators());
        checkTowns(askable, named.municipalities());
    }

    private static void checkTowns(List<NamedSubject> askable, Set<MunicipalityCode> named) {
        Set<MunicipalityCode> known = townsOf(askable);
        named.stream()
                .filter(town -> !known.contains(town))
                .sorted()
                .findFirst()
                .ifPresent(town -> {
                    throw new RefusedException("市町村 %s は、この計画の指標を報告していません。選び直してください。".formatted(town.value()));
                });
    }

    private static Set<MunicipalityCode> townsOf(List<NamedSubject> askable) {
        return askable.stream()
                .flatMap(subject -> subject.desks().stream())
                .map(NamedSubject.AskedDesk::municipality)
                .collect(Collectors.toSet());
    }

    private static void askBeforeAnswersGo(List<CollectionTask> out, List<NamedSubject> askable, RoundChange wanted) {
        List<String> answered = out.stream()
                .filter(task -> task.state() != TaskState.NOT_STARTED)
                .map(task -> name(askable, task))
                .toList();
        if (!answered.isEmpty() && !wanted.acknowledged()) {
            throw new AnsweredTasksException(answered);
        }
    }

    private static String name(List<NamedSubject> askable, CollectionTask task) {
        return askable.stream()
                .filter(subject -> subject.subject().equals(task.subject()))
                .findFirst()
                .map(subject -> "No.%s %s".formatted(subject.no(), townName(subject, task.municipality())))
                .orElse(task.municipality().value());
    }

    private static String townName(NamedSubject subject, MunicipalityCode town) {
        return subject.desks().stream()
                .filter(desk -> desk.municipality().equals(town))
                .map(NamedSubject.AskedDesk::townName)
                .findFirst()
                .orElse(town.value());
    }

    private void record(
            Actor actor,
            PlanContent content,
            CollectionRound before,
            CollectionRound after,
            List<CollectionTask> out,
            List<CollectionTask> added,
            int count,
            KnownSubjects names,
            String reason) {
        Map<String, Object> was = new HashMap<>(Map.of("tasks", count));
        Map<String, Object> is = new HashMap<>(Map.of("tasks", count - out.size() + added.size()));
        if (!before.instructions().equals(after.instructions())) {
            was.put("instructions", before.instructions());
            is.put("instructions", after.instructions());
        }
        trail.recordWithin(
                actor,
                content.plan(),
                before.fiscalYear(),
                Deed.CHANGE_ROUND,
                was,
                is,
                reason.isEmpty() ? null : reason);
        List<Change> changes = new ArrayList<>();
        out.forEach(task -> changes.add(change(
                Deed.TAKE_OUT_TASK,
                content,
                task,
                names,
                Map.of("state", task.state().name()),
                Map.of())));
        added.forEach(task -> changes.add(change(
                Deed.ASK_TASK,
                content,
                task,
                names,
                Map.of(),
                Map.of("state", task.state().name()))));
        audit.recordWithin(actor, content.plan().owner(), changes);
    }

    private static Change change(
            Deed deed,
            PlanContent content,
            CollectionTask task,
            KnownSubjects names,
            Map<String, Object> before,
            Map<String, Object> after) {
        return new Change(
                deed,
                SubjectKind.TASK,
                names.inHistory(task),
                content.plan().id().value(),
                task.subject().indicator().map(IndicatorId::value).orElse(null),
                before,
                after,
                null);
    }

    /** Which pairs of indicator and town are asked for afterwards. */
    private static final class Wanted {
        private final Map<TaskSubject, String> numbers;
        private final Set<TaskKey> there;
        private final Set<String> indicatorsBefore;
        private final Set<MunicipalityCode> townsBefore;
        private final RoundChange change;

        Wanted(List<NamedSubject> askable, List<CollectionTask> tasks, RoundChange change) {
            this.numbers = askable.stream().collect(Collectors.toMap(NamedSubject::subject, NamedSubject::no));
            this.there = tasks.stream().map(CollectionTask::key).collect(Collectors.toSet());
            this.indicatorsBefore = tasks.stream().map(task -> no(task.key())).collect(Collectors.toSet());
            this.townsBefore = tasks.stream().map(CollectionTask::municipality).collect(Collectors.toSet());
            this.change = change;
        }

        boolean isTakenOut(TaskKey key) {
            return !isIn(change.indicators(), no(key))
                    || !isIn(change.municipalities(), key.municipality())
                    || change.takeOut().stream().anyMatch(out -> out.covers(no(key), key.municipality()));
        }

        /** A pair that was left out although both its sides were asked stays out, unless it is named. */
        boolean isAdded(TaskKey key) {
            if (there.contains(key)) {
                return false;
            }
            if (change.ask().stream().anyMatch(ask -> ask.covers(no(key), key.municipality()))) {
                return true;
            }
            Set<String> indicators = Objects.requireNonNullElse(change.indicators(), indicatorsBefore);
            Set<MunicipalityCode> towns = Objects.requireNonNullElse(change.municipalities(), townsBefore);
            boolean anew = !indicatorsBefore.contains(no(key)) || !townsBefore.contains(key.municipality());
            return anew && indicators.contains(no(key)) && towns.contains(key.municipality());
        }

        private static <T> boolean isIn(@Nullable Set<T> afterwards, T one) {
            return afterwards == null || afterwards.contains(one);
        }

        private String no(TaskKey key) {
            return Objects.requireNonNull(numbers.get(key.subject()));
        }
    }
}

package jp.kyosei.backend.collection.task;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;

/** The subjects of a plan's version in force, by what is asked. */
public final class KnownSubjects {
    private final SequencedMap<TaskSubject, NamedSubject> known = new LinkedHashMap<>();

    public KnownSubjects(Collection<NamedSubject> subjects) {
        subjects.forEach(subject -> known.putIfAbsent(subject.subject(), subject));
    }

    /** A task may ask for what a later version of the plan no longer has. */
    Optional<NamedSubject> find(CollectionTask task) {
        return Optional.ofNullable(known.get(task.subject()));
    }

    public NamedSubject of(CollectionTask task) {
        return Objects.requireNonNull(known.get(task.subject()));
    }

    /**
     * Those that are meant.
     *
     * @throws NotFoundException if one is named that the plan does not have
     */
    public List<NamedSubject> chosen(TaskSelection selection) {
        Set<String> numbers = known.values().stream()
                .filter(subject -> selection.kinds().contains(subject.subject().kind()))
                .map(NamedSubject::no)
                .collect(Collectors.toSet());
        if (!numbers.containsAll(selection.numbers())) {
            throw new NotFoundException();
        }
        return known.values().stream().filter(selection::names).toList();
    }

    /** The municipalities that any of them can be asked of. */
    public Set<MunicipalityCode> towns() {
        return known.values().stream()
                .flatMap(subject -> subject.desks().stream())
                .map(NamedSubject.AskedDesk::municipality)
                .collect(Collectors.toSet());
    }

    /** How the history calls a task. */
    public String inHistory(CollectionTask task) {
        return of(task).inHistory(task.municipality());
    }

    /** What a task asks for, as a line of a list. */
    public String line(CollectionTask task) {
        return of(task).line();
    }

    /**
     * The tasks that are meant, locked until the transaction ends.
     *
     * @param seen which towns' tasks whoever means them takes part in
     * @throws NotFoundException if something is named that the plan does not have
     */
    public List<CollectionTask> lockedWithin(
            Tasks tasks,
            OwnerId owner,
            CollectionRound round,
            TaskSelection selection,
            Predicate<MunicipalityCode> seen) {
        Set<MunicipalityCode> towns = towns().stream()
                .filter(town -> selection.isOf(town) && seen.test(town))
                .collect(Collectors.toSet());
        return inDepartments(
                tasks.lockedWithin(
                        owner,
                        round,
                        chosen(selection).stream().map(NamedSubject::subject).toList(),
                        towns),
                selection);
    }

    /**
     * Those of some tasks that are meant.
     *
     * @throws NotFoundException if something is named that the plan does not have
     */
    public List<CollectionTask> meant(List<CollectionTask> tasks, TaskSelection selection) {
        Set<NamedSubject> chosen = Set.copyOf(chosen(selection));
        return inDepartments(
                tasks.stream()
                        .filter(task -> chosen.contains(of(task)) && selection.isOf(task.municipality()))
                        .toList(),
                selection);
    }

    /**
     * Those of the departments that are meant.
     *
     * @throws NotFoundException if one is named that is not asked for anything
     */
    public List<CollectionTask> inDepartments(List<CollectionTask> tasks, TaskSelection selection) {
        if (selection.departments().isEmpty()) {
            return tasks;
        }
        List<NamedSubject.AskedDesk> desks = known.values().stream()
                .flatMap(subject -> subject.desks().stream())
                .toList();
        Set<String> names =
                desks.stream().map(NamedSubject.AskedDesk::departmentName).collect(Collectors.toSet());
        if (!names.containsAll(selection.departments())) {
            throw new NotFoundException();
        }
        Set<Desk> meant = desks.stream()
                .filter(desk -> selection.departments().contains(desk.departmentName()))
                .map(NamedSubject.AskedDesk::desk)
                .collect(Collectors.toSet());
        return tasks.stream().filter(task -> meant.contains(task.desk())).toList();
    }

    /** What tasks are counted by: 「指標」, or 「項目」 where they are of several sorts. */
    public static String thing(List<CollectionTask> tasks) {
        return common(tasks, TaskSubject.Kind::thing, "項目");
    }

    /** What is handed in with them: 「実績」, or 「回答」 where they are of several sorts. */
    public static String matter(List<CollectionTask> tasks) {
        return common(tasks, TaskSubject.Kind::matter, "回答");
    }

    /** What is entered for them: 「実績と評価文」, or 「回答」 where they are of several sorts. */
    public static String answer(List<CollectionTask> tasks) {
        return common(tasks, TaskSubject.Kind::answer, "回答");
    }

    private static String common(
            List<CollectionTask> tasks, Function<TaskSubject.Kind, String> word, String ofSeveral) {
        List<String> words = tasks.stream()
                .map(task -> word.apply(task.subject().kind()))
                .distinct()
                .toList();
        return words.size() == 1 ? words.getFirst() : ofSeveral;
    }
}

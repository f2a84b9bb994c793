package jp.kyosei.backend.collection.task;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;

/** All kinds of subjects that are asked in rounds; asks each kind for its own. */
@Singleton
public class Subjects {
    private final Map<TaskSubject.Kind, SubjectsOfKind> kinds = new EnumMap<>(TaskSubject.Kind.class);

    /** @param kinds one for each sort of thing that rounds ask for */
    public Subjects(Collection<SubjectsOfKind> kinds) {
        kinds.forEach(one -> this.kinds.put(one.kind(), one));
    }

    /** The subjects of the version in force; a fixed number of statements for each kind, inside an open transaction. */
    public List<NamedSubject> ofWithin(PlanContent content, Set<TaskSubject.Kind> wanted) {
        return kinds.values().stream()
                .filter(one -> wanted.contains(one.kind()))
                .flatMap(one -> one.subjectsWithin(content).stream())
                .toList();
    }

    /** The same of the kinds that a selection means, to be looked up. */
    public KnownSubjects knownWithin(PlanContent content, TaskSelection selection) {
        return new KnownSubjects(ofWithin(content, selection.kinds()));
    }

    /** In which states the tasks of answers begin that are there already. */
    public Map<TaskKey, TaskState> alreadyWithin(
            Actor actor, PlanContent content, FiscalYear year, List<NamedSubject> asked) {
        return asked.stream()
                .collect(Collectors.groupingBy(subject -> subject.subject().kind()))
                .entrySet()
                .stream()
                .flatMap(
                        one -> of(one.getKey()).alreadyWithin(actor, content, year, one.getValue()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Set<TaskKey> answeredWithin(Actor actor, PlanContent content, FiscalYear year, List<NamedSubject> asked) {
        Map<TaskSubject.Kind, List<TaskSubject>> byKind =
                asked.stream().map(NamedSubject::subject).collect(Collectors.groupingBy(TaskSubject::kind));
        Set<TaskKey> answered = new HashSet<>();
        byKind.forEach((kind, subjects) -> answered.addAll(of(kind).answeredWithin(actor, content, year, subjects)));
        return answered;
    }

    /** What is open of tasks. */
    public List<OpenPoint> openWithin(
            Actor actor, PlanContent content, FiscalYear year, List<CollectionTask> found, KnownSubjects known) {
        Map<TaskSubject.Kind, Map<TaskKey, NamedSubject>> byKind = new EnumMap<>(TaskSubject.Kind.class);
        found.forEach(task -> byKind.computeIfAbsent(task.subject().kind(), kind -> new LinkedHashMap<>())
                .put(task.key(), known.of(task)));
        return byKind.entrySet().stream()
                .flatMap(one -> of(one.getKey()).openWithin(actor, content, year, one.getValue()).stream())
                .toList();
    }

    public void markWithin(OwnerId owner, FiscalYear year, List<CollectionTask> moved) {
        Map<TaskSubject.Kind, Map<TaskState, List<TaskKey>>> marked = new EnumMap<>(TaskSubject.Kind.class);
        moved.forEach(task -> marked.computeIfAbsent(task.subject().kind(), kind -> new EnumMap<>(TaskState.class))
                .computeIfAbsent(task.state(), state -> new ArrayList<>())
                .add(task.key()));
        marked.forEach(
                (kind, states) -> states.forEach((state, tasks) -> of(kind).markWithin(owner, year, tasks, state)));
    }

    private SubjectsOfKind of(TaskSubject.Kind kind) {
        return Objects.requireNonNull(kinds.get(kind), () -> "nobody keeps the answers of " + kind);
    }
}

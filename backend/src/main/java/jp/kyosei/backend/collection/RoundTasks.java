package jp.kyosei.backend.collection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.NamedSubject;
import jp.kyosei.backend.collection.task.NewTask;
import jp.kyosei.backend.collection.task.Subjects;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleBook;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.Quote;

/** The tasks that a round begins with, or that are added to it; inside an open transaction. */
@Singleton
final class RoundTasks {
    private static final int MOST_QUOTED = 10;
    /** What a round asks for today. */
    private static final Set<TaskSubject.Kind> ASKED = Set.of(TaskSubject.Kind.FIGURE);

    private final RuleSetService rules;
    private final Subjects subjects;

    RoundTasks(RuleSetService rules, Subjects subjects) {
        this.rules = rules;
        this.subjects = subjects;
    }

    /** All that can be asked of the version in force. */
    List<NamedSubject> askableWithin(PlanContent content) {
        return subjects.ofWithin(content, ASKED);
    }

    /** In the states in which they begin: what is answered already stays so. */
    List<NewTask> newWithin(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            List<NamedSubject> asked,
            Predicate<TaskKey> which) {
        RuleBook book = rules.bookWithin(content.plan().owner());
        Map<TaskKey, TaskState> already = subjects.alreadyWithin(actor, content, round.fiscalYear(), asked);
        List<NewTask> opened = new ArrayList<>();
        for (NamedSubject subject : asked) {
            for (NamedSubject.AskedDesk desk : subject.desks()) {
                TaskKey key = new TaskKey(subject.subject(), desk.municipality());
                if (which.test(key)) {
                    opened.add(new NewTask(
                            subject.subject(),
                            desk,
                            round.dueOn(),
                            book.asksForApproval(round.fiscalYear(), desk.municipality()),
                            already.getOrDefault(key, TaskState.NOT_STARTED)));
                }
            }
        }
        return opened;
    }

    /**
     * Those of the numbers; all where there are none.
     *
     * @throws RefusedException if the plan does not have one of them
     */
    static List<NamedSubject> numbered(List<NamedSubject> all, Set<String> numbers) {
        Set<String> unknown = new HashSet<>(numbers);
        all.forEach(subject -> unknown.remove(subject.no()));
        if (!unknown.isEmpty()) {
            throw new RefusedException("この計画にない指標番号です：%s%s"
                    .formatted(
                            unknown.stream()
                                    .sorted()
                                    .limit(MOST_QUOTED)
                                    .map(Quote::of)
                                    .collect(Collectors.joining("、")),
                            unknown.size() > MOST_QUOTED ? " など %,d 件".formatted(unknown.size()) : ""));
        }
        return all.stream()
                .filter(subject -> numbers.isEmpty() || numbers.contains(subject.no()))
                .toList();
    }
}

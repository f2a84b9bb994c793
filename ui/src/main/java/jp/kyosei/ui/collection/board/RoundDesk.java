package jp.kyosei.ui.collection.board;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.StepResult;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.ui.collection.StepWords;
import jp.kyosei.ui.session.CurrentActor;

/**
 * What the secretariat does with a round, for the person at the screen with the roles held at that moment; each says in words
 * what has happened.
 */
@Singleton
public class RoundDesk {
    private final CollectionService collections;
    private final TaskService tasks;
    private final CurrentActor current;

    RoundDesk(CollectionService collections, TaskService tasks, CurrentActor current) {
        this.collections = collections;
        this.tasks = tasks;
        this.current = current;
    }

    /** Which round: that of a plan for a year. */
    record Spot(String plan, FiscalYear year) {}

    /**
     * One call for each set of towns: a selection names indicators and towns crosswise.
     *
     * @param chosen the towns, by the number of the indicator
     * @param seen what is open and was shown to the person before
     */
    String step(
            Spot spot, TaskStep step, Map<String, Set<MunicipalityCode>> chosen, String comment, List<OpenPoint> seen) {
        List<StepResult.Moved> moved = new ArrayList<>();
        List<StepResult.Refused> refused = new ArrayList<>();
        byTowns(chosen).forEach((towns, nos) -> {
            StepResult result = tasks.step(
                    current.require(),
                    spot.plan(),
                    spot.year(),
                    step,
                    new TaskSelection(nos, towns),
                    comment,
                    seen::contains);
            moved.addAll(result.moved());
            refused.addAll(result.refused());
        });
        return StepWords.of(step, new StepResult(moved, refused));
    }

    /** What is open of the chosen ones that would take a step. */
    List<OpenPoint> open(Spot spot, TaskStep step, Map<String, Set<MunicipalityCode>> chosen) {
        List<OpenPoint> open = new ArrayList<>();
        byTowns(chosen)
                .forEach((towns, nos) -> open.addAll(
                        tasks.open(current.require(), spot.plan(), spot.year(), step, new TaskSelection(nos, towns))));
        return List.copyOf(open);
    }

    private static Map<Set<MunicipalityCode>, Set<String>> byTowns(Map<String, Set<MunicipalityCode>> chosen) {
        Map<Set<MunicipalityCode>, Set<String>> byTowns = new LinkedHashMap<>();
        chosen.forEach((no, towns) ->
                byTowns.computeIfAbsent(towns, key -> new HashSet<>()).add(no));
        return byTowns;
    }

    String remind(Spot spot) {
        TaskService.Reminded reminded = tasks.remind(current.require(), spot.plan(), spot.year(), TaskSelection.ALL);
        return "未提出 %d 件の %d 課へ督促を送りました。".formatted(reminded.tasks(), reminded.departments());
    }

    String extend(Spot spot, LocalDate due, String reason) {
        tasks.extend(current.require(), spot.plan(), spot.year(), due, TaskSelection.ALL, reason);
        return "期限を %d月%d日 にしました。".formatted(due.getMonthValue(), due.getDayOfMonth());
    }

    String close(Spot spot) {
        collections.close(current.require(), spot.plan(), spot.year());
        return "照会を締め切りました。";
    }

    String reopen(Spot spot, String reason) {
        collections.reopen(current.require(), spot.plan(), spot.year(), reason);
        return "照会を再開しました。";
    }
}

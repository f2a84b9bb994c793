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
import jp.kyosei.backend.collection.RoundChange;
import jp.kyosei.backend.collection.RoundChanging;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.collection.reminder.TaskReminders;
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
    private final RoundChanging changing;
    private final TaskService tasks;
    private final TaskReminders reminders;
    private final CurrentActor current;

    RoundDesk(
            CollectionService collections,
            RoundChanging changing,
            TaskService tasks,
            TaskReminders reminders,
            CurrentActor current) {
        this.collections = collections;
        this.changing = changing;
        this.tasks = tasks;
        this.reminders = reminders;
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

    String remind(Spot spot, TaskSelection selection) {
        return ReminderWords.of(reminders.remind(current.require(), spot.plan(), spot.year(), selection));
    }

    String extend(Spot spot, LocalDate due, String reason) {
        tasks.extend(current.require(), spot.plan(), spot.year(), due, TaskSelection.ALL, reason);
        return "期限を %d月%d日 にしました。".formatted(due.getMonthValue(), due.getDayOfMonth());
    }

    /** One call for each set of towns, as {@link #step}. */
    String extend(Spot spot, LocalDate due, Map<String, Set<MunicipalityCode>> chosen, String reason) {
        byTowns(chosen)
                .forEach((towns, nos) -> tasks.extend(
                        current.require(), spot.plan(), spot.year(), due, new TaskSelection(nos, towns), reason));
        return "選んだものの期限を %d月%d日 にしました。".formatted(due.getMonthValue(), due.getDayOfMonth());
    }

    /** What is there to change: indicators, towns and words. */
    RoundOverview overview(Spot spot) {
        return collections.overview(current.require(), spot.plan());
    }

    String change(Spot spot, RoundChange wanted) {
        changing.change(current.require(), spot.plan(), spot.year(), wanted);
        return "照会を変えました。担当課にはメールで知らせます。";
    }

    /** All of the chosen, or none. */
    String takeOut(Spot spot, Map<String, Set<MunicipalityCode>> chosen, boolean acknowledged) {
        List<RoundChange.Crosswise> sets = new ArrayList<>();
        byTowns(chosen).forEach((towns, nos) -> sets.add(new RoundChange.Crosswise(nos, towns)));
        changing.change(current.require(), spot.plan(), spot.year(), RoundChange.without(sets, acknowledged));
        return "選んだものを照会から外しました。入力されていたものは残っています。";
    }

    private static Map<Set<MunicipalityCode>, Set<String>> byTowns(Map<String, Set<MunicipalityCode>> chosen) {
        Map<Set<MunicipalityCode>, Set<String>> byTowns = new LinkedHashMap<>();
        chosen.forEach((no, towns) ->
                byTowns.computeIfAbsent(towns, key -> new HashSet<>()).add(no));
        return byTowns;
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

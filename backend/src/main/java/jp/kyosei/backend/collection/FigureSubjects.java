package jp.kyosei.backend.collection;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.cell.TownCell;
import jp.kyosei.backend.collection.task.NamedSubject;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.SubjectsOfKind;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;

/** Figures of indicators as what a round asks for: of each municipality that reports the indicator. */
@Singleton
final class FigureSubjects implements SubjectsOfKind {
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final ActualWriter writer;
    private final RuleSetService rules;

    FigureSubjects(IndicatorService indicators, ActualService actuals, ActualWriter writer, RuleSetService rules) {
        this.indicators = indicators;
        this.actuals = actuals;
        this.writer = writer;
        this.rules = rules;
    }

    @Override
    public TaskSubject.Kind kind() {
        return TaskSubject.Kind.FIGURE;
    }

    @Override
    public List<NamedSubject> subjectsWithin(PlanContent content) {
        return indicators.indicatorsWithin(content).stream()
                .map(FigureSubjects::named)
                .toList();
    }

    /** Where the indicator is entered for the whole, a town has words to give and no figure. */
    private static NamedSubject named(Indicator indicator) {
        return new NamedSubject(
                new TaskSubject.FigureOf(indicator.id()),
                indicator.no(),
                indicator.name(),
                indicator.reporters().stream().map(FigureSubjects::desk).toList(),
                indicator.consolidation() != Consolidation.ENTERED);
    }

    private static NamedSubject.AskedDesk desk(Reporter reporter) {
        return new NamedSubject.AskedDesk(
                reporter.municipality(),
                reporter.departmentOwner(),
                reporter.department(),
                Objects.requireNonNullElse(reporter.departmentName(), ""),
                reporter.municipalityName());
    }

    /** A figure that is confirmed already stays so; a narrative without a figure waits for it as a draft. */
    @Override
    public Map<TaskKey, TaskState> alreadyWithin(
            Actor actor, PlanContent content, FiscalYear year, Collection<NamedSubject> asked) {
        Map<TaskKey, TaskState> already = new HashMap<>();
        List<IndicatorId> ids = asked.stream()
                .flatMap(one -> one.subject().indicator().stream())
                .toList();
        actuals.narrativesWithin(actor, content.plan().owner(), ids, year).stream()
                .filter(narrative -> narrative.fiscalYear().equals(year))
                .forEach(narrative -> {
                    MunicipalityCode town = narrative.municipality();
                    if (town != null) {
                        already.put(key(narrative.indicator(), town), TaskState.DRAFT);
                    }
                });
        for (Actual actual : actuals.figuresWithin(actor, content).actuals()) {
            MunicipalityCode town = actual.municipality();
            if (town != null && actual.fiscalYear().equals(year)) {
                already.put(
                        key(actual.indicator(), town),
                        actual.state() == ActualState.CONFIRMED ? TaskState.CONFIRMED : TaskState.DRAFT);
            }
        }
        return already;
    }

    @Override
    public Set<TaskKey> answeredWithin(
            Actor actor, PlanContent content, FiscalYear year, Collection<? extends TaskSubject> subjects) {
        List<IndicatorId> ids = subjects.stream()
                .flatMap(subject -> subject.indicator().stream())
                .toList();
        return actuals.figuresOfWithin(actor, content, ids).actuals().stream()
                .filter(actual -> actual.fiscalYear().equals(year))
                .flatMap(actual -> Stream.ofNullable(actual.municipality()).map(town -> key(actual.indicator(), town)))
                .collect(Collectors.toSet());
    }

    @Override
    public List<OpenPoint> openWithin(
            Actor actor, PlanContent content, FiscalYear year, Map<TaskKey, NamedSubject> tasks) {
        List<IndicatorId> ids = tasks.keySet().stream()
                .flatMap(task -> task.subject().indicator().stream())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        OpenOfFigures open = new OpenOfFigures(
                year,
                new Evaluator(rules.bookWithin(content.plan().owner()).inForce(year)),
                actuals.figuresOfWithin(actor, content, ids),
                actuals.narrativesWithin(actor, content.plan().owner(), ids, year));
        return indicators.indicatorsWithin(content).stream()
                .filter(indicator -> ids.contains(indicator.id()))
                .flatMap(indicator -> indicator.reporters().stream()
                        .map(Reporter::municipality)
                        .filter(town -> tasks.containsKey(key(indicator.id(), town)))
                        .flatMap(town -> open.of(indicator, town).stream()))
                .toList();
    }

    @Override
    public void markWithin(OwnerId owner, FiscalYear year, Collection<TaskKey> tasks, TaskState state) {
        writer.markWithin(
                owner,
                year,
                tasks.stream()
                        .flatMap(
                                task -> task
                                        .subject()
                                        .indicator()
                                        .map(indicator -> new TownCell(indicator, task.municipality()))
                                        .stream())
                        .toList(),
                state.figures());
    }

    private static TaskKey key(IndicatorId indicator, MunicipalityCode town) {
        return new TaskKey(new TaskSubject.FigureOf(indicator), town);
    }
}

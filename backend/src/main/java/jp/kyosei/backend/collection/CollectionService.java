package jp.kyosei.backend.collection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ActualState;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.TownCell;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.ruleset.RuleBook;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Opens and closes rounds, leads their tasks from step to step, and says where a round stands. */
@Singleton
public class CollectionService {
    private static final int MOST_QUOTED = 10;
    private static final int LAST_YEAR = 2999;

    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final ActualWriter writer;
    private final RuleSetService rules;
    private final CollectionRepository rounds;
    private final TaskRepository tasks;
    private final AuditService audit;
    private final RoundNotices notices;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    CollectionService(
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            ActualWriter writer,
            RuleSetService rules,
            CollectionRepository rounds,
            TaskRepository tasks,
            AuditService audit,
            RoundNotices notices,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.writer = writer;
        this.rules = rules;
        this.rounds = rounds;
        this.tasks = tasks;
        this.audit = audit;
        this.notices = notices;
        this.live = live;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The rounds of a plan.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in collections, as a committee member
     */
    public RoundOverview overview(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            checkTakesPart(actor, owner);
            List<CollectionRound> found = roundsWithin(content.plan());
            Set<FiscalYear> taken =
                    found.stream().map(CollectionRound::fiscalYear).collect(Collectors.toSet());
            boolean secretariat = policy.canKeepPlans(actor, owner);
            SequencedMap<MunicipalityCode, String> towns = new LinkedHashMap<>();
            List<Indicator> known = indicators.indicatorsWithin(content);
            known.stream()
                    .flatMap(indicator -> indicator.reporters().stream())
                    .filter(reporter -> policy.canSeeCollection(actor, owner, reporter.municipality()))
                    .sorted(Comparator.comparing(Reporter::municipality))
                    .forEach(reporter -> towns.putIfAbsent(reporter.municipality(), reporter.municipalityName()));
            List<FiscalYear> openable = content.plan().fiscalYears().reversed().stream()
                    .filter(year -> !taken.contains(year))
                    .toList();
            return new RoundOverview(content, found, known, towns, secretariat, openable);
        });
    }

    /** The years of a plan whose collection is under way, by one statement; inside an open {@link TenantDoor}. */
    public Set<FiscalYear> openYearsWithin(Plan plan) {
        return roundsWithin(plan).stream()
                .filter(CollectionRound::isOpen)
                .map(CollectionRound::fiscalYear)
                .collect(Collectors.toSet());
    }

    /** How far the collections of a plan have come, by one statement; inside an open {@link TenantDoor}. */
    public CollectionStand standWithin(Plan plan) {
        return new CollectionStand(
                rounds.unfinished(plan.owner().value(), plan.id().value()));
    }

    /**
     * Where a round stands: for the secretariat all of it, for a town its own part.
     *
     * @throws NotFoundException if there is no such plan or round, or it is another owner's
     * @throws ForbiddenException if the actor takes no part in collections
     */
    public CollectionBoard board(Actor actor, String plan, FiscalYear year) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            checkTakesPart(actor, owner);
            CollectionRound round = roundWithin(content.plan(), year);
            List<CollectionTask> visible = tasks.tasks(owner.value(), round.id()).stream()
                    .map(TaskEntity::task)
                    .filter(task -> policy.canSeeCollection(actor, owner, task.municipality()))
                    .toList();
            return new BoardReading(round, rules.bookWithin(owner).inForce(year), actuals.figuresWithin(actor, content))
                    .board(content, today(), indicators.indicatorsWithin(content), visible);
        });
    }

    /**
     * Opens a round: a task for each indicator and reporting municipality that is asked. A figure that is confirmed already
     * stays so, and its task begins as confirmed; a narrative without a figure waits for it as the draft of its task.
     *
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if there is one already, or nothing would be asked, or the day lies in the past
     */
    public CollectionRound open(Actor actor, String plan, OpenRound order) {
        String instructions = TypedText.checked(TextKind.INSTRUCTIONS, "instructions", "依頼文", order.instructions());
        return door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            content.plan().checkCovers(order.fiscalYear());
            checkOrder(order);
            List<Indicator> asked = asked(content, order);
            CollectionRound round = new CollectionRound(
                    UUID.randomUUID(),
                    order.fiscalYear(),
                    RoundState.OPEN,
                    order.dueOn(),
                    instructions,
                    actor.displayName(),
                    clock.instant(),
                    null,
                    1);
            List<TaskEntity> opened = newTasks(actor, content, round, asked, order);
            if (opened.isEmpty()) {
                throw new RefusedException("照会する指標と市町村の組み合わせがありません。指標か市町村を選び直してください。");
            }
            long inserted = rounds.insertRound(
                    owner.value(),
                    round.id(),
                    content.plan().id().value(),
                    order.fiscalYear().year(),
                    order.dueOn(),
                    round.instructions(),
                    actor.person().value(),
                    actor.displayName(),
                    round.openedAt());
            if (inserted == 0) {
                throw new RefusedException(
                        "%sの実績照会は既にあります。".formatted(order.fiscalYear().longLabel()));
            }
            tasks.insertTasks(opened);
            record(
                    actor,
                    content,
                    List.of(change(
                            content,
                            Deed.OPEN_ROUND,
                            SubjectKind.ROUND,
                            order.fiscalYear().shortLabel(),
                            null,
                            Map.of(),
                            Map.of("dueOn", order.dueOn().toString(), "tasks", opened.size()),
                            null)));
            notices.opened(
                    actor,
                    content,
                    round,
                    opened.stream()
                            .map(TaskEntity::task)
                            .filter(task -> task.state() != TaskState.CONFIRMED)
                            .toList(),
                    names(asked));
            announce(content, order.fiscalYear());
            return round;
        });
    }

    /**
     * Takes a step with the tasks that are meant and can take it.
     *
     * @param typed what is to be done, or why; required to send something back
     * @throws NotFoundException if there is no such plan or round or indicator, or it is another owner's
     * @throws ForbiddenException if the actor may take the step with none of them
     * @throws RefusedException if the round is closed, or a comment is missing
     */
    public StepResult step(
            Actor actor, String plan, FiscalYear year, TaskStep step, TaskSelection selection, String typed) {
        String comment = TypedText.checked(TextKind.REASON, "comment", "理由", typed);
        if (step.needsComment() && comment.isEmpty()) {
            throw new RefusedException("差し戻す理由と、直してほしいことを書いてください。");
        }
        return door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            checkTakesPart(actor, owner);
            CollectionRound round = roundForChange(content.plan(), year);
            Stepping stepping = stepping(actor, content, round, step, selection);
            List<CollectionTask> moved = stepping.moved(comment, clock.instant());
            if (moved.isEmpty() && stepping.refused().isEmpty()) {
                throw new RefusedException("%sできるものがありません。".formatted(step.label()));
            }
            tasks.updateTasks(
                    moved.stream().map(task -> Steps.entity(owner, round, task)).toList());
            Map<ActualState, List<TownCell>> marked = new EnumMap<>(ActualState.class);
            moved.forEach(task -> marked.computeIfAbsent(task.state().figures(), state -> new ArrayList<>())
                    .add(task.cell()));
            marked.forEach((state, cells) -> writer.markWithin(owner, year, cells, state));
            record(actor, content, stepping.changes(content, year, moved, comment));
            notices.stepped(actor, content, round, step, moved, comment, new RoundNotices.Names(stepping.known()));
            announce(content, year);
            return stepping.result(moved);
        });
    }

    /**
     * Gives more time, to the whole round or to some tasks of it.
     *
     * @param typed why; stays in the history
     * @throws ForbiddenException if the actor is not the owner's secretariat
     */
    public void extend(
            Actor actor, String plan, FiscalYear year, LocalDate dueOn, TaskSelection selection, String typed) {
        String reason = TypedText.checked(TextKind.REASON, "comment", "理由", typed);
        door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            CollectionRound round = roundForChange(content.plan(), year);
            checkDue(dueOn);
            Map<IndicatorId, Indicator> known = byId(content);
            List<CollectionTask> meant = tasks.tasks(owner.value(), round.id()).stream()
                    .map(TaskEntity::task)
                    .filter(task -> selection.includes(no(known, task), task.municipality()))
                    .map(task -> Steps.due(task, dueOn))
                    .toList();
            tasks.updateTasks(
                    meant.stream().map(task -> Steps.entity(owner, round, task)).toList());
            if (selection.equals(TaskSelection.ALL)) {
                update(owner, round, round.state(), dueOn, round.closedAt());
            }
            record(
                    actor,
                    content,
                    List.of(change(
                            content,
                            Deed.EXTEND_ROUND,
                            SubjectKind.ROUND,
                            year.shortLabel(),
                            null,
                            Map.of("dueOn", round.dueOn().toString()),
                            Map.of("dueOn", dueOn.toString(), "tasks", meant.size()),
                            reason)));
            announce(content, year);
            return true;
        });
    }

    /**
     * Reminds the departments that have not answered; each at most once a day.
     *
     * @return how many tasks wait, and how many departments are written to
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if nothing waits
     */
    public Reminded remind(Actor actor, String plan, FiscalYear year, TaskSelection selection) {
        return door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            CollectionRound round = roundForChange(content.plan(), year);
            Map<IndicatorId, Indicator> known = byId(content);
            List<CollectionTask> waiting = tasks.tasks(owner.value(), round.id()).stream()
                    .map(TaskEntity::task)
                    .filter(task ->
                            task.state().isOpenForEntry() && selection.includes(no(known, task), task.municipality()))
                    .toList();
            if (waiting.isEmpty()) {
                throw new RefusedException("未提出のものはありません。督促は送りませんでした。");
            }
            int departments = notices.reminder(actor, content, round, waiting, today(), new RoundNotices.Names(known));
            record(
                    actor,
                    content,
                    List.of(change(
                            content,
                            Deed.REMIND_ROUND,
                            SubjectKind.ROUND,
                            year.shortLabel(),
                            null,
                            Map.of(),
                            Map.of("tasks", waiting.size(), "departments", departments),
                            null)));
            return new Reminded(waiting.size(), departments);
        });
    }

    /** How many tasks wait, and how many departments were written to. */
    public record Reminded(int tasks, int departments) {}

    /**
     * Closes a round: nobody enters any more. What is not confirmed stays as it is.
     *
     * @throws ForbiddenException if the actor is not the owner's secretariat
     */
    public void close(Actor actor, String plan, FiscalYear year) {
        turn(actor, plan, year, RoundState.CLOSED, "");
    }

    /**
     * Opens a closed round again.
     *
     * @param typed why; stays in the history
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if no reason is given
     */
    public void reopen(Actor actor, String plan, FiscalYear year, String typed) {
        String reason = TypedText.required(TextKind.REASON, "comment", "再開する理由", typed, "照会を再開する理由を書いてください。");
        turn(actor, plan, year, RoundState.OPEN, reason);
    }

    private void turn(Actor actor, String plan, FiscalYear year, RoundState state, String reason) {
        door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            CollectionRound round = roundWithin(content.plan(), year);
            if (round.state() == state) {
                throw new RefusedException("この照会は既に%sです。".formatted(state.label()));
            }
            update(owner, round, state, round.dueOn(), state == RoundState.CLOSED ? clock.instant() : null);
            record(
                    actor,
                    content,
                    List.of(change(
                            content,
                            state == RoundState.CLOSED ? Deed.CLOSE_ROUND : Deed.REOPEN_ROUND,
                            SubjectKind.ROUND,
                            year.shortLabel(),
                            null,
                            Map.of("state", round.state().name()),
                            Map.of("state", state.name()),
                            reason.isBlank() ? null : reason)));
            announce(content, year);
            return true;
        });
    }

    private void update(
            OwnerId owner, CollectionRound round, RoundState state, LocalDate dueOn, @Nullable Instant closedAt) {
        long updated = rounds.updateRound(
                owner.value(), round.id(), state.name(), dueOn, round.instructions(), closedAt, round.version());
        if (updated == 0) {
            throw new RefusedException("ほかの人が同時に照会を変更しました。画面を読み直してから、もう一度行ってください。");
        }
    }

    private Stepping stepping(
            Actor actor, PlanContent content, CollectionRound round, TaskStep step, TaskSelection selection) {
        OwnerId owner = content.plan().owner();
        Map<IndicatorId, Indicator> known = byId(content);
        Set<String> nos = known.values().stream().map(Indicator::no).collect(Collectors.toSet());
        if (!nos.containsAll(selection.indicators())) {
            throw new NotFoundException();
        }
        Set<IndicatorId> ids = known.values().stream()
                .filter(indicator -> selection.indicators().isEmpty()
                        || selection.indicators().contains(indicator.no()))
                .map(Indicator::id)
                .collect(Collectors.toSet());
        Set<MunicipalityCode> towns = known.values().stream()
                .flatMap(indicator -> indicator.reporters().stream())
                .map(Reporter::municipality)
                .filter(town -> selection.municipalities().isEmpty()
                        || selection.municipalities().contains(town))
                .filter(town -> policy.canSeeCollection(actor, owner, town))
                .collect(Collectors.toSet());
        List<CollectionTask> found = tasks
                .tasksForChange(
                        owner.value(),
                        round.id(),
                        SqlArrays.of(ids.stream().map(IndicatorId::value).toList()),
                        towns.stream().map(MunicipalityCode::value).collect(Collectors.joining(",", "{", "}")))
                .stream()
                .map(TaskEntity::task)
                .toList();
        policy.checkAllowed(!found.isEmpty(), "%sできるのは、その市町村の担当者か事務局だけです。".formatted(step.label()));
        Set<TownCell> filled =
                step == TaskStep.SUBMIT ? filledWithin(actor, content, round.fiscalYear(), ids) : Set.of();
        return new Stepping(policy, actor, owner, step, selection.isPrecise(), known, filled, found);
    }

    private Set<TownCell> filledWithin(Actor actor, PlanContent content, FiscalYear year, Set<IndicatorId> ids) {
        return actuals.figuresOfWithin(actor, content, ids).actuals().stream()
                .filter(actual -> actual.fiscalYear().equals(year))
                .flatMap(actual ->
                        Stream.ofNullable(actual.municipality()).map(town -> new TownCell(actual.indicator(), town)))
                .collect(Collectors.toSet());
    }

    private List<TaskEntity> newTasks(
            Actor actor, PlanContent content, CollectionRound round, List<Indicator> asked, OpenRound order) {
        OwnerId owner = content.plan().owner();
        RuleBook book = rules.bookWithin(owner);
        Map<TownCell, Actual> entered = new LinkedHashMap<>();
        for (Actual actual : actuals.figuresWithin(actor, content).actuals()) {
            MunicipalityCode town = actual.municipality();
            if (town != null && actual.fiscalYear().equals(order.fiscalYear())) {
                entered.put(new TownCell(actual.indicator(), town), actual);
            }
        }
        Set<TownCell> narrated =
                actuals
                        .narrativesWithin(
                                actor, owner, asked.stream().map(Indicator::id).toList(), order.fiscalYear())
                        .stream()
                        .filter(narrative -> narrative.fiscalYear().equals(order.fiscalYear()))
                        .flatMap(narrative -> Stream.ofNullable(narrative.municipality())
                                .map(town -> new TownCell(narrative.indicator(), town)))
                        .collect(Collectors.toSet());
        List<TaskEntity> opened = new ArrayList<>();
        for (Indicator indicator : asked) {
            for (Reporter reporter : indicator.reporters()) {
                MunicipalityCode town = reporter.municipality();
                if (!order.municipalities().isEmpty() && !order.municipalities().contains(town)) {
                    continue;
                }
                OwnerId departmentOwner = reporter.departmentOwner();
                DepartmentId department = reporter.department();
                TownCell cell = new TownCell(indicator.id(), town);
                opened.add(new TaskEntity(
                        owner.value(),
                        round.id(),
                        indicator.id().value(),
                        town.value(),
                        departmentOwner == null ? null : departmentOwner.value(),
                        department == null ? null : department.value(),
                        order.dueOn(),
                        book.asksForApproval(order.fiscalYear(), town),
                        stateOf(entered.get(cell), narrated.contains(cell)).name(),
                        "",
                        null,
                        "",
                        null,
                        1));
            }
        }
        return opened;
    }

    /** What came with the plan is confirmed already. */
    private static TaskState stateOf(@Nullable Actual already, boolean narrated) {
        if (already == null) {
            return narrated ? TaskState.DRAFT : TaskState.NOT_STARTED;
        }
        return already.state() == ActualState.CONFIRMED ? TaskState.CONFIRMED : TaskState.DRAFT;
    }

    private List<Indicator> asked(PlanContent content, OpenRound order) {
        List<Indicator> all = indicators.indicatorsWithin(content);
        Set<String> unknown = new HashSet<>(order.indicators());
        all.forEach(indicator -> unknown.remove(indicator.no()));
        if (!unknown.isEmpty()) {
            throw new RefusedException("この計画にない指標番号です：%s%s"
                    .formatted(
                            unknown.stream().limit(MOST_QUOTED).map(Quote::of).collect(Collectors.joining("、")),
                            unknown.size() > MOST_QUOTED ? " など %,d 件".formatted(unknown.size()) : ""));
        }
        return all.stream()
                .filter(indicator ->
                        order.indicators().isEmpty() || order.indicators().contains(indicator.no()))
                .toList();
    }

    private void checkOrder(OpenRound order) {
        checkDue(order.dueOn());
    }

    private void checkDue(LocalDate dueOn) {
        if (dueOn.isBefore(today())) {
            throw new RefusedException("期限には今日以後の日を指定してください。");
        }
        if (dueOn.getYear() > LAST_YEAR) {
            throw new RefusedException("期限の年を確かめてください。");
        }
    }

    private Map<IndicatorId, Indicator> byId(PlanContent content) {
        return indicators.indicatorsWithin(content).stream()
                .collect(Collectors.toMap(Indicator::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static RoundNotices.Names names(List<Indicator> asked) {
        return new RoundNotices.Names(asked.stream().collect(Collectors.toMap(Indicator::id, Function.identity())));
    }

    private static String no(Map<IndicatorId, Indicator> known, CollectionTask task) {
        return Objects.requireNonNull(known.get(task.indicator())).no();
    }

    private void checkTakesPart(Actor actor, OwnerId owner) {
        policy.checkCanSeeRounds(actor, owner);
    }

    private List<CollectionRound> roundsWithin(Plan plan) {
        return rounds.rounds(plan.owner().value(), plan.id().value()).stream()
                .map(RoundRow::round)
                .toList();
    }

    private CollectionRound roundWithin(Plan plan, FiscalYear year) {
        return rounds.round(plan.owner().value(), plan.id().value(), year.year())
                .map(RoundRow::round)
                .orElseThrow(NotFoundException::new);
    }

    private CollectionRound roundForChange(Plan plan, FiscalYear year) {
        CollectionRound round = rounds.roundForEntry(
                        plan.owner().value(), plan.id().value(), year.year())
                .map(RoundRow::round)
                .orElseThrow(NotFoundException::new);
        if (!round.isOpen()) {
            throw new RefusedException("この照会は締め切られています。事務局が再開してから行ってください。");
        }
        return round;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void announce(PlanContent content, FiscalYear year) {
        live.announceWithin(new Announcement(content.plan().id().value(), year.year(), null, List.of()));
    }

    private void record(Actor actor, PlanContent content, List<Change> changes) {
        audit.recordWithin(actor, content.plan().owner(), changes);
    }

    private static Change change(
            PlanContent content,
            Deed action,
            SubjectKind kind,
            String subject,
            @Nullable IndicatorId indicator,
            Map<String, Object> before,
            Map<String, Object> after,
            @Nullable String reason) {
        return new Change(
                action,
                kind,
                subject,
                content.plan().id().value(),
                indicator == null ? null : indicator.value(),
                before,
                after,
                reason);
    }
}

package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import org.jspecify.annotations.Nullable;

/** Reads what is recorded of indicators, and takes over what comes with a new plan; always inside an open tenant door. */
@Singleton
public class ActualService {
    private static final long FIRST_VERSION = 1;

    private final ActualRepository repository;
    private final ActualWrites actualWrites;
    private final NarrativeWrites narrativeWrites;
    private final RecordWrites recordWrites;
    private final AuditService audit;
    private final AccessPolicy policy;
    private final Clock clock;

    ActualService(
            ActualRepository repository,
            ActualWrites actualWrites,
            NarrativeWrites narrativeWrites,
            RecordWrites recordWrites,
            AuditService audit,
            AccessPolicy policy,
            Clock clock) {
        this.repository = repository;
        this.actualWrites = actualWrites;
        this.narrativeWrites = narrativeWrites;
        this.recordWrites = recordWrites;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * All recorded figures of the plan's version in force that the actor may see, by one statement: confirmed ones, and
     * those under way as far as {@link AccessPolicy#figureSight} says.
     */
    public Figures figuresWithin(Actor actor, PlanContent content) {
        return figuresWithin(policy.figureSight(actor, content.plan().owner()), content);
    }

    /** The same with a sight of its own: a paper holds confirmed figures only, whoever issues it. */
    public Figures figuresWithin(FigureSight sight, PlanContent content) {
        return figures(
                repository.figures(
                        content.plan().owner().value(), content.version().id().value()),
                sight);
    }

    /** The same of some indicators only. */
    public Figures figuresOfWithin(Actor actor, PlanContent content, Collection<IndicatorId> indicators) {
        FigureSight sight = policy.figureSight(actor, content.plan().owner());
        return figures(
                repository.figuresOf(
                        content.plan().owner().value(),
                        content.version().id().value(),
                        SqlArrays.of(indicators.stream().map(IndicatorId::value).toList())),
                sight);
    }

    private static Figures figures(List<FigureRow> rows, FigureSight sight) {
        List<Actual> actuals = new ArrayList<>();
        List<PublishedRecord> records = new ArrayList<>();
        List<ManualGrade> manualGrades = new ArrayList<>();
        List<CheckConfirmation> confirmations = new ArrayList<>();
        for (FigureRow row : rows) {
            IndicatorId indicator = new IndicatorId(row.indicatorId());
            FiscalYear year = new FiscalYear(row.fiscalYear());
            switch (row.what()) {
                case "A" -> {
                    MunicipalityCode town = town(row.municipalityCode());
                    ActualState state = ActualState.valueOf(required(row.label()));
                    if (state.isSeenBy(sight, town)) {
                        actuals.add(new Actual(
                                indicator,
                                year,
                                town,
                                observation(row),
                                state,
                                row.version(),
                                required(row.person()),
                                required(row.at())));
                    }
                }
                case "R" ->
                    records.add(
                            new PublishedRecord(indicator, year, row.label(), row.rate(), row.change(), row.value()));
                case "M" ->
                    manualGrades.add(new ManualGrade(
                            indicator,
                            year,
                            required(row.label()),
                            required(row.person()),
                            required(row.at()),
                            required(row.note())));
                case "C" ->
                    confirmations.add(new CheckConfirmation(
                            indicator,
                            year,
                            required(row.label()),
                            required(row.person()),
                            required(row.at()),
                            required(row.note())));
                default -> throw new IllegalStateException("unknown kind of figure " + row.what());
            }
        }
        return new Figures(actuals, records, manualGrades, confirmations);
    }

    /**
     * The narratives of indicators from a year on, newest year first, by one statement; of those under way, what the actor
     * may see.
     */
    public List<Narrative> narrativesWithin(
            Actor actor, OwnerId owner, Collection<IndicatorId> indicators, FiscalYear first) {
        return narrativesWithin(policy.figureSight(actor, owner), owner, indicators, first);
    }

    /** The same with a sight of its own. */
    public List<Narrative> narrativesWithin(
            FigureSight sight, OwnerId owner, Collection<IndicatorId> indicators, FiscalYear first) {
        return repository
                .narratives(
                        owner.value(),
                        SqlArrays.of(indicators.stream().map(IndicatorId::value).toList()),
                        first.year())
                .stream()
                .map(row -> new Narrative(
                        new IndicatorId(row.indicatorId()),
                        new FiscalYear(row.fiscalYear()),
                        town(row.municipalityCode()),
                        new NarrativeText(row.progress(), row.outlook(), row.initiatives()),
                        ActualState.valueOf(row.state()),
                        row.version(),
                        row.writtenByName(),
                        row.writtenAt()))
                .filter(narrative -> narrative.state().isSeenBy(sight, narrative.municipality()))
                .toList();
    }

    /**
     * Enters actuals that come with a new plan, each written down in the audit trail.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void enterWithin(Actor actor, OwnerId owner, PlanId plan, List<NewActual> actuals) {
        policy.checkCanKeepPlans(actor, owner);
        Instant now = clock.instant();
        actualWrites.insertActuals(actuals.stream()
                .map(actual -> ActualEntity.of(
                        actor,
                        owner,
                        actual.indicator(),
                        actual.fiscalYear(),
                        actual.municipality(),
                        actual.observation(),
                        actual.state(),
                        now,
                        FIRST_VERSION,
                        Actual.NOTHING_STORED))
                .toList());
        audit.recordWithin(
                actor,
                owner,
                actuals.stream()
                        .map(actual -> new Change(
                                "ENTER_ACTUAL",
                                "actual",
                                CellWords.name(actual.fiscalYear(), actual.municipality()),
                                plan.value(),
                                actual.indicator().value(),
                                Map.of(),
                                CellWords.of(actual.observation()),
                                null))
                        .toList());
    }

    /** Writes narratives that come with a new plan. */
    public void narrateWithin(Actor actor, OwnerId owner, List<NewNarrative> narratives) {
        policy.checkCanKeepPlans(actor, owner);
        Instant now = clock.instant();
        narrativeWrites.insertNarratives(narratives.stream()
                .map(narrative -> new NarrativeEntity(
                        owner.value(),
                        narrative.indicator().value(),
                        narrative.fiscalYear().year(),
                        code(narrative.municipality()),
                        narrative.text().progress(),
                        narrative.text().outlook(),
                        narrative.text().initiatives(),
                        ActualState.CONFIRMED.name(),
                        actor.person().value(),
                        actor.displayName(),
                        now,
                        FIRST_VERSION,
                        Actual.NOTHING_STORED))
                .toList());
    }

    /** Keeps what a paper printed, to be compared with what is computed. */
    public void keepRecordsWithin(Actor actor, OwnerId owner, List<PublishedRecord> records) {
        policy.checkCanKeepPlans(actor, owner);
        recordWrites.insertRecords(records.stream()
                .map(published -> RecordEntity.of(owner, published))
                .toList());
    }

    /**
     * Forgets what came with a plan that is removed again: figures, narratives and what papers printed of its indicators.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void forgetWithin(Actor actor, OwnerId owner, Collection<IndicatorId> indicators) {
        policy.checkCanKeepPlans(actor, owner);
        String ids = SqlArrays.of(indicators.stream().map(IndicatorId::value).toList());
        repository.deleteActuals(owner.value(), ids);
        repository.deleteNarratives(owner.value(), ids);
        repository.deleteRecords(owner.value(), ids);
    }

    /** Whether somebody has changed or added a figure since it came with its plan. */
    public static boolean isUntouched(Collection<Actual> actuals, int came) {
        return actuals.size() == came && actuals.stream().allMatch(actual -> actual.version() == FIRST_VERSION);
    }

    private static Observation observation(FigureRow row) {
        String missing = row.missingReason();
        return new FlatFigure(
                        row.value(),
                        row.numerator(),
                        row.denominator(),
                        missing == null ? null : MissingReason.valueOf(missing),
                        required(row.note()),
                        row.referenceYear())
                .figure();
    }

    private static @Nullable String code(@Nullable MunicipalityCode town) {
        return town == null ? null : town.value();
    }

    private static @Nullable MunicipalityCode town(@Nullable String code) {
        return code == null ? null : new MunicipalityCode(code);
    }

    /** The table's checks hold these columns together; a null here is a bug. */
    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column);
    }
}

package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.cell.Stamp;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.Narratives;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import org.jspecify.annotations.Nullable;

/** Reads what is recorded of indicators; always inside an open tenant door. {@link ActualWriter} writes it. */
@Singleton
public class ActualService {
    private final ActualRepository repository;
    private final Narratives narratives;
    private final AccessPolicy policy;

    ActualService(ActualRepository repository, Narratives narratives, AccessPolicy policy) {
        this.repository = repository;
        this.narratives = narratives;
        this.policy = policy;
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
                            town(row.municipalityCode()),
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
        return narratives.seenWithin(sight, owner, indicators, first);
    }

    /** Whether nobody has changed or added a figure or a narrative since they came with their plan. */
    public static boolean isUntouched(Collection<Actual> actuals, Collection<Narrative> narratives, int came) {
        return actuals.size() == came
                && actuals.stream().allMatch(actual -> actual.version() == Stamp.FIRST_VERSION)
                && narratives.stream().allMatch(narrative -> narrative.version() == Stamp.FIRST_VERSION);
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

    private static @Nullable MunicipalityCode town(@Nullable String code) {
        return code == null ? null : new MunicipalityCode(code);
    }

    /** The table's checks hold these columns together; a null here is a bug. */
    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column);
    }
}

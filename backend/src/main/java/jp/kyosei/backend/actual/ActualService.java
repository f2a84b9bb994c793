package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/** Reads and writes actuals, narratives and published records; always inside an open tenant door. */
@Singleton
public class ActualService {
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

    /** All recorded figures of the plan's version in force, by one statement. */
    public Figures figuresWithin(PlanContent content) {
        List<Actual> actuals = new ArrayList<>();
        List<PublishedRecord> records = new ArrayList<>();
        List<ManualGrade> manualGrades = new ArrayList<>();
        List<CheckConfirmation> confirmations = new ArrayList<>();
        for (FigureRow row : repository.figures(
                content.plan().owner().value(), content.version().id().value())) {
            IndicatorId indicator = new IndicatorId(row.indicatorId());
            FiscalYear year = new FiscalYear(row.fiscalYear());
            switch (row.what()) {
                case "A" ->
                    actuals.add(new Actual(
                            indicator,
                            year,
                            town(row.municipalityCode()),
                            observation(row),
                            ActualState.valueOf(required(row.label()))));
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

    /** The narratives of an indicator, newest year first, by one statement. */
    public List<Narrative> narrativesWithin(OwnerId owner, IndicatorId indicator) {
        return repository.narratives(owner.value(), indicator.value()).stream()
                .map(row -> new Narrative(
                        indicator,
                        new FiscalYear(row.fiscalYear()),
                        town(row.municipalityCode()),
                        row.progress(),
                        row.outlook()))
                .toList();
    }

    /**
     * Enters actuals that come with a new plan, each written down in the audit trail.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void enterWithin(Actor actor, OwnerId owner, PlanId plan, List<Actual> actuals) {
        policy.checkCanKeepPlans(actor, owner);
        Instant now = clock.instant();
        actualWrites.insertActuals(actuals.stream()
                .map(actual -> entity(actor, owner, actual, now))
                .toList());
        audit.recordWithin(
                actor,
                owner,
                actuals.stream()
                        .map(actual -> new Change(
                                "ENTER_ACTUAL",
                                "actual",
                                actual.fiscalYear().shortLabel() + " " + whose(actual.municipality()),
                                plan.value(),
                                actual.indicator().value(),
                                Map.of(),
                                inWords(actual),
                                null))
                        .toList());
    }

    /** Writes narratives that come with a new plan. */
    public void narrateWithin(Actor actor, OwnerId owner, List<Narrative> narratives) {
        policy.checkCanKeepPlans(actor, owner);
        Instant now = clock.instant();
        narrativeWrites.insertNarratives(narratives.stream()
                .map(narrative -> new NarrativeEntity(
                        owner.value(),
                        narrative.indicator().value(),
                        narrative.fiscalYear().year(),
                        code(narrative.municipality()),
                        narrative.progress(),
                        narrative.outlook(),
                        actor.person().value(),
                        now))
                .toList());
    }

    /** Keeps what a paper printed, to be compared with what is computed. */
    public void keepRecordsWithin(Actor actor, OwnerId owner, List<PublishedRecord> records) {
        policy.checkCanKeepPlans(actor, owner);
        recordWrites.insertRecords(records.stream()
                .map(published -> new RecordEntity(
                        owner.value(),
                        published.indicator().value(),
                        published.fiscalYear().year(),
                        published.grade(),
                        published.rate(),
                        published.change(),
                        published.target()))
                .toList());
    }

    private static ActualEntity entity(Actor actor, OwnerId owner, Actual actual, Instant now) {
        BigDecimal value = null;
        BigDecimal numerator = null;
        BigDecimal denominator = null;
        String reason = null;
        String note = null;
        switch (actual.observation().observed()) {
            case Observed.Value plain -> value = plain.value();
            case Observed.Ratio ratio -> {
                numerator = ratio.numerator();
                denominator = ratio.denominator();
            }
            case Observed.Missing missing -> {
                reason = missing.reason().name();
                note = missing.note();
            }
        }
        FiscalYear reference = actual.observation().referenceYear();
        return new ActualEntity(
                owner.value(),
                actual.indicator().value(),
                actual.fiscalYear().year(),
                code(actual.municipality()),
                value,
                numerator,
                denominator,
                reason,
                note,
                reference == null ? null : reference.year(),
                actual.state().name(),
                actor.person().value(),
                now);
    }

    private static Map<String, Object> inWords(Actual actual) {
        Map<String, Object> words = new LinkedHashMap<>();
        switch (actual.observation().observed()) {
            case Observed.Value plain -> words.put("value", plain.value());
            case Observed.Ratio ratio -> {
                words.put("numerator", ratio.numerator());
                words.put("denominator", ratio.denominator());
            }
            case Observed.Missing missing -> {
                words.put("missing", missing.reason().name());
                words.put("note", missing.note());
            }
        }
        FiscalYear reference = actual.observation().referenceYear();
        if (reference != null) {
            words.put("referenceYear", reference.year());
        }
        return words;
    }

    private static Observation observation(FigureRow row) {
        Integer reference = row.referenceYear();
        return new Observation(observed(row), reference == null ? null : new FiscalYear(reference));
    }

    private static Observed observed(FigureRow row) {
        if (row.value() != null) {
            return new Observed.Value(row.value());
        }
        if (row.numerator() != null && row.denominator() != null) {
            return new Observed.Ratio(row.numerator(), row.denominator());
        }
        return new Observed.Missing(MissingReason.valueOf(required(row.missingReason())), required(row.note()));
    }

    private static String whose(@Nullable MunicipalityCode town) {
        return town == null ? "圏域" : town.value();
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

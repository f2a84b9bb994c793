package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.cell.Stamp;
import jp.kyosei.backend.actual.cell.TownCell;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.narrative.Narratives;
import jp.kyosei.backend.actual.record.PublishedRecords;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of figures, narratives, what papers printed and confirmed checks, whoever asks: a person at a screen, a
 * program, a file, an import undone, a new plan. Each change is written down in the audit trail. Always inside an open tenant
 * door; whoever calls has asked the access policy for these very cells.
 */
@Singleton
public class ActualWriter {
    /** How much of the work it is to write figures; the rest is to write down who did. */
    private static final double FIGURES = 0.5;

    private final ActualWrites actuals;
    private final Narratives narratives;
    private final PublishedRecords records;
    private final AuditService audit;
    private final AccessPolicy policy;
    private final Clock clock;

    ActualWriter(
            ActualWrites actuals,
            Narratives narratives,
            PublishedRecords records,
            AuditService audit,
            AccessPolicy policy,
            Clock clock) {
        this.actuals = actuals;
        this.narratives = narratives;
        this.records = records;
        this.audit = audit;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Makes the changes of figures, in one batch for new, one for changed and one for cleared cells.
     *
     * @return what is stored now, in the order of the changes; nothing for a cleared cell
     * @throws StaleException if a cell is not in the version that the change began from; nothing is written then
     */
    public Map<IndicatorId, Actual> changeWithin(Actor actor, OwnerId owner, PlanId plan, List<CellChange> changes) {
        Map<IndicatorId, Actual> stored = Headway.part(0, FIGURES, () -> write(Stamp.of(actor, owner, clock), changes));
        ActualTrail trail = new ActualTrail(plan);
        record(actor, owner, changes.stream().map(trail::of).toList());
        return stored;
    }

    /**
     * Makes the changes of narratives, in one batch for new, one for changed and one for removed ones.
     *
     * @return what is stored now, in the order of the changes; nothing for a removed one
     * @throws StaleException if one is not in the version that the change began from; nothing is written then
     */
    public List<Narrative> narrateWithin(Actor actor, OwnerId owner, PlanId plan, List<NarrativeChange> changes) {
        List<NarrativeChange> real = changes.stream()
                .filter(change -> change.before() != null || change.after() != null)
                .toList();
        List<Narrative> stored = narratives.changeWithin(Stamp.of(actor, owner, clock), real);
        ActualTrail trail = new ActualTrail(plan);
        audit.recordWithin(actor, owner, real.stream().map(trail::of).toList());
        return stored;
    }

    /** Makes the changes of what papers printed, in one batch for each kind. */
    public void keepRecordsWithin(Actor actor, OwnerId owner, PlanId plan, List<RecordChange> changes) {
        records.changeWithin(owner, changes);
        ActualTrail trail = new ActualTrail(plan);
        audit.recordWithin(actor, owner, changes.stream().map(trail::of).toList());
    }

    /**
     * Enters what comes with a new plan, where nothing was before: its figures, narratives and what papers printed, in one
     * batch each, and all of it in one batch in the trail.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void enterWithPlanWithin(
            Actor actor,
            OwnerId owner,
            PlanId plan,
            List<CellChange> figures,
            List<NarrativeChange> texts,
            List<RecordChange> printed) {
        policy.checkCanKeepPlans(actor, owner);
        Stamp stamp = Stamp.ofPlan(actor, owner, clock);
        Headway.part(0, FIGURES, () -> write(stamp, figures));
        narratives.changeWithin(stamp, texts);
        records.changeWithin(owner, printed);
        ActualTrail trail = new ActualTrail(plan);
        record(
                actor,
                owner,
                Stream.of(
                                figures.stream().map(trail::of),
                                texts.stream().map(trail::of),
                                printed.stream().map(trail::of))
                        .flatMap(changes -> changes)
                        .toList());
    }

    /**
     * Forgets what came with a plan that is removed again: figures, narratives and what papers printed of its indicators. The
     * trail says it with the plan, by whoever removes that.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public void forgetWithin(Actor actor, OwnerId owner, Collection<IndicatorId> indicators) {
        policy.checkCanKeepPlans(actor, owner);
        actuals.forget(
                owner.value(),
                SqlArrays.of(indicators.stream().map(IndicatorId::value).toList()));
        narratives.forgetWithin(owner, indicators);
        records.forgetWithin(owner, indicators);
    }

    /** Marks the figures and narratives of towns as they go through the collection. */
    public void markWithin(OwnerId owner, FiscalYear year, Collection<TownCell> cells, ActualState state) {
        if (cells.isEmpty()) {
            return;
        }
        String indicators = SqlArrays.of(
                cells.stream().map(cell -> cell.indicator().value()).toList());
        String towns =
                cells.stream().map(cell -> cell.municipality().value()).collect(Collectors.joining(",", "{", "}"));
        actuals.mark(owner.value(), year.year(), indicators, towns, state.name());
        narratives.markWithin(owner, year, indicators, towns, state);
    }

    /**
     * Keeps a person's word that a figure stands although a check asks.
     *
     * @param town whose figure it is; null for the figure of the whole, and where a town reports alone
     */
    public void confirmCheckWithin(
            Actor actor,
            OwnerId owner,
            PlanId plan,
            IndicatorId indicator,
            FiscalYear year,
            @Nullable MunicipalityCode town,
            CheckCode code,
            String reason) {
        actuals.confirmCheck(
                owner.value(),
                indicator.value(),
                year.year(),
                town == null ? "" : town.value(),
                code.name(),
                reason,
                actor.person().value(),
                actor.displayName(),
                clock.instant());
        audit.recordWithin(actor, owner, List.of(new ActualTrail(plan).confirmed(indicator, year, town, code, reason)));
    }

    private void record(Actor actor, OwnerId owner, List<Change> changes) {
        Headway.part(FIGURES, 1, () -> {
            Headway.inPieces(changes, some -> audit.recordWithin(actor, owner, some));
            return changes;
        });
    }

    private Map<IndicatorId, Actual> write(Stamp stamp, List<CellChange> changes) {
        List<ActualEntity> added = new ArrayList<>();
        List<ActualEntity> changed = new ArrayList<>();
        List<ActualEntity> cleared = new ArrayList<>();
        Map<IndicatorId, Actual> stored = new LinkedHashMap<>();
        for (CellChange change : changes) {
            Actual before = change.before();
            Observation after = change.after();
            if (after != null) {
                (before == null ? added : changed).add(ActualEntity.of(stamp, change, after));
                stored.put(change.indicator(), stored(stamp, change, after));
            } else if (before != null) {
                cleared.add(ActualEntity.of(stamp, change, before.observation()));
            }
        }
        if (!added.isEmpty()) {
            Headway.inPieces(added, actuals::insertActuals);
        }
        boolean stale = !changed.isEmpty() && actuals.updateActuals(changed) != changed.size();
        if (stale || (!cleared.isEmpty() && actuals.deleteActuals(cleared) != cleared.size())) {
            throw new StaleException();
        }
        return stored;
    }

    private static Actual stored(Stamp stamp, CellChange change, Observation after) {
        return new Actual(
                change.indicator(),
                change.fiscalYear(),
                change.municipality(),
                after,
                change.state(),
                stamp.after(Actual.versionOf(change.before())),
                stamp.actor().displayName(),
                stamp.now());
    }
}

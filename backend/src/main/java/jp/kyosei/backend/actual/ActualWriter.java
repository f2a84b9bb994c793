package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;

/**
 * Changes figures and narratives one by one, each change written down in the audit trail. Always inside an open tenant
 * door; whoever calls has asked the access policy for these very cells.
 */
@Singleton
public class ActualWriter {
    private final ActualWrites actuals;
    private final NarrativeWrites narratives;
    private final RecordWrites records;
    private final AuditService audit;
    private final Clock clock;

    ActualWriter(
            ActualWrites actuals, NarrativeWrites narratives, RecordWrites records, AuditService audit, Clock clock) {
        this.actuals = actuals;
        this.narratives = narratives;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the changes, in one batch for new, one for changed and one for cleared cells.
     *
     * @return what is stored now, in the order of the changes; nothing for a cleared cell
     * @throws StaleException if a cell is not in the version that the change began from; nothing is written then
     */
    public Map<IndicatorId, Actual> changeWithin(Actor actor, OwnerId owner, PlanId plan, List<CellChange> changes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<ActualEntity> added = new ArrayList<>();
        List<ActualEntity> changed = new ArrayList<>();
        List<ActualEntity> cleared = new ArrayList<>();
        Map<IndicatorId, Actual> stored = new LinkedHashMap<>();
        for (CellChange change : changes) {
            Actual before = change.before();
            Observation after = change.after();
            long expected = Actual.versionOf(before);
            long version = next(expected, now);
            if (after != null) {
                (before == null ? added : changed).add(entity(actor, owner, change, after, now, version, expected));
                stored.put(change.indicator(), stored(actor, change, after, now, version));
            } else if (before != null) {
                cleared.add(entity(actor, owner, change, before.observation(), now, version, expected));
            }
        }
        if (!added.isEmpty()) {
            actuals.insertActuals(added);
        }
        boolean stale = !changed.isEmpty() && actuals.updateActuals(changed) != changed.size();
        if (stale || (!cleared.isEmpty() && actuals.deleteActuals(cleared) != cleared.size())) {
            throw new StaleException();
        }
        audit.recordWithin(
                actor,
                owner,
                changes.stream().map(change -> inTrail(plan, change)).toList());
        return stored;
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
        narratives.mark(owner.value(), year.year(), indicators, towns, state.name());
    }

    /**
     * Writes a narrative.
     *
     * @param before what is stored; none where nothing is
     * @return what is stored now
     * @throws StaleException if somebody else has written it meanwhile
     */
    public Narrative narrateWithin(
            Actor actor,
            OwnerId owner,
            PlanId plan,
            TownCell cell,
            FiscalYear year,
            @Nullable Narrative before,
            NarrativeText text,
            ActualState state,
            @Nullable String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long expected = Narrative.versionOf(before);
        long version = next(expected, now);
        NarrativeEntity entity = new NarrativeEntity(
                owner.value(),
                cell.indicator().value(),
                year.year(),
                cell.municipality().value(),
                text.progress(),
                text.outlook(),
                text.initiatives(),
                state.name(),
                actor.person().value(),
                actor.displayName(),
                now,
                version,
                expected);
        if (before == null) {
            narratives.insertNarratives(List.of(entity));
        } else if (narratives.updateNarratives(List.of(entity)) != 1) {
            throw new StaleException();
        }
        audit.recordWithin(
                actor,
                owner,
                List.of(new Change(
                        "WRITE_NARRATIVE",
                        "narrative",
                        CellWords.name(year, cell.municipality()),
                        plan.value(),
                        cell.indicator().value(),
                        before == null ? Map.of() : words(before.text()),
                        words(text),
                        reason)));
        return new Narrative(
                cell.indicator(), year, cell.municipality(), text, state, version, actor.displayName(), now);
    }

    /**
     * Makes the changes of narratives, in one batch for new, one for changed and one for removed ones.
     *
     * @throws StaleException if one is not in the version that the change began from; nothing is written then
     */
    public void narrateWithin(Actor actor, OwnerId owner, PlanId plan, List<NarrativeChange> changes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<NarrativeEntity> added = new ArrayList<>();
        List<NarrativeEntity> changed = new ArrayList<>();
        List<NarrativeEntity> removed = new ArrayList<>();
        for (NarrativeChange change : changes) {
            Narrative before = change.before();
            NarrativeText after = change.after();
            if (before == null && after == null) {
                continue;
            }
            NarrativeEntity entity = narrative(actor, owner, change, now);
            (after == null ? removed : before == null ? added : changed).add(entity);
        }
        if (!added.isEmpty()) {
            narratives.insertNarratives(added);
        }
        boolean stale = !changed.isEmpty() && narratives.updateNarratives(changed) != changed.size();
        if (stale || (!removed.isEmpty() && narratives.deleteNarratives(removed) != removed.size())) {
            throw new StaleException();
        }
        audit.recordWithin(
                actor,
                owner,
                changes.stream().map(change -> inTrail(plan, change)).toList());
    }

    private static NarrativeEntity narrative(Actor actor, OwnerId owner, NarrativeChange change, Instant now) {
        Narrative before = change.before();
        NarrativeText text = Objects.requireNonNullElse(change.after(), NarrativeText.EMPTY);
        MunicipalityCode town = change.municipality();
        long expected = Narrative.versionOf(before);
        return new NarrativeEntity(
                owner.value(),
                change.indicator().value(),
                change.fiscalYear().year(),
                town == null ? null : town.value(),
                text.progress(),
                text.outlook(),
                text.initiatives(),
                change.state().name(),
                actor.person().value(),
                actor.displayName(),
                now,
                next(expected, now),
                expected);
    }

    private static Change inTrail(PlanId plan, NarrativeChange change) {
        Narrative before = change.before();
        NarrativeText after = change.after();
        return new Change(
                after == null ? "REMOVE_NARRATIVE" : "WRITE_NARRATIVE",
                "narrative",
                CellWords.name(change.fiscalYear(), change.municipality()),
                plan.value(),
                change.indicator().value(),
                before == null ? Map.of() : words(before.text()),
                after == null ? Map.of() : words(after),
                change.reason());
    }

    /** Makes the changes of what papers printed, in one batch for each kind. */
    public void keepRecordsWithin(Actor actor, OwnerId owner, PlanId plan, List<RecordChange> changes) {
        List<RecordEntity> added = new ArrayList<>();
        List<RecordEntity> changed = new ArrayList<>();
        List<RecordEntity> removed = new ArrayList<>();
        for (RecordChange change : changes) {
            (change.after() == null ? removed : change.before() == null ? added : changed)
                    .add(RecordEntity.of(owner, change.either()));
        }
        if (!added.isEmpty()) {
            records.insertRecords(added);
        }
        if (!changed.isEmpty()) {
            records.updateRecords(changed);
        }
        if (!removed.isEmpty()) {
            records.deleteRecords(removed);
        }
        audit.recordWithin(
                actor,
                owner,
                changes.stream()
                        .map(change -> new Change(
                                "KEEP_RECORD",
                                "record",
                                change.either().fiscalYear().shortLabel() + " 公表値",
                                plan.value(),
                                change.either().indicator().value(),
                                printed(change.before()),
                                printed(change.after()),
                                null))
                        .toList());
    }

    private static Map<String, Object> printed(@Nullable PublishedRecord published) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (published != null) {
            put(words, "grade", published.grade());
            put(words, "rate", published.rate());
            put(words, "change", published.change());
            put(words, "target", published.target());
        }
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    /** Keeps a person's word that a figure stands although a check asks. */
    public void confirmCheckWithin(
            Actor actor,
            OwnerId owner,
            PlanId plan,
            IndicatorId indicator,
            FiscalYear year,
            CheckCode code,
            String reason) {
        actuals.confirmCheck(
                owner.value(),
                indicator.value(),
                year.year(),
                code.name(),
                reason,
                actor.person().value(),
                actor.displayName(),
                clock.instant());
        audit.recordWithin(
                actor,
                owner,
                List.of(new Change(
                        "CONFIRM_CHECK",
                        "check",
                        year.shortLabel() + " " + code.label(),
                        plan.value(),
                        indicator.value(),
                        Map.of(),
                        Map.of("code", code.name()),
                        reason)));
    }

    /** Counts up, and never repeats for a cell that was cleared and filled again. */
    private static long next(long version, Instant now) {
        return Math.max(version + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }

    private static Map<String, Object> words(NarrativeText text) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("progress", text.progress());
        words.put("outlook", text.outlook());
        words.put("initiatives", text.initiatives());
        return words;
    }

    private static Change inTrail(PlanId plan, CellChange change) {
        Actual before = change.before();
        Observation after = change.after();
        return new Change(
                after == null ? "CLEAR_ACTUAL" : before == null ? "ENTER_ACTUAL" : "CHANGE_ACTUAL",
                "actual",
                CellWords.name(change.fiscalYear(), change.municipality()),
                plan.value(),
                change.indicator().value(),
                CellWords.of(before == null ? null : before.observation()),
                CellWords.of(after),
                change.reason());
    }

    private static ActualEntity entity(
            Actor actor,
            OwnerId owner,
            CellChange change,
            Observation observation,
            Instant now,
            long version,
            long expected) {
        return ActualEntity.of(
                actor,
                owner,
                change.indicator(),
                change.fiscalYear(),
                change.municipality(),
                observation,
                change.state(),
                now,
                version,
                expected);
    }

    private static Actual stored(Actor actor, CellChange change, Observation after, Instant now, long version) {
        return new Actual(
                change.indicator(),
                change.fiscalYear(),
                change.municipality(),
                after,
                change.state(),
                version,
                actor.displayName(),
                now);
    }
}

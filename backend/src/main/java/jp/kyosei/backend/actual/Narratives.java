package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;

/**
 * The table of narratives. Asks no policy and writes no trail: whoever reads asks {@link ActualService}, whoever writes asks
 * {@link ActualWriter}.
 */
@Singleton
class Narratives {
    private final NarrativeRepository repository;
    private final NarrativeWrites writes;

    Narratives(NarrativeRepository repository, NarrativeWrites writes) {
        this.repository = repository;
        this.writes = writes;
    }

    /** Those of indicators from a year on, newest year first, as far as a sight goes; one statement. */
    List<Narrative> seenWithin(FigureSight sight, OwnerId owner, Collection<IndicatorId> indicators, FiscalYear first) {
        return repository.narratives(owner.value(), ids(indicators), first.year()).stream()
                .map(NarrativeRow::narrative)
                .filter(narrative -> narrative.state().isSeenBy(sight, narrative.municipality()))
                .toList();
    }

    /**
     * Makes the changes, in one batch for new, one for changed and one for removed ones.
     *
     * @return what is stored now, in the order of the changes; nothing for a removed one
     * @throws StaleException if one is not in the version that the change began from; nothing is written then
     */
    List<Narrative> changeWithin(Stamp stamp, List<NarrativeChange> changes) {
        List<NarrativeEntity> added = new ArrayList<>();
        List<NarrativeEntity> changed = new ArrayList<>();
        List<NarrativeEntity> removed = new ArrayList<>();
        List<Narrative> stored = new ArrayList<>();
        for (NarrativeChange change : changes) {
            NarrativeText after = change.after();
            (after == null ? removed : change.before() == null ? added : changed)
                    .add(NarrativeEntity.of(stamp, change));
            if (after != null) {
                stored.add(stored(stamp, change, after));
            }
        }
        if (!added.isEmpty()) {
            writes.insertNarratives(added);
        }
        boolean stale = !changed.isEmpty() && writes.updateNarratives(changed) != changed.size();
        if (stale || (!removed.isEmpty() && writes.deleteNarratives(removed) != removed.size())) {
            throw new StaleException();
        }
        return stored;
    }

    /** Marks the towns' narratives of a year; both arrays have the same length. */
    void markWithin(OwnerId owner, FiscalYear year, String indicators, String towns, ActualState state) {
        writes.mark(owner.value(), year.year(), indicators, towns, state.name());
    }

    /** Forgets all of indicators. */
    void forgetWithin(OwnerId owner, Collection<IndicatorId> indicators) {
        repository.deleteNarratives(owner.value(), ids(indicators));
    }

    private static Narrative stored(Stamp stamp, NarrativeChange change, NarrativeText after) {
        MunicipalityCode town = change.municipality();
        return new Narrative(
                change.indicator(),
                change.fiscalYear(),
                town,
                after,
                change.state(),
                stamp.after(Narrative.versionOf(change.before())),
                stamp.actor().displayName(),
                stamp.now());
    }

    private static String ids(Collection<IndicatorId> indicators) {
        return SqlArrays.of(indicators.stream().map(IndicatorId::value).toList());
    }
}

package jp.kyosei.backend.actual;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;

/** Writes the table of what papers printed; asks no policy and writes no trail: {@link ActualWriter} does. */
@Singleton
class PublishedRecords {
    private final RecordWrites writes;

    PublishedRecords(RecordWrites writes) {
        this.writes = writes;
    }

    /** Makes the changes, in one batch for each kind. */
    void changeWithin(OwnerId owner, List<RecordChange> changes) {
        List<RecordEntity> added = new ArrayList<>();
        List<RecordEntity> changed = new ArrayList<>();
        List<RecordEntity> removed = new ArrayList<>();
        for (RecordChange change : changes) {
            (change.after() == null ? removed : change.before() == null ? added : changed)
                    .add(RecordEntity.of(owner, change.either()));
        }
        if (!added.isEmpty()) {
            writes.insertRecords(added);
        }
        if (!changed.isEmpty()) {
            writes.updateRecords(changed);
        }
        if (!removed.isEmpty()) {
            writes.deleteRecords(removed);
        }
    }

    /** Forgets all of indicators. */
    void forgetWithin(OwnerId owner, Collection<IndicatorId> indicators) {
        writes.forget(
                owner.value(),
                SqlArrays.of(indicators.stream().map(IndicatorId::value).toList()));
    }
}

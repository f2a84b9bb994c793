package jp.kyosei.backend.actual.record;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

@MappedEntity("published_record")
record RecordEntity(
        UUID ownerId,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String grade,
        @Nullable String rate,
        @Nullable String change,
        @Nullable BigDecimal target) {
    static RecordEntity of(OwnerId owner, PublishedRecord published) {
        return new RecordEntity(
                owner.value(),
                published.indicator().value(),
                published.fiscalYear().year(),
                published.grade(),
                published.rate(),
                published.change(),
                published.target());
    }
}

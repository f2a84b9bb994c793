package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ActualWrites extends GenericRepository<ActualEntity, UUID> {
    @Query("""
            insert into actual (owner_id, indicator_id, fiscal_year, municipality_code, value, numerator, denominator,
                                missing_reason, missing_note, reference_year, state, entered_by, entered_at)
            values (:ownerId, :indicatorId, :fiscalYear, :municipalityCode, :value, :numerator, :denominator,
                    :missingReason, :missingNote, :referenceYear, :state, :enteredBy, :enteredAt)""")
    void insertActuals(List<ActualEntity> actuals);
}

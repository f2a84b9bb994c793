package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ActualWrites extends GenericRepository<ActualEntity, UUID> {
    @Query("""
            insert into actual (owner_id, indicator_id, fiscal_year, municipality_code, value, numerator, denominator,
                                missing_reason, missing_note, reference_year, note, state, entered_by, entered_by_name,
                                entered_at, version)
            values (:ownerId, :indicatorId, :fiscalYear, :municipalityCode, :value, :numerator, :denominator,
                    :missingReason, :missingNote, :referenceYear, :note, :state, :enteredBy, :enteredByName,
                    :enteredAt, :version)""")
    void insertActuals(List<ActualEntity> actuals);

    /** @return how many were found in the version that was expected */
    @Query("""
            update actual
            set value = :value, numerator = :numerator, denominator = :denominator, missing_reason = :missingReason,
                missing_note = :missingNote, reference_year = :referenceYear, note = :note, state = :state,
                entered_by = :enteredBy, entered_by_name = :enteredByName, entered_at = :enteredAt, version = :version
            where owner_id = :ownerId and indicator_id = :indicatorId and fiscal_year = :fiscalYear
              and municipality_code is not distinct from :municipalityCode and version = :expectedVersion""")
    long updateActuals(List<ActualEntity> actuals);

    /** @return how many were found in the version that was expected */
    @Query("""
            delete from actual
            where owner_id = :ownerId and indicator_id = :indicatorId and fiscal_year = :fiscalYear
              and municipality_code is not distinct from :municipalityCode and version = :expectedVersion""")
    long deleteActuals(List<ActualEntity> actuals);

    /** Marks the towns' figures of a year; {@code indicators} and {@code towns} are arrays of the same length. */
    @Query("""
            update actual set state = :state, version = version + 1
            where owner_id = :ownerId and fiscal_year = :fiscalYear
              and (indicator_id, municipality_code) in (
                  select * from unnest(cast(:indicators as uuid[]), cast(:towns as text[])))""")
    long mark(UUID ownerId, int fiscalYear, String indicators, String towns, String state);

    @Query("""
            insert into check_confirmation (owner_id, indicator_id, fiscal_year, municipality_code, code, reason,
                                            confirmed_by, confirmed_by_name, confirmed_at)
            values (:ownerId, :indicatorId, :fiscalYear, :municipalityCode, :code, :reason, :confirmedBy,
                    :confirmedByName, :confirmedAt)
            on conflict (owner_id, indicator_id, fiscal_year, code, municipality_code)
            do update set reason = excluded.reason, confirmed_by = excluded.confirmed_by,
                          confirmed_by_name = excluded.confirmed_by_name, confirmed_at = excluded.confirmed_at""")
    void confirmCheck(
            UUID ownerId,
            UUID indicatorId,
            int fiscalYear,
            String municipalityCode,
            String code,
            String reason,
            UUID confirmedBy,
            String confirmedByName,
            Instant confirmedAt);

    @Query("delete from actual where owner_id = :ownerId and indicator_id = any (cast(:indicators as uuid[]))")
    void forget(UUID ownerId, String indicators);
}

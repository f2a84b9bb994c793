package jp.kyosei.backend.actual.narrative;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NarrativeWrites extends GenericRepository<NarrativeEntity, UUID> {
    @Query("""
            insert into narrative (owner_id, indicator_id, fiscal_year, municipality_code, progress, outlook,
                                   initiatives, state, written_by, written_by_name, written_at, version)
            values (:ownerId, :indicatorId, :fiscalYear, :municipalityCode, :progress, :outlook, :initiatives, :state,
                    :writtenBy, :writtenByName, :writtenAt, :version)""")
    void insertNarratives(List<NarrativeEntity> narratives);

    /** @return how many were found in the version that was expected */
    @Query("""
            update narrative
            set progress = :progress, outlook = :outlook, initiatives = :initiatives, state = :state, written_by = :writtenBy,
                written_by_name = :writtenByName, written_at = :writtenAt, version = :version
            where owner_id = :ownerId and indicator_id = :indicatorId and fiscal_year = :fiscalYear
              and municipality_code is not distinct from :municipalityCode and version = :expectedVersion""")
    long updateNarratives(List<NarrativeEntity> narratives);

    /** @return how many were found in the version that was expected */
    @Query("""
            delete from narrative
            where owner_id = :ownerId and indicator_id = :indicatorId and fiscal_year = :fiscalYear
              and municipality_code is not distinct from :municipalityCode and version = :expectedVersion""")
    long deleteNarratives(List<NarrativeEntity> narratives);

    /** Marks the towns' narratives of a year; {@code indicators} and {@code towns} are arrays of the same length. */
    @Query("""
            update narrative set state = :state, version = version + 1
            where owner_id = :ownerId and fiscal_year = :fiscalYear
              and (indicator_id, municipality_code) in (
                  select * from unnest(cast(:indicators as uuid[]), cast(:towns as text[])))""")
    long mark(UUID ownerId, int fiscalYear, String indicators, String towns, String state);
}

package jp.kyosei.backend.actual;

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
                                   written_by, written_at)
            values (:ownerId, :indicatorId, :fiscalYear, :municipalityCode, :progress, :outlook, :writtenBy, :writtenAt)""")
    void insertNarratives(List<NarrativeEntity> narratives);
}

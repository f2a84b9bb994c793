package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TargetWrites extends GenericRepository<TargetEntity, UUID> {
    @Query("""
            insert into indicator_target (owner_id, plan_version_id, indicator_id, fiscal_year, value)
            values (:ownerId, :planVersionId, :indicatorId, :fiscalYear, :value)""")
    void insertTargets(List<TargetEntity> targets);
}

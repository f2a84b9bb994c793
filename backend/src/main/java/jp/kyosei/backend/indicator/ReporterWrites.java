package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReporterWrites extends GenericRepository<ReporterEntity, UUID> {
    @Query("""
            insert into indicator_reporter (owner_id, plan_version_id, indicator_id, municipality_code)
            values (:ownerId, :planVersionId, :indicatorId, :municipalityCode)""")
    void insertReporters(List<ReporterEntity> reporters);

    /** The departments that are asked, of those that name one. */
    @Query("""
            insert into indicator_desk (owner_id, indicator_id, municipality_code, department_owner_id, department_id)
            values (:ownerId, :indicatorId, :municipalityCode, :departmentOwnerId, :departmentId)
            on conflict on constraint indicator_desk_pk do nothing""")
    void insertDesks(List<ReporterEntity> reporters);
}

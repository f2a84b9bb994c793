package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecordWrites extends GenericRepository<RecordEntity, UUID> {
    @Query("""
            insert into published_record (owner_id, indicator_id, fiscal_year, grade, rate, change, target)
            values (:ownerId, :indicatorId, :fiscalYear, :grade, :rate, :change, :target)""")
    void insertRecords(List<RecordEntity> records);

    @Query("""
            update published_record set grade = :grade, rate = :rate, change = :change, target = :target
            where owner_id = :ownerId and indicator_id = :indicatorId and fiscal_year = :fiscalYear""")
    void updateRecords(List<RecordEntity> records);

    @Query("""
            delete from published_record
            where owner_id = :ownerId and indicator_id = :indicatorId and fiscal_year = :fiscalYear""")
    void deleteRecords(List<RecordEntity> records);

    @Query(
            "delete from published_record where owner_id = :ownerId and indicator_id = any (cast(:indicators as uuid[]))")
    void forget(UUID ownerId, String indicators);
}

package jp.kyosei.backend.mail;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeWrites extends GenericRepository<NoticeEntity, UUID> {
    /** The conflict names no columns: named ones would have to be readable, and those who post may not read notices. */
    @Query("""
            insert into notice (owner_id, id, kind, person_id, municipality_code, department_id, roles, followed, owner_only,
                                subject, body, plan_id, queued_by, queued_at, once_key, also_person_ids, fiscal_year,
                                list_head, listed, listed_count, closing, gather_key)
            values (:ownerId, :id, :kind, :personId, :municipalityCode, :departmentId, cast(:roles as text[]),
                    cast(:followed as uuid[]), :ownerOnly, :subject, :body, :planId, :queuedBy, :queuedAt, :onceKey,
                    cast(:alsoPersonIds as uuid[]), :fiscalYear, :listHead, :listed, :listedCount, :closing, :gatherKey)
            on conflict do nothing""")
    void insertNotices(List<NoticeEntity> notices);
}

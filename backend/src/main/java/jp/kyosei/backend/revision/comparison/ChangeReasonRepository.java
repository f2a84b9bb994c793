package jp.kyosei.backend.revision.comparison;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeReasonRepository extends GenericRepository<ChangeReasonEntity, UUID> {
    @Query("""
            insert into change_reason (owner_id, plan_version_id, subject_kind, subject_id, field, reason, person_id,
                                       person_name, given_at)
            values (:ownerId, :planVersionId, :subjectKind, :subjectId, :field, :reason, :personId, :personName, :givenAt)
            on conflict (owner_id, plan_version_id, subject_kind, subject_id, field) do update
            set reason = excluded.reason, person_id = excluded.person_id, person_name = excluded.person_name,
                given_at = excluded.given_at""")
    void record(List<ChangeReasonEntity> reasons);

    /** Of the versions after the earlier one up to the later one, the oldest first. */
    @Query("""
            select r.owner_id, r.plan_version_id, r.subject_kind, r.subject_id, r.field, r.reason, r.person_id, r.person_name,
                   r.given_at
            from change_reason r
            join plan_version v on v.owner_id = r.owner_id and v.id = r.plan_version_id
            where r.owner_id = :ownerId and v.plan_id = :planId and v.number > :earlier and v.number <= :later
            order by v.number, r.given_at, r.subject_kind, r.subject_id, r.field""")
    List<ChangeReasonEntity> between(UUID ownerId, UUID planId, int earlier, int later);
}

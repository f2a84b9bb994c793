package jp.kyosei.backend.collection.approval;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LookRepository extends GenericRepository<LookEntity, UUID> {
    @Query("""
            select owner_id, person_id, round_id, subject_kind, subject_id, municipality_code, submitted_at,
                   seen::text as seen, seen_before::text as seen_before
            from approval_look
            where owner_id = :ownerId and person_id = :personId and round_id = :roundId
              and municipality_code = :municipalityCode""")
    List<LookEntity> looks(UUID ownerId, UUID personId, UUID roundId, String municipalityCode);

    @Query("""
            insert into approval_look (owner_id, person_id, round_id, subject_kind, subject_id, municipality_code,
                                       submitted_at, seen, seen_before)
            values (:ownerId, :personId, :roundId, :subjectKind, :subjectId, :municipalityCode, :submittedAt,
                    cast(:seen as jsonb), cast(:seenBefore as jsonb))
            on conflict (owner_id, person_id, round_id, subject_kind, subject_id, municipality_code)
            do update set submitted_at = excluded.submitted_at, seen = excluded.seen,
                          seen_before = excluded.seen_before""")
    void keep(List<LookEntity> looks);
}

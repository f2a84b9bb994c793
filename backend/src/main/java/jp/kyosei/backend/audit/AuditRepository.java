package jp.kyosei.backend.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AuditRepository extends GenericRepository<AuditRow, UUID> {
    /** What a {@link TrailFilter} asks besides the indicator. */
    String WANTED = """
            \n  and (cast(:person as text) = '' or person_name = cast(:person as text))
              and (cardinality(cast(:kinds as text[])) = 0 or subject_kind = any (cast(:kinds as text[])))
              and at >= :sinceMoment and at < :beforeMoment
            order by at desc, id
            limit :most offset :offset""";

    @Query("""
            insert into audit_entry (owner_id, id, at, person_id, person_name, action, subject_kind, subject_id,
                                     plan_id, indicator_id, before, after, reason)
            values (:ownerId, :id, :at, :personId, :personName, :action, :subjectKind, :subjectId,
                    :planId, :indicatorId, cast(:before as jsonb), cast(:after as jsonb), :reason)""")
    void insert(List<AuditRow> entries);

    @Query("""
            select owner_id, id, at, person_id, person_name, action, subject_kind, subject_id, plan_id, indicator_id,
                   before::text as before, after::text as after, reason
            from audit_entry
            where owner_id = :ownerId and indicator_id = :indicatorId
            order by at desc, id
            limit :most""")
    List<AuditRow> ofIndicator(UUID ownerId, UUID indicatorId, int most);

    /** {@code indicators} and {@code kinds} are arrays. */
    @Query("""
            select indicator_id, subject_kind, subject_id, action, person_id, at
            from audit_entry
            where owner_id = :ownerId and indicator_id = any (cast(:indicators as uuid[]))
              and subject_kind = any (cast(:kinds as text[]))""")
    List<HandRow> hands(UUID ownerId, String indicators, String kinds);

    @Query("""
            select owner_id, id, at, person_id, person_name, action, subject_kind, subject_id, plan_id, indicator_id,
                   before::text as before, after::text as after, reason
            from audit_entry
            where owner_id = :ownerId and plan_id = :planId
              and (cast(:indicatorId as uuid) is null or indicator_id = cast(:indicatorId as uuid))""" + WANTED)
    List<AuditRow> ofPlan(
            UUID ownerId,
            UUID planId,
            @Nullable UUID indicatorId,
            String person,
            String kinds,
            Instant sinceMoment,
            Instant beforeMoment,
            int offset,
            int most);

    @Query("""
            select distinct person_name
            from audit_entry
            where owner_id = :ownerId and plan_id = :planId
            order by person_name
            limit :most""")
    List<String> peopleOfPlan(UUID ownerId, UUID planId, int most);

    @Query("""
            select distinct person_name
            from audit_entry
            where owner_id = :ownerId and plan_id is null
            order by person_name
            limit :most""")
    List<String> peopleOfOwner(UUID ownerId, int most);

    @Query("""
            select owner_id, id, at, person_id, person_name, action, subject_kind, subject_id, plan_id, indicator_id,
                   before::text as before, after::text as after, reason
            from audit_entry
            where owner_id = :ownerId and plan_id is null""" + WANTED)
    List<AuditRow> ofOwner(
            UUID ownerId, String person, String kinds, Instant sinceMoment, Instant beforeMoment, int offset, int most);

    @Query("""
            select owner_id, id, at, person_id, person_name, action, subject_kind, subject_id, plan_id, indicator_id,
                   before::text as before, after::text as after, reason
            from audit_entry
            where owner_id = :ownerId and indicator_id = :indicatorId and subject_id = :subjectId
            order by at desc, id
            limit :most""")
    List<AuditRow> ofSubject(UUID ownerId, UUID indicatorId, String subjectId, int most);
}

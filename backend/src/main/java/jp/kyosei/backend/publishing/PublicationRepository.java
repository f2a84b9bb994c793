package jp.kyosei.backend.publishing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicationRepository extends GenericRepository<StepRow, UUID> {
    /** Oldest first. */
    @Query("""
            select s.fiscal_year, s.revision, s.step, s.person_name, s.at, s.reason, p.narratives, p.notes, p.licence,
                   p.contact
            from publication_step s
            join publication p on p.owner_id = s.owner_id and p.plan_id = s.plan_id
                              and p.fiscal_year = s.fiscal_year and p.revision = s.revision
            where s.owner_id = :ownerId and s.plan_id = :planId
            order by s.fiscal_year, s.revision, s.step""")
    List<StepRow> steps(UUID ownerId, UUID planId);

    /** One at a time for a plan, until the transaction ends. */
    @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended(cast(:planId as text), 15))) locked")
    long lock(UUID planId);

    /** @param document {@link PublishedYear} as JSON */
    @Query("""
            insert into publication (owner_id, id, plan_id, fiscal_year, revision, narratives, notes, licence, contact,
                                     first_published_at, published_at, document)
            values (:ownerId, :id, :planId, :fiscalYear, :revision, :narratives, :notes, :licence, :contact,
                    coalesce((select min(p.first_published_at) from publication p
                              where p.owner_id = :ownerId and p.plan_id = :planId and p.fiscal_year = :fiscalYear), :at),
                    :at, cast(:document as jsonb))""")
    void insert(
            UUID ownerId,
            UUID id,
            UUID planId,
            int fiscalYear,
            int revision,
            boolean narratives,
            boolean notes,
            String licence,
            String contact,
            Instant at,
            String document);

    @Query("""
            insert into publication_end (owner_id, plan_id, fiscal_year, revision, plan_slug, kind, ended_at, public_reason)
            values (:ownerId, :planId, :fiscalYear, :revision, :planSlug, :kind, :at, :publicReason)""")
    void end(
            UUID ownerId,
            UUID planId,
            int fiscalYear,
            int revision,
            String planSlug,
            String kind,
            Instant at,
            String publicReason);

    /** What was kept as that revision. */
    @Query("""
            select published_at, document::text as document from publication
            where owner_id = :ownerId and plan_id = :planId and fiscal_year = :fiscalYear and revision = :revision""")
    Optional<KeptRow> kept(UUID ownerId, UUID planId, int fiscalYear, int revision);

    @Query("""
            insert into publication_step (owner_id, plan_id, fiscal_year, revision, step, person_id, person_name, at, reason)
            values (:ownerId, :planId, :fiscalYear, :revision, :step, :personId, :personName, :at, :reason)""")
    void insertStep(
            UUID ownerId,
            UUID planId,
            int fiscalYear,
            int revision,
            String step,
            UUID personId,
            String personName,
            Instant at,
            String reason);

    @Query("""
            insert into publication_file (owner_id, publication_id, position, name, content_type, content)
            values (:ownerId, :publicationId, :position, :name, :contentType, :content)""")
    void insertFile(UUID ownerId, UUID publicationId, int position, String name, String contentType, byte[] content);
}

package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arrays travel as PostgreSQL's text form. What the reader may not see, row-level security leaves out. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoteRepository extends GenericRepository<NoteRow, UUID> {
    /** A note with the names that belong to its codes, and the reader's own mark; ends with a line break. */
    String NOTE = """
            select n.owner_id, n.id, p.slug as plan_slug, n.fiscal_year, n.meeting_id, n.indicator_id, n.section_number, n.kind,
                   n.visibility, n.state, n.text, n.author_id, n.author_name, n.author_standing, n.author_town,
                   a.name as author_town_name, n.assigned_town, t.name as assigned_town_name, n.assigned_department_id,
                   d.name as assigned_department_name, n.written_at, n.edited_at, n.withdrawn_at, n.last_activity_at,
                   n.last_actor_id, n.version, m.read_at,
                   exists (select 1 from follower f
                           where f.owner_id = n.owner_id and f.person_id = :reader and f.subject_id = n.id) as following
            from note n
            join plan p on p.owner_id = n.owner_id and p.id = n.plan_id
            left join municipality a on a.code = n.author_town
            left join municipality t on t.code = n.assigned_town
            left join department d on d.id = n.assigned_department_id
            left join note_mark m on m.owner_id = n.owner_id and m.note_id = n.id and m.person_id = :reader
            """;

    /**
     * The notes of a plan, oldest first.
     *
     * @param fiscalYear none for all years
     * @param indicatorId none for all
     * @param sectionNumber none for all
     */
    @Query(NOTE + """
            where n.owner_id = :ownerId and n.plan_id = :planId
              and (cast(:fiscalYear as int) is null or n.fiscal_year = cast(:fiscalYear as int))
              and (cast(:indicatorId as uuid) is null or n.indicator_id = cast(:indicatorId as uuid))
              and (cast(:sectionNumber as text) is null or n.section_number = cast(:sectionNumber as text))
            order by n.written_at, n.id""")
    List<NoteRow> ofPlan(
            UUID reader,
            UUID ownerId,
            UUID planId,
            @Nullable Integer fiscalYear,
            @Nullable UUID indicatorId,
            @Nullable String sectionNumber);

    @Query(NOTE + """
            where n.id = :id""")
    Optional<NoteRow> find(UUID reader, UUID id);

    @Query(NOTE + """
            where n.owner_id = :ownerId and n.plan_id = :planId and n.id = any (cast(:notes as uuid[]))
            order by n.written_at, n.id""")
    List<NoteRow> some(UUID reader, UUID ownerId, UUID planId, String notes);

    @Query("""
            select distinct fiscal_year from note
            where owner_id = :ownerId and plan_id = :planId
            order by fiscal_year desc""")
    List<Integer> years(UUID ownerId, UUID planId);

    @Query("""
            select exists (select 1 from follower
                           where owner_id = :ownerId and person_id = :person and subject_id = :subject)""")
    boolean follows(UUID ownerId, UUID person, UUID subject);
}

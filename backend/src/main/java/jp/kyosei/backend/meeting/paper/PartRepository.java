package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PartRepository extends GenericRepository<PartRow, UUID> {
    /** Row-level security leaves out the notes that the reader may not see. */
    @Query("""
            select issue_id, kind, subject_id, content::text as content, printed::text as printed
            from issued_part
            where owner_id = :ownerId and issue_id = any (cast(:issues as uuid[]))
            order by issue_id, position""")
    List<PartRow> ofIssues(UUID ownerId, String issues);

    /**
     * All at once, however many there are.
     *
     * @param parts a JSON array of {@link PartDocument}
     */
    @Query("""
            insert into issued_part (owner_id, issue_id, position, kind, subject_id, visibility, content, printed)
            select :ownerId, p.issue, p.position, p.kind, p.subject, p.visibility, cast(p.content as jsonb),
                   cast(p.printed as jsonb)
            from jsonb_to_recordset(cast(:parts as jsonb))
                as p (issue uuid, position int, kind text, subject uuid, visibility text, content text, printed text)""")
    void insertParts(UUID ownerId, String parts);
}

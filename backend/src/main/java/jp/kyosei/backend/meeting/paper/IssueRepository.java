package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IssueRepository extends GenericRepository<IssueRow, UUID> {
    /** The newest first. */
    @Query("""
            select id, meeting_id, number, revision, mark, title, issued_by_name, issued_at
            from issue
            where owner_id = :ownerId and meeting_id = any (cast(:meetings as uuid[]))
            order by meeting_id, number, revision desc""")
    List<IssueRow> ofMeetings(UUID ownerId, String meetings);

    /** What stands above the parts of some issues. */
    @Query("""
            select id, mark, title, words, head::text as head, printed::text as printed
            from issue
            where owner_id = :ownerId and id = any (cast(:issues as uuid[]))""")
    List<StoredPaper> stored(UUID ownerId, String issues);
}

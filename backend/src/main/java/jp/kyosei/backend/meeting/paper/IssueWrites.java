package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IssueWrites extends GenericRepository<IssueEntity, UUID> {
    @Query("""
            insert into issue (owner_id, id, meeting_id, number, revision, kind, mark, title, words, head, printed,
                               issued_by, issued_by_name, issued_at)
            values (:ownerId, :id, :meetingId, :number, :revision, :kind, :mark, :title, :words, cast(:head as jsonb),
                    cast(:printed as jsonb), :issuedBy, :issuedByName, :issuedAt)""")
    void insertIssues(List<IssueEntity> issues);
}

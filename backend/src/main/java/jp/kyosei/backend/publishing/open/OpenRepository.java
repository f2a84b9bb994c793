package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** For the context of the public alone, in which row-level security leaves what is in force. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OpenRepository extends GenericRepository<PublicationRow, UUID> {
    @Query("select id from publication")
    List<UUID> inForce();

    @Query("""
            select id, owner_id, fiscal_year, revision, licence, first_published_at, published_at,
                   document -> 'owner' ->> 'slug' as owner, document -> 'owner' ->> 'name' as owner_name,
                   document ->> 'plan' as plan, document ->> 'title' as title, document::text as document
            from publication where id = any (cast(:ids as uuid[]))""")
    List<PublicationRow> publications(String ids);

    @Query("""
            select publication_id, name, content_type, content from publication_file
            where publication_id = any (cast(:ids as uuid[])) order by publication_id, position""")
    List<FileRow> files(String ids);

    @Query(
            "select owner_id, plan_slug, fiscal_year, ended_at, public_reason from publication_end where kind = 'WITHDRAWN' order by ended_at, plan_slug, fiscal_year")
    List<EndRow> withdrawn();

    @Query("select id from published_meeting")
    List<UUID> meetingsInForce();

    @Query("""
            select id, owner_id, revision, published_at, document::text as document, papers
            from published_meeting where id = any (cast(:ids as uuid[]))""")
    List<MeetingRow> meetings(String ids);

    @Query("""
            select meeting_id, plan_slug, ended_at, public_reason from published_meeting_end
            where kind = 'WITHDRAWN' order by ended_at, meeting_id""")
    List<MeetingEndRow> withdrawnMeetings();

    @Query("select id, at from withheld_note")
    List<WithheldRow> withheld();
}

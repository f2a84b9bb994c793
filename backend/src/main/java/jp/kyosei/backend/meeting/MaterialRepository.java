package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MaterialRepository extends GenericRepository<MaterialEntity, UUID> {
    @Query("""
            select owner_id, meeting_id, number, mark, title, kind, words
            from meeting_material
            where owner_id = :ownerId and meeting_id = any (cast(:meetings as uuid[]))
            order by meeting_id, number""")
    List<MaterialEntity> ofMeetings(UUID ownerId, String meetings);

    @Query("""
            insert into meeting_material (owner_id, meeting_id, number, mark, title, kind, words)
            values (:ownerId, :meetingId, :number, :mark, :title, :kind, :words)""")
    void insertMaterials(List<MaterialEntity> materials);

    @Query("delete from meeting_material where owner_id = :ownerId and meeting_id = :meetingId")
    void deleteOf(UUID ownerId, UUID meetingId);
}

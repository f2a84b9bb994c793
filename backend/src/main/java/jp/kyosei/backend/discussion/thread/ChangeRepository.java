package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChangeRepository extends GenericRepository<ChangeEntity, UUID> {
    @Query("""
            insert into note_change (owner_id, id, note_id, reply_id, what, before, after, remark, person_id, person_name, at)
            values (:ownerId, :id, :noteId, :replyId, :what, :before, :after, :remark, :personId, :personName, :at)""")
    void insertChanges(List<ChangeEntity> changes);

    @Query("""
            select owner_id, id, note_id, reply_id, what, before, after, remark, person_id, person_name, at
            from note_change
            where owner_id = :ownerId and note_id = :noteId
            order by at, id""")
    List<ChangeEntity> ofNote(UUID ownerId, UUID noteId);
}

package jp.kyosei.backend.attachment;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.SqlArrays;

/**
 * What hangs on a note is shown by the database to whoever sees the note. Of what was withdrawn, these statements leave
 * the files to who wrote it and to the secretariat.
 */
@Singleton
class AttachmentRepository {
    private static final String ATTACHED = """
            select a.id, a.note_id, a.name, a.media_type, a.size, a.uploaded_by, a.uploaded_by_name, a.uploaded_at
            from note_attachment a""";

    private static final String SHOWN = """

            join note n on n.owner_id = a.owner_id and n.id = a.note_id
            left join note_reply r on r.owner_id = a.owner_id and r.id = a.reply_id
            where a.removed_at is null
              and (n.withdrawn_at is null or n.author_id = ? or n.owner_id = any (cast(? as uuid[])))
              and (r.withdrawn_at is null or r.author_id = ? or n.owner_id = any (cast(? as uuid[])))""";

    private static final String OF_NOTES = ATTACHED + SHOWN + """

              and a.owner_id = ? and a.note_id = any (cast(? as uuid[]))
            order by a.uploaded_at, a.id""";

    private static final String FIND = """
            select a.owner_id, n.plan_id, n.fiscal_year, n.indicator_id, a.id, a.note_id, a.name, a.media_type, a.size,
                   a.uploaded_by, a.uploaded_by_name, a.uploaded_at
            from note_attachment a""" + SHOWN + " and a.id = ?";

    private static final String CONTENT = "select content from note_attachment where owner_id = ? and id = ?";

    private static final String SPOT = """
            select n.owner_id, n.plan_id, n.fiscal_year, n.indicator_id, n.author_id,
                   n.withdrawn_at is not null as withdrawn, n.state = 'CLOSED' as closed,
                   (select r.id from note_reply r
                    where r.owner_id = n.owner_id and r.note_id = n.id and r.author_id = ? and r.withdrawn_at is null
                    order by r.written_at desc, r.id limit 1) as own_reply,
                   (select count(*) from note_attachment a
                    where a.owner_id = n.owner_id and a.note_id = n.id and a.removed_at is null) as attached
            from note n
            where n.id = ?""";

    /** Holds the note until the end of the transaction, so that two who attach at once are counted one after the other. */
    private static final String TOUCH = """
            update note set last_activity_at = ?, last_actor_id = ? where owner_id = ? and id = ?""";

    private static final String INSERT = """
            insert into note_attachment (owner_id, id, note_id, reply_id, name, media_type, size, sha256, content,
                                         uploaded_by, uploaded_by_name, uploaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String SAME = ATTACHED + """

            where a.owner_id = ? and a.note_id = ? and a.uploaded_by = ? and a.name = ? and a.sha256 = ?
              and a.removed_at is null""";

    private static final String REMOVE = """
            update note_attachment set removed_at = ? where owner_id = ? and id = ? and removed_at is null""";

    private final JdbcOperations jdbc;

    AttachmentRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** By note, oldest first; notes without any are left out. */
    Map<UUID, List<Attachment>> ofNotes(
            PersonId reader, Collection<OwnerId> kept, OwnerId owner, Collection<UUID> notes) {
        return jdbc.prepareStatement(OF_NOTES, statement -> {
            int next = bindReader(statement, reader, kept);
            statement.setObject(next, owner.value());
            statement.setString(next + 1, SqlArrays.of(notes));
            Map<UUID, List<Attachment>> attached = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    attached.computeIfAbsent(row.getObject("note_id", UUID.class), note -> new ArrayList<>())
                            .add(attachment(row));
                }
            }
            return attached;
        });
    }

    Optional<AttachmentSpot> find(PersonId reader, Collection<OwnerId> kept, UUID attachment) {
        return jdbc.prepareStatement(FIND, statement -> {
            int next = bindReader(statement, reader, kept);
            statement.setObject(next, attachment);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new AttachmentSpot(
                                new OwnerId(row.getObject("owner_id", UUID.class)),
                                row.getObject("note_id", UUID.class),
                                row.getObject("plan_id", UUID.class),
                                row.getInt("fiscal_year"),
                                row.getObject("indicator_id", UUID.class),
                                attachment(row)))
                        : Optional.empty();
            }
        });
    }

    /** Of an attachment that was found. */
    byte[] content(OwnerId owner, UUID attachment) {
        return jdbc.prepareStatement(CONTENT, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, attachment);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        });
    }

    Optional<NoteSpot> spot(PersonId reader, UUID note) {
        return jdbc.prepareStatement(SPOT, statement -> {
            statement.setObject(1, reader.value());
            statement.setObject(2, note);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new NoteSpot(
                                new OwnerId(row.getObject("owner_id", UUID.class)),
                                note,
                                row.getObject("plan_id", UUID.class),
                                row.getInt("fiscal_year"),
                                row.getObject("indicator_id", UUID.class),
                                new PersonId(row.getObject("author_id", UUID.class)),
                                row.getBoolean("withdrawn"),
                                row.getBoolean("closed"),
                                row.getObject("own_reply", UUID.class),
                                row.getInt("attached")))
                        : Optional.empty();
            }
        });
    }

    /** What the same person has attached there already under the same name with the same content. */
    Optional<Attachment> same(OwnerId owner, UUID note, Attachment again, String sha256) {
        return jdbc.prepareStatement(SAME, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, note);
            statement.setObject(3, again.uploadedBy().value());
            statement.setString(4, again.name());
            statement.setString(5, sha256);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(attachment(row)) : Optional.empty();
            }
        });
    }

    void touch(OwnerId owner, UUID note, PersonId actor, Instant now) {
        jdbc.prepareStatement(TOUCH, statement -> {
            statement.setObject(1, at(now));
            statement.setObject(2, actor.value());
            statement.setObject(3, owner.value());
            statement.setObject(4, note);
            return statement.executeUpdate();
        });
    }

    void insert(OwnerId owner, NewAttachment added, byte[] content) {
        Attachment attachment = added.attachment();
        jdbc.prepareStatement(INSERT, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, attachment.id());
            statement.setObject(3, added.note());
            statement.setObject(4, added.reply());
            statement.setString(5, attachment.name());
            statement.setString(6, attachment.mediaType());
            statement.setLong(7, attachment.size());
            statement.setString(8, added.sha256());
            statement.setBytes(9, content);
            statement.setObject(10, attachment.uploadedBy().value());
            statement.setString(11, attachment.uploadedByName());
            statement.setObject(12, at(attachment.uploadedAt()));
            return statement.executeUpdate();
        });
    }

    /** Whether it was still there. */
    boolean remove(OwnerId owner, UUID attachment, Instant now) {
        return jdbc.prepareStatement(REMOVE, statement -> {
            statement.setObject(1, at(now));
            statement.setObject(2, owner.value());
            statement.setObject(3, attachment);
            return statement.executeUpdate() == 1;
        });
    }

    /** The parameters of {@link #SHOWN}; the index of the next one. */
    private static int bindReader(PreparedStatement statement, PersonId reader, Collection<OwnerId> kept)
            throws SQLException {
        String owners = SqlArrays.of(kept.stream().map(OwnerId::value).toList());
        statement.setObject(1, reader.value());
        statement.setString(2, owners);
        statement.setObject(3, reader.value());
        statement.setString(4, owners);
        return 5;
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                new PersonId(row.getObject("uploaded_by", UUID.class)),
                row.getString("uploaded_by_name"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

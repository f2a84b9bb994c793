package jp.kyosei.backend.leaving.order;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;

/** Orders and the pieces of what was made; statements that answer with streams are outside what Micronaut Data generates. */
@Singleton
class ArchiveRepository {
    private static final String COLUMNS =
            "id, state, ordered_by_name, ordered_at, steps_done, steps, coalesce(size, 0), coalesce(sha256, ''), made_at";

    private static final String INSERT = """
            insert into archive_order (owner_id, id, state, ordered_by, ordered_by_name, ordered_at, next_attempt_at)
            values (?, ?, 'WAITING', ?, ?, ?, ?)
            on conflict (owner_id) where state in ('WAITING', 'MAKING') do nothing""";

    private static final String CLAIM = """
            with due as materialized (
                select owner_id, id from archive_order
                where state in ('WAITING', 'MAKING') and next_attempt_at <= ?
                order by next_attempt_at
                limit 1
                for update skip locked)
            update archive_order o
            set state = 'MAKING', attempts = o.attempts + 1, steps_done = 0, next_attempt_at = ?
            from due d
            where o.owner_id = d.owner_id and o.id = d.id
            returning o.owner_id, o.id, o.attempts""";

    /** Whoever was overtaken because they took too long changes nothing any more: the attempts have gone on. */
    private static final String ITS_ATTEMPT = " where owner_id = ? and id = ? and state = 'MAKING' and attempts = ?";

    private final JdbcOperations jdbc;

    ArchiveRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was put down; not where another one of the owner is still to be made. */
    boolean insert(OwnerId owner, UUID id, Actor actor, Instant now) {
        return jdbc.prepareStatement(INSERT, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, id);
            statement.setObject(3, actor.person().value());
            statement.setString(4, actor.displayName());
            statement.setObject(5, at(now));
            statement.setObject(6, at(now));
            return statement.executeUpdate() != 0;
        });
    }

    /** The newest first. */
    List<ArchiveOrder> orders(OwnerId owner) {
        return jdbc.prepareStatement(
                "select %s from archive_order where owner_id = ? order by ordered_at desc, id".formatted(COLUMNS),
                statement -> {
                    statement.setObject(1, owner.value());
                    List<ArchiveOrder> orders = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            orders.add(order(row));
                        }
                    }
                    return orders;
                });
    }

    /** A piece of a file; empty behind its last one. */
    Optional<byte[]> piece(OwnerId owner, UUID order, int number) {
        return jdbc.prepareStatement(
                "select content from archive_piece where owner_id = ? and order_id = ? and number = ?", statement -> {
                    statement.setObject(1, owner.value());
                    statement.setObject(2, order);
                    statement.setInt(3, number);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                    }
                });
    }

    /** Takes the order that waits for longest and that nobody else is taking. */
    Optional<Claimed> claim(Instant now, Instant droppedAt) {
        return jdbc.prepareStatement(CLAIM, statement -> {
            statement.setObject(1, at(now));
            statement.setObject(2, at(droppedAt));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Claimed(
                                new OwnerId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class), row.getInt(3)))
                        : Optional.empty();
            }
        });
    }

    void progress(Claimed claimed, int done, int steps, Instant droppedAt) {
        jdbc.prepareStatement(
                "update archive_order set steps_done = ?, steps = ?, next_attempt_at = ?" + ITS_ATTEMPT, statement -> {
                    statement.setInt(1, done);
                    statement.setInt(2, steps);
                    statement.setObject(3, at(droppedAt));
                    return of(claimed, 4, statement);
                });
    }

    /** @return whether it still was this attempt's to finish */
    boolean ready(Claimed claimed, long size, String sha256, Instant now) {
        return jdbc.prepareStatement(
                        "update archive_order set state = 'READY', steps_done = steps, size = ?, sha256 = ?, made_at = ?"
                                + ITS_ATTEMPT,
                        statement -> {
                            statement.setLong(1, size);
                            statement.setString(2, sha256);
                            statement.setObject(3, at(now));
                            return of(claimed, 4, statement);
                        })
                != 0;
    }

    void putBack(Claimed claimed, String state, Instant next, String error) {
        jdbc.prepareStatement(
                "update archive_order set state = ?, next_attempt_at = ?, last_error = ?" + ITS_ATTEMPT, statement -> {
                    statement.setString(1, state);
                    statement.setObject(2, at(next));
                    statement.setString(3, error);
                    return of(claimed, 4, statement);
                });
    }

    void insertPiece(Claimed claimed, int number, byte[] content) {
        jdbc.prepareStatement(
                "insert into archive_piece (owner_id, order_id, number, content) values (?, ?, ?, ?)", statement -> {
                    statement.setObject(1, claimed.owner().value());
                    statement.setObject(2, claimed.order());
                    statement.setInt(3, number);
                    statement.setBytes(4, content);
                    return statement.executeUpdate();
                });
    }

    /** Deletes pieces of attempts that came to nothing. */
    void deletePieces(Claimed claimed) {
        jdbc.prepareStatement("delete from archive_piece where owner_id = ? and order_id = ?", statement -> {
            statement.setObject(1, claimed.owner().value());
            statement.setObject(2, claimed.order());
            return statement.executeUpdate();
        });
    }

    /** Deletes what was ordered before that moment and is not being made. */
    int deleteOlder(Instant than) {
        String old = "from archive_order where state in ('READY', 'FAILED') and ordered_at < ?";
        jdbc.prepareStatement(
                "delete from archive_piece where (owner_id, order_id) in (select owner_id, id %s)".formatted(old),
                statement -> {
                    statement.setObject(1, at(than));
                    return statement.executeUpdate();
                });
        return jdbc.prepareStatement("delete " + old, statement -> {
            statement.setObject(1, at(than));
            return statement.executeUpdate();
        });
    }

    private static int of(Claimed claimed, int from, java.sql.PreparedStatement statement) throws SQLException {
        statement.setObject(from, claimed.owner().value());
        statement.setObject(from + 1, claimed.order());
        statement.setInt(from + 2, claimed.attempts());
        return statement.executeUpdate();
    }

    private static ArchiveOrder order(ResultSet row) throws SQLException {
        OffsetDateTime made = row.getObject(9, OffsetDateTime.class);
        return new ArchiveOrder(
                row.getObject(1, UUID.class),
                ArchiveState.valueOf(row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getString(8),
                made == null ? null : made.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An order that this process works on. */
    record Claimed(OwnerId owner, UUID order, int attempts) {}
}

package jp.kyosei.backend.leaving.ending;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;

/** Announced ends of owners. */
@Singleton
class EndingRepository {
    private static final String INSERT = """
            insert into owner_ending (owner_id, id, asked_by, asked_by_name, asked_at, reason, deletes_on)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (owner_id) where taken_back_at is null do nothing""";

    private static final String TAKE_BACK = """
            update owner_ending set taken_back_at = ?, taken_back_by_name = ?
            where owner_id = ? and taken_back_at is null""";

    private static final String ANNOUNCED = """
            select asked_by_name, asked_at, reason, deletes_on from owner_ending
            where owner_id = ? and taken_back_at is null""";

    private static final String DUE = """
            select owner_id, asked_by, asked_by_name, reason from owner_ending
            where taken_back_at is null and deletes_on <= ?
            order by deletes_on, owner_id""";

    private final JdbcOperations jdbc;

    EndingRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(OwnerId owner, Actor actor, Instant now, String reason, LocalDate deletesOn) {
        return jdbc.prepareStatement(INSERT, statement -> {
            statement.setObject(1, owner.value());
            statement.setObject(2, UUID.randomUUID());
            statement.setObject(3, actor.person().value());
            statement.setString(4, actor.displayName());
            statement.setObject(5, at(now));
            statement.setString(6, reason);
            statement.setObject(7, deletesOn);
            return statement.executeUpdate() != 0;
        });
    }

    boolean takeBack(OwnerId owner, Actor actor, Instant now) {
        return jdbc.prepareStatement(TAKE_BACK, statement -> {
            statement.setObject(1, at(now));
            statement.setString(2, actor.displayName());
            statement.setObject(3, owner.value());
            return statement.executeUpdate() != 0;
        });
    }

    Optional<OwnerEnding> announced(OwnerId owner) {
        return jdbc.prepareStatement(ANNOUNCED, statement -> {
            statement.setObject(1, owner.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ending(row)) : Optional.empty();
            }
        });
    }

    List<Due> due(LocalDate day) {
        return jdbc.prepareStatement(DUE, statement -> {
            statement.setObject(1, day);
            List<Due> due = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            new OwnerId(row.getObject(1, UUID.class)),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4)));
                }
            }
            return due;
        });
    }

    /** How many rows went, by table, as JSON; empty if the owner is not to go. */
    Optional<String> delete(OwnerId owner) {
        return jdbc.prepareStatement("select delete_ended_owner(?)::text", statement -> {
            statement.setObject(1, owner.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1));
            }
        });
    }

    private static OwnerEnding ending(ResultSet row) throws SQLException {
        return new OwnerEnding(
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getObject(4, LocalDate.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An owner whose term of grace is over. */
    record Due(OwnerId owner, UUID askedBy, String askedByName, String reason) {}
}

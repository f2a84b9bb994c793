package jp.kyosei.infra.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kyosei.backend.tenancy.Actor;

/**
 * What an entry costs without the product: one transaction on a connection of the same pool, the same statement that sets
 * the context, one update by key, one audit entry. Nobody is identified, nothing read, locked, asked or compared before.
 */
final class EntryFloor {
    private static final String UPDATE = """
            update actual
            set value = ?, numerator = null, denominator = null, missing_reason = null, missing_note = null,
                reference_year = null, note = '', state = 'DRAFT', entered_by = ?, entered_by_name = ?,
                entered_at = now(), version = version + 1
            where owner_id = ? and indicator_id = ? and fiscal_year = ? and municipality_code = ?
            returning version""";

    private static final String INSERT = """
            insert into audit_entry (owner_id, id, at, person_id, person_name, action, subject_kind, subject_id,
                                     plan_id, indicator_id, before, after, reason)
            values (?, ?, now(), ?, ?, 'CHANGE_ACTUAL', 'actual', ?, ?, ?, cast(? as jsonb), cast(? as jsonb), null)""";

    private static final String NOTIFY = "select pg_notify('kyosei_changes', ?)";

    private final DataSource pool;

    /** The owner and its plan. */
    record Plan(UUID owner, UUID id) {}

    EntryFloor(DataSource pool) {
        this.pool = pool;
    }

    /** @return the version of the cell now */
    long write(Actor actor, Plan plan, UUID indicator, int year, String town, long value, boolean notifying) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Floor.enter(connection, actor, true);
            long version = update(connection, actor, plan, indicator, year, town, value);
            audit(connection, actor, plan, indicator, year + " " + town, value);
            if (notifying) {
                announce(connection, "%s %d %s".formatted(plan.id(), year, town));
            }
            connection.commit();
            return version;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long update(
            Connection connection, Actor actor, Plan plan, UUID indicator, int year, String town, long value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setBigDecimal(1, new BigDecimal(value));
            statement.setObject(2, actor.person().value());
            statement.setString(3, actor.displayName());
            statement.setObject(4, plan.owner());
            statement.setObject(5, indicator);
            statement.setInt(6, year);
            statement.setString(7, town);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("the cell is not there");
                }
                return found.getLong(1);
            }
        }
    }

    private static void audit(Connection connection, Actor actor, Plan plan, UUID indicator, String subject, long value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, plan.owner());
            statement.setObject(2, UUID.randomUUID());
            statement.setObject(3, actor.person().value());
            statement.setString(4, actor.displayName());
            statement.setString(5, subject);
            statement.setObject(6, plan.id());
            statement.setObject(7, indicator);
            statement.setString(8, "{\"value\": %d}".formatted(value - 1));
            statement.setString(9, "{\"value\": %d}".formatted(value));
            statement.executeUpdate();
        }
    }

    private static void announce(Connection connection, String payload) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, payload);
            statement.execute();
        }
    }
}

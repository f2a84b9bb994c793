package jp.kyosei.backend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQL as tests ask it: the first column of every row as text. */
public final class Rows {
    private Rows() {}

    public static List<String> of(Connection connection, String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(String.valueOf(result.getString(1)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What the database makes of a statement, which is undone at once: how many rows, or the SQL state it refuses with. */
    public static String attempt(Connection connection, String sql, Object... parameters) {
        try {
            var before = connection.setSavepoint();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int index = 0; index < parameters.length; index++) {
                    statement.setObject(index + 1, parameters[index]);
                }
                return statement.executeUpdate() + " rows";
            } catch (SQLException refused) {
                return refused.getSQLState();
            } finally {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

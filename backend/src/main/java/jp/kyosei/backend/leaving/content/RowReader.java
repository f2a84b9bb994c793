package jp.kyosei.backend.leaving.content;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.PersonId;

/** Reads the rows of a table for an archive, a few at a time. */
@Singleton
class RowReader {
    /** Rows fetched at once: a row may hold a file of some megabytes. */
    private static final int AT_ONCE = 10;

    private final JdbcOperations jdbc;

    RowReader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reads what belongs to the owner that leaves; within {@code TenantDoor.leaving}.
     *
     * @throws UncheckedIOException if the rows cannot be written
     */
    long read(String table, Rows rows) {
        return jdbc.execute(connection -> {
            String cursor = quoted(cursor(connection, table));
            long read = 0;
            try (Statement statement = connection.createStatement()) {
                long more = 1;
                while (more > 0) {
                    try (ResultSet row = statement.executeQuery("fetch %d from %s".formatted(AT_ONCE, cursor))) {
                        more = take(table, row, rows);
                        read += more;
                    }
                }
                statement.execute("close " + cursor);
            }
            return read;
        });
    }

    /**
     * Reads what the context of the transaction shows of a person's own rows.
     *
     * @throws UncheckedIOException if the rows cannot be written
     */
    long readOwn(TableOfPeople table, PersonId person, Rows rows) {
        String named = quoted(table.name());
        String whose = table.whose().stream()
                .map(column -> "t.%s = ?".formatted(quoted(column)))
                .collect(Collectors.joining(" or "));
        String sql = "select (to_jsonb(t) - cast(? as text[]))::text, t.* from %s t where %s".formatted(named, whose);
        return jdbc.prepareStatement(sql, statement -> {
            statement.setFetchSize(AT_ONCE);
            statement.setString(1, "{%s}".formatted(String.join(",", table.files())));
            for (int index = 0; index < table.whose().size(); index++) {
                statement.setObject(index + 2, person.value());
            }
            try (ResultSet row = statement.executeQuery()) {
                return take(table.name(), row, rows);
            }
        });
    }

    private static long take(String table, ResultSet row, Rows rows) throws SQLException {
        long taken = 0;
        try {
            while (row.next()) {
                rows.take(row.getString(1), cells(row));
                taken++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table %s could not be written".formatted(table), e);
        }
        return taken;
    }

    /** Names come from the catalogue of the database, never from people. */
    private static String quoted(String name) {
        return "\"%s\"".formatted(name.replace("\"", "\"\""));
    }

    private static String cursor(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select open_archive(?)::text")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<Cell> cells(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Cell> cells = new ArrayList<>();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnType(column) == Types.BINARY) {
                byte[] content = row.getBytes(column);
                cells.add(content == null ? Cell.NOTHING : new Cell.File(content));
            } else {
                String text = row.getString(column);
                cells.add(text == null ? Cell.NOTHING : new Cell.Text(text));
            }
        }
        return cells;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Rows {
        /**
         * @param json the row as a JSON object without its files
         * @param cells its cells in the order of the table's columns
         */
        void take(String json, List<Cell> cells) throws IOException;
    }

    /** What stands in a cell. */
    sealed interface Cell {
        Cell NOTHING = new Text("");

        /** As PostgreSQL writes it; empty where there is nothing. */
        record Text(String text) implements Cell {}

        @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
        record File(byte[] content) implements Cell {}
    }
}

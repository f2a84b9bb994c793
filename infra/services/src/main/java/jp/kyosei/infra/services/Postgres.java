package jp.kyosei.infra.services;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A running PostgreSQL server, wherever it runs; closing it stops what this JVM started, and nothing else. */
public sealed interface Postgres extends AutoCloseable permits PostgresServer, PostgresContainer, PostgresElsewhere {

    String SUPERUSER = "postgres";
    String OWNER = "kyosei_owner";
    String APPLICATION = "kyosei_app";
    List<String> EXTENSIONS = List.of("pg_trgm", "btree_gist", "pgcrypto");

    /**
     * Takes from everybody what nobody here uses: large objects lie outside of row-level security. Of the superuser's own
     * functions, so that the schema's owner cannot take it away in a migration.
     */
    String NO_LARGE_OBJECTS = """
            do $$
            declare
                routine regprocedure;
            begin
                for routine in
                    select oid from pg_proc
                    where pronamespace = 'pg_catalog'::regnamespace
                        and (proname like 'lo\\_%' or proname in ('loread', 'lowrite'))
                loop
                    execute format('revoke execute on function %s from public', routine);
                end loop;
            end
            $$""";

    String host();

    int port();

    Secrets secrets();

    @Override
    void close();

    default String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database);
    }

    default Connection connectAsSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(database), SUPERUSER, secrets().superuser());
    }

    /** The named database, created with its extensions and both roles if it is not there yet. */
    default Database provision(String name) {
        try (Connection connection = connectAsSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            ensureRole(statement, OWNER, secrets().owner());
            ensureRole(statement, APPLICATION, secrets().application());
            if (isMissing(statement, "select from pg_database where datname = " + literal(name))) {
                statement.execute("create database %s owner %s".formatted(identifier(name), OWNER));
            }
            statement.execute("revoke connect, temporary on database %s from public".formatted(identifier(name)));
            statement.execute("grant connect on database %s to %s".formatted(identifier(name), APPLICATION));
            for (String other : List.of(SUPERUSER, "template1")) {
                closeToOthers(statement, other);
            }
        } catch (SQLException e) {
            throw new ServiceException("Cannot provision the database " + name, e);
        }
        try (Connection connection = connectAsSuperuser(name);
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("create extension if not exists " + extension);
            }
            statement.execute(NO_LARGE_OBJECTS);
        } catch (SQLException e) {
            throw new ServiceException("Cannot create the extensions of the database " + name, e);
        }
        return database(name);
    }

    /** An empty database of a name that nobody else uses: {@code prefix} and a random part. */
    default Database provisionFresh(String prefix) {
        return provision(freshName(prefix));
    }

    /** A copy of {@code template}, which nobody may be connected to meanwhile; about 0.1 s. */
    default Database cloneOf(String template, String name) {
        try (Connection connection = connectAsSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create database %s template %s owner %s".formatted(identifier(name), identifier(template), OWNER));
            statement.execute("revoke connect, temporary on database %s from public".formatted(identifier(name)));
            statement.execute("grant connect on database %s to %s".formatted(identifier(name), APPLICATION));
        } catch (SQLException e) {
            throw new ServiceException("Cannot clone the database %s as %s".formatted(template, name), e);
        }
        return database(name);
    }

    /** Drops the database, whoever is still connected; nothing happens if it is not there. */
    default void drop(String name) {
        try (Connection connection = connectAsSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists %s with (force)".formatted(identifier(name)));
        } catch (SQLException e) {
            throw new ServiceException("Cannot drop the database " + name, e);
        }
    }

    /** {@code prefix} and a random part, for databases of tests that share a server. */
    static String freshName(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private Database database(String name) {
        return new Database(
                jdbcUrl(name), OWNER, secrets().owner(), APPLICATION, secrets().application());
    }

    private static void ensureRole(Statement statement, String role, String password) throws SQLException {
        if (isMissing(statement, "select from pg_roles where rolname = " + literal(role))) {
            statement.execute("create role " + role);
        }
        statement.execute(
                "alter role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %s"
                        .formatted(role, literal(password)));
    }

    /** The server's own databases; several processes that provide at the same time would stumble over each other. */
    private static void closeToOthers(Statement statement, String database) throws SQLException {
        if (!isMissing(
                statement,
                "select where has_database_privilege('public', %s, 'connect')".formatted(literal(database)))) {
            statement.execute("revoke connect, temporary on database %s from public".formatted(identifier(database)));
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}

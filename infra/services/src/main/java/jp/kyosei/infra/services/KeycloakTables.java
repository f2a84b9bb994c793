package jp.kyosei.infra.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements that make Keycloak's tables, written by Keycloak itself once per version into the {@link Cache} (its
 * documented migration by hand). To run them takes a second; Keycloak's own first start computes the same 210 change
 * sets anew for six to eleven. They hold no realm, no key and no password.
 */
final class KeycloakTables {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakTables.class);
    private static final String SCRIPT = "tables.sql";

    /** Liquibase's own table; Keycloak has made it before it writes the script, and so leaves it out. */
    private static final String CHANGE_LOG = """
            create table databasechangelog (
                id varchar(255) not null,
                author varchar(255) not null,
                filename varchar(255) not null,
                dateexecuted timestamp without time zone not null,
                orderexecuted integer not null,
                exectype varchar(10) not null,
                md5sum varchar(35),
                description varchar(255),
                comments varchar(255),
                tag varchar(255),
                liquibase varchar(20),
                contexts varchar(255),
                labels varchar(255),
                deployment_id varchar(10)
            );
            """;

    private KeycloakTables() {}

    /** Makes the tables in an empty database, all or none; without them Keycloak would make them itself, more slowly. */
    static void create(Connection connection) throws SQLException {
        String script;
        try {
            script = Files.readString(Cache.folder(
                            "keycloak-tables-" + KeycloakDistribution.version() + "-postgres-"
                                    + Cache.fromBuild("postgres.version"),
                            KeycloakTables::write)
                    .resolve(SCRIPT));
        } catch (IOException e) {
            throw new ServiceException("Cannot read " + SCRIPT, e);
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CHANGE_LOG);
            statement.execute(script);
            connection.commit();
        } finally {
            connection.rollback();
        }
    }

    /** Lets Keycloak look at an empty database, write what it would do, and end. */
    private static void write(Path folder) throws IOException, InterruptedException {
        LOG.info("Letting Keycloak write the statements for its tables once, about 10 s");
        Path home = folder.resolve("keycloak");
        Path script = folder.resolve(SCRIPT);
        Path log = folder.resolve("keycloak.log");
        Secrets secrets = Secrets.forTests();
        KeycloakDistribution.layOut(home);
        try (PostgresServer postgres =
                PostgresServer.fast(folder.resolve("postgres"), secrets, folder.resolve("postgres.log"))) {
            ProcessBuilder keycloak = new ProcessBuilder(List.of(
                            KeycloakDistribution.program(home).toString(),
                            "start",
                            "--optimized",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + FreePort.any(),
                            "--http-management-port=" + FreePort.any(),
                            "--hostname-strict=false",
                            "--cache=local",
                            "--spi-connections-jpa--quarkus--migration-strategy=manual",
                            "--spi-connections-jpa--quarkus--initialize-empty=false",
                            "--spi-connections-jpa--quarkus--migration-export=" + script))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            keycloak.environment()
                    .putAll(Map.of(
                            "JAVA_HOME", System.getProperty("java.home"),
                            "KC_DB_URL", postgres.jdbcUrl(Postgres.SUPERUSER),
                            "KC_DB_USERNAME", Postgres.SUPERUSER,
                            "KC_DB_PASSWORD", secrets.superuser()));
            int code = keycloak.start().waitFor();
            if (!Files.exists(script)) {
                throw new ServiceException(
                        "Keycloak ended with %d and wrote no statements:%n%s".formatted(code, Files.readString(log)));
            }
        }
        Cache.deleteTree(folder.resolve("postgres"));
        Cache.deleteTree(home);
    }
}

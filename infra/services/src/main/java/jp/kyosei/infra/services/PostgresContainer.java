package jp.kyosei.infra.services;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL's official image. */
final class PostgresContainer implements Postgres {
    static final String IMAGE = "postgres:18";

    private final Secrets secrets;
    private final PostgreSQLContainer container;

    PostgresContainer(Secrets secrets) {
        this.secrets = secrets;
        this.container = new PostgreSQLContainer(DockerImageName.parse(IMAGE))
                .withDatabaseName(SUPERUSER)
                .withUsername(SUPERUSER)
                .withPassword(secrets.superuser())
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=UTC");
        container.start();
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        container.stop();
    }
}

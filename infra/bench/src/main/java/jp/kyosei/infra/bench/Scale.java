package jp.kyosei.infra.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.Postgres;

/** The backend on a database with so many owners, each with a plan of 100 indicators and 10 years of actuals. */
final class Scale implements AutoCloseable {
    static final int INDICATORS = 100;
    static final int YEARS = 10;
    static final String PLAN = "strategy-2";

    private final String name;
    private final int owners;
    private final ApplicationContext context;
    private final IdentityService identity;
    private final ResultsService results;
    private final Floor floor;

    /** Migrates and fills the database unless an earlier run has. */
    Scale(Postgres server, String name, int owners) {
        this.name = name;
        this.owners = owners;
        String databaseName = databaseOf(name);
        Database database = server.provision(databaseName);
        context = ApplicationContext.run(settings(database));
        identity = context.getBean(IdentityService.class);
        results = context.getBean(ResultsService.class);
        try (Connection superuser = server.connectAsSuperuser(databaseName)) {
            load(superuser);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be filled", e);
        }
        floor = new Floor(pool());
    }

    static String databaseOf(String name) {
        return "bench_" + name;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The product's own pool, without what the product wraps around it. */
    DataSource pool() {
        return DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
    }

    String name() {
        return name;
    }

    int owners() {
        return owners;
    }

    Floor floor() {
        return floor;
    }

    Actor actor(int owner) {
        return identity.actorOf("bench-" + owner).orElseThrow();
    }

    /** What REST does for one request: who is it, then the sheet of the latest year. */
    ResultsSheet results(int owner) {
        return results.results(actor(owner), PLAN, null);
    }

    @Override
    public void close() {
        context.close();
    }

    static Map<String, Object> settings(Database database) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("datasources.default.url", database.jdbcUrl());
        settings.put("datasources.default.username", database.appUser());
        settings.put("datasources.default.password", database.appPassword());
        settings.put("flyway.datasources.schema-owner.url", database.jdbcUrl());
        settings.put("flyway.datasources.schema-owner.user", database.ownerUser());
        settings.put("flyway.datasources.schema-owner.password", database.ownerPassword());
        // No server runs here, so nobody logs in.
        settings.put("micronaut.security.enabled", "false");
        // Nobody asks the database besides what is measured.
        settings.put("kyosei.publishing.interval", "24h");
        return settings;
    }

    private void load(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = kyosei, public");
            if (count(statement, "owner") == owners) {
                return;
            }
            long start = System.nanoTime();
            superuser.setAutoCommit(false);
            statement.execute(script().replace("${owners}", Integer.toString(owners)));
            superuser.commit();
            superuser.setAutoCommit(true);
            statement.execute("vacuum (analyze)");
            System.out.printf(
                    "%s: %,d owners, %,d actuals loaded in %.0f s%n",
                    name, owners, count(statement, "actual"), (System.nanoTime() - start) / 1e9);
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Scale.class.getResourceAsStream("load.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package jp.kyosei.backend;

import io.micronaut.context.ApplicationContext;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.LocalServices;

/** The backend with the demonstration data on a database of its own, started once for all tests of this JVM. */
public final class RunningBackend implements AutoCloseable {
    private final Database database;
    private final ApplicationContext context;

    private RunningBackend(Map<String, Object> further) {
        database = LocalServices.shared().postgres().provisionFresh("backend");
        Map<String, Object> settings = properties(database);
        // No server runs here, so nobody logs in.
        settings.put("micronaut.security.enabled", "false");
        settings.putAll(further);
        context = ApplicationContext.run(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    public static RunningBackend get() {
        return Started.INSTANCE;
    }

    /** Another one, for tests that change who is there; to be closed. */
    public static RunningBackend alone() {
        return new RunningBackend(Map.of());
    }

    /** Another one with further settings; to be closed. */
    public static RunningBackend alone(Map<String, Object> further) {
        return new RunningBackend(further);
    }

    /** The settings by which an application uses the database and loads the demonstration data. */
    public static Map<String, Object> properties(Database database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("datasources.default.url", database.jdbcUrl());
        properties.put("datasources.default.username", database.appUser());
        properties.put("datasources.default.password", database.appPassword());
        properties.put("flyway.datasources.schema-owner.url", database.jdbcUrl());
        properties.put("flyway.datasources.schema-owner.user", database.ownerUser());
        properties.put("flyway.datasources.schema-owner.password", database.ownerPassword());
        properties.put("kyosei.demonstration", "true");
        // Nobody is reminded while a test looks at the mail.
        properties.put("kyosei.meeting.reminder-interval", "24h");
        // Nor is the database asked while a test counts statements; what is published is heard of at once all the same.
        properties.put("kyosei.publishing.interval", "24h");
        // And the day of a change of staff comes when a test says so.
        properties.put("kyosei.staffing.interval", "24h");
        // Archives are made when a test says so.
        properties.put("kyosei.archives.interval", "24h");
        properties.put("kyosei.ending.interval", "24h");
        return properties;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    public Database database() {
        return database;
    }

    /** The demonstration user of that name, with the roles held now. */
    public Actor user(DemonstrationUser user) {
        return bean(IdentityService.class).actorOf(user.subject()).orElseThrow();
    }

    /** Not before somebody asks for it. */
    private static final class Started {
        private static final RunningBackend INSTANCE = new RunningBackend(Map.of());
    }
}

package jp.kyosei.infra.services.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import jp.kyosei.infra.services.RealmFile;

/**
 * What {@link RunKyosei} is told on its command line.
 *
 * @param data directory of everything that is kept
 * @param port of the application
 * @param keycloakPort of Keycloak; its management port is the next one
 * @param postgresPort of PostgreSQL
 * @param empty whether it starts without the demonstration, with the production realm
 * @param application command line of the application
 */
record RunOptions(Path data, int port, int keycloakPort, int postgresPort, boolean empty, List<String> application) {
    static final String USAGE =
            "[--data DIR] [--port N] [--keycloak-port N] [--postgres-port N] [--empty] -- java … jp.kyosei.ui.Application";
    private static final int DEFAULT_PORT = 8080;

    RunOptions {
        application = List.copyOf(application);
        if (application.isEmpty()) {
            throw new IllegalArgumentException("The application's command line is missing: " + USAGE);
        }
        if (port < 1 || port > 65_000) {
            throw new IllegalArgumentException("--port must be from 1 to 65000, not " + port);
        }
    }

    static RunOptions parse(List<String> arguments) {
        Path data = Path.of(".data");
        int port = DEFAULT_PORT;
        int keycloakPort = 0;
        int postgresPort = 0;
        boolean empty = false;
        List<String> application = new ArrayList<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--port" -> port = number(option, rest);
                case "--keycloak-port" -> keycloakPort = number(option, rest);
                case "--postgres-port" -> postgresPort = number(option, rest);
                case "--empty" -> empty = true;
                case "--" -> rest.forEachRemaining(application::add);
                default -> throw new IllegalArgumentException("Unknown option " + option + ": " + USAGE);
            }
        }
        return new RunOptions(
                data.toAbsolutePath().normalize(),
                port,
                keycloakPort == 0 ? port + 1 : keycloakPort,
                postgresPort == 0 ? port + 3 : postgresPort,
                empty,
                application);
    }

    URI publicUrl() {
        return URI.create("http://localhost:" + port);
    }

    RealmFile realm() {
        return empty ? RealmFile.PRODUCTION : RealmFile.DEMONSTRATION;
    }

    int keycloakManagementPort() {
        return keycloakPort + 1;
    }

    List<Integer> ports() {
        return List.of(port, keycloakPort, keycloakManagementPort(), postgresPort);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value: " + USAGE);
        }
        return rest.next();
    }

    private static int number(String option, Iterator<String> rest) {
        String value = value(option, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + value, e);
        }
    }
}

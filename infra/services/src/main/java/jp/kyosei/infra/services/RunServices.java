package jp.kyosei.infra.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * PostgreSQL and Keycloak once for all test JVMs of a Maven run: writes their addresses as lines {@code NAME=value} into
 * the file named, and stops them when its standard input ends, as it does with {@code infra/test}.
 */
public final class RunServices {
    private RunServices() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        LocalServices services = new LocalServices(ServicesSwitch.chosen());
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "kyosei-services-stop"));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, """
                %s=%s
                %s=%s
                """.formatted(
                        LocalServices.POSTGRES,
                        services.postgres().jdbcUrl(Postgres.SUPERUSER),
                        LocalServices.KEYCLOAK,
                        services.keycloak().url()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        while (System.in.read() >= 0) {
            // Until the end of the input.
        }
        System.exit(0);
    }
}

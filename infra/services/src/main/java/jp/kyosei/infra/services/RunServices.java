package jp.kyosei.infra.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * PostgreSQL and Keycloak once for all test JVMs of a Maven run: writes their addresses as lines {@code NAME=value} into
 * the file named, and stops them when its standard input ends, as it does with {@code infra/test}.
 */
public final class RunServices {
    /** Which way was chosen, for who has started this to tell. */
    private static final String WAY = "KYOSEI_TEST_SERVICES";

    private RunServices() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        ServicesSwitch where = ServicesSwitch.chosen();
        LocalServices services = new LocalServices(where);
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "kyosei-services-stop"));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, """
                %s=%s
                %s=%s
                %s=%s
                %s=%s
                """.formatted(
                        LocalServices.POSTGRES,
                        services.postgres().jdbcUrl(Postgres.SUPERUSER),
                        LocalServices.KEYCLOAK,
                        services.keycloak().url(),
                        LocalServices.APPLICATION_HOST,
                        services.keycloak().applicationHost(),
                        WAY,
                        where.name().toLowerCase(Locale.ROOT)));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        while (System.in.read() >= 0) {
            // Until the end of the input.
        }
        System.exit(0);
    }
}

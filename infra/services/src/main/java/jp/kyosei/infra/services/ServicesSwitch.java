package jp.kyosei.infra.services;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Where local services run: the one switch {@code KYOSEI_SERVICES} (system property or environment variable). */
public enum ServicesSwitch {
    /** Child processes of this JVM. */
    EMBEDDED,
    /** Docker, through Testcontainers. */
    CONTAINERS;

    private static final Logger LOG = LoggerFactory.getLogger(ServicesSwitch.class);
    private static final String NAME = "KYOSEI_SERVICES";

    /** What is asked for; {@code auto}, the default, means containers where Docker and both images are at hand. */
    public static ServicesSwitch chosen() {
        String wish = setting().toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            case "auto", "" -> imagesAreAtHand() ? CONTAINERS : EMBEDDED;
            default -> throw new ServiceException(NAME + " must be embedded, containers or auto, not " + wish);
        };
    }

    private static String setting() {
        String property = System.getProperty(NAME);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(NAME);
        return variable == null ? "" : variable;
    }

    private static boolean imagesAreAtHand() {
        try {
            DockerClientFactory docker = DockerClientFactory.instance();
            if (!docker.isDockerAvailable()) {
                return false;
            }
            docker.client().inspectImageCmd(PostgresContainer.IMAGE).exec();
            docker.client().inspectImageCmd(KeycloakContainer.IMAGE).exec();
            return true;
        } catch (RuntimeException e) {
            LOG.info("No containers: {}", e.getMessage());
            return false;
        }
    }
}

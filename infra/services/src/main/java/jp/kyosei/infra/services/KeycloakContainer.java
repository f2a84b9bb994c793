package jp.kyosei.infra.services;

import java.net.URI;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * Keycloak's official image with the same realm file. It shares the host's network, so that tokens name an address that
 * the tests reach and Keycloak reaches the application's back-channel logout.
 */
final class KeycloakContainer implements Keycloak {
    static final String IMAGE = "quay.io/keycloak/keycloak:26.7";
    private static final Duration START = Duration.ofMinutes(5);

    private final int port = FreePort.any();
    private final Secrets secrets;
    private final GenericContainer<?> container;

    KeycloakContainer(Secrets secrets) {
        this.secrets = secrets;
        int managementPort = FreePort.any();
        this.container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withImagePullPolicy(image -> false)
                .withNetworkMode("host")
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR)
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.administrator())
                .withEnv("KYOSEI_OIDC_CLIENT_SECRET", secrets.client())
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m")
                .withCopyToContainer(
                        Transferable.of(KeycloakServer.realm(), 0644), "/opt/keycloak/data/import/kyosei-realm.json")
                .withCommand(
                        "start-dev",
                        "--import-realm",
                        "--health-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=" + url());
        container.start();
        awaitReady(managementPort);
    }

    @Override
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        container.stop();
    }

    private void awaitReady(int managementPort) {
        URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort));
        KeycloakRest rest = new KeycloakRest(url());
        long end = System.nanoTime() + START.toNanos();
        while (!(KeycloakRest.answersOk(health) && rest.realmAnswers())) {
            if (!container.isRunning() || System.nanoTime() > end) {
                String logs = container.getLogs();
                container.stop();
                throw new ServiceException("Keycloak's container did not become ready:\n" + logs);
            }
            ChildProcess.pause();
        }
    }
}

package jp.kyosei.infra.services;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * Keycloak's official image with the same realm file. Its port on the host is chosen before it starts, for tokens name the
 * address that the tests reach; the host's own name inside leads its back-channel logout to the application under test.
 */
final class KeycloakContainer implements Keycloak {
    static final String IMAGE = "quay.io/keycloak/keycloak:26.7";
    private static final Duration START = Duration.ofMinutes(5);
    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9000;
    private static final String HOST = "host.docker.internal";

    private final int port = FreePort.any();
    private final Secrets secrets;
    private final GenericContainer<?> container;

    KeycloakContainer(Secrets secrets) {
        this.secrets = secrets;
        this.container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withExposedPorts(HTTP, MANAGEMENT)
                .withExtraHost(HOST, "host-gateway")
                .withCreateContainerCmdModifier(command -> bind(command, port))
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR)
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.administrator())
                .withEnv("KYOSEI_OIDC_CLIENT_SECRET", secrets.client())
                .withEnv("KYOSEI_ACCOUNTS_CLIENT_SECRET", secrets.accounts())
                .withEnv("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m")
                .withCopyToContainer(
                        Transferable.of(RealmFile.DEMONSTRATION.content(), 0644),
                        "/opt/keycloak/data/import/kyosei-realm.json")
                .withCommand(
                        "start-dev",
                        "--import-realm",
                        "--health-enabled=true",
                        "--http-port=" + HTTP,
                        "--http-management-port=" + MANAGEMENT,
                        "--hostname=" + url());
        container.withCopyToContainer(
                Transferable.of(RealmFile.blacklist(), 0644), "/opt/keycloak/data/password-blacklists/kyosei.txt");
        LoginTheme.files()
                .forEach((name, content) ->
                        container.withCopyToContainer(Transferable.of(content, 0644), "/opt/keycloak/themes/" + name));
        container.start();
        awaitReady();
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
    public String applicationHost() {
        return HOST;
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Reachable from this machine alone, as everything that tests start. */
    private static void bind(CreateContainerCmd command, int port) {
        HostConfig host = Objects.requireNonNull(command.getHostConfig(), "Testcontainers gives one");
        host.withPortBindings(
                new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", port), new ExposedPort(HTTP)),
                new PortBinding(Ports.Binding.bindIp("127.0.0.1"), new ExposedPort(MANAGEMENT)));
    }

    private void awaitReady() {
        URI health = URI.create(
                "http://%s:%d/health/ready".formatted(container.getHost(), container.getMappedPort(MANAGEMENT)));
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

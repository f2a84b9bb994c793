package jp.kyosei.ui;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.infra.services.LocalServices;

/**
 * The whole product with the demonstration data: a free port, a database of its own and a real Keycloak, started once
 * for all tests of this JVM.
 */
public final class RunningKyosei implements AutoCloseable {
    private static final String PASSWORD = "demo";
    private final Keycloak keycloak;
    private final Database database;
    private final URI url;
    private final EmbeddedServer server;

    private RunningKyosei(Function<URI, Map<String, Object>> furtherAt) {
        keycloak = LocalServices.shared().keycloak();
        database = LocalServices.shared().postgres().provisionFresh("kyosei");
        int port = freePort();
        url = URI.create("http://localhost:" + port);
        Map<String, Object> settings = RunningBackend.properties(database);
        settings.put("micronaut.server.port", port);
        if (!keycloak.applicationHost().equals("localhost")) {
            // Keycloak in a container reaches this machine from without.
            settings.put("micronaut.server.host", "0.0.0.0");
        }
        settings.put("kyosei.public-url", url.toString());
        settings.put("kyosei.oidc.issuer", keycloak.issuer().toString());
        settings.put("micronaut.security.oauth2.clients.keycloak.client-id", Keycloak.CLIENT);
        settings.put("micronaut.security.oauth2.clients.keycloak.client-secret", keycloak.clientSecret());
        Map<String, Object> further = furtherAt.apply(url);
        settings.putAll(further);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        if (further.isEmpty()) {
            // Keycloak knows one address of back-channel logout alone: that of the product which all tests share.
            keycloak.allowApplication(url);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    public static RunningKyosei get() {
        return Shared.INSTANCE;
    }

    /** Another one with further settings, until the tests end; nobody logs in there by a browser. */
    public static RunningKyosei alone(Map<String, Object> further) {
        return new RunningKyosei(url -> further);
    }

    /** Another one whose settings depend on the address at which people will find it; to be closed. */
    public static RunningKyosei at(Function<URI, Map<String, Object>> further) {
        return new RunningKyosei(further);
    }

    /** The address that people type, without a path. */
    public URI url() {
        return url;
    }

    /** Where this process itself is reached, whatever people type. */
    public URI listening() {
        return URI.create("http://localhost:" + server.getPort());
    }

    /** A new access token, as scripts get it. */
    public String accessToken(DemonstrationUser user) {
        return keycloak.accessToken(user.username(), PASSWORD);
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public Database database() {
        return database;
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    @Override
    public void close() {
        server.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** Not before somebody asks for it. */
    private static final class Shared {
        private static final RunningKyosei INSTANCE = new RunningKyosei(url -> Map.of());
    }
}

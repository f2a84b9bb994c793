package jp.kyosei.infra.services.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import jp.kyosei.infra.services.ChildProcess;
import jp.kyosei.infra.services.ServiceException;

/** The application as a child process in a directory for its temporary files; ready when its API asks for a login. */
final class Application implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final List<String> command;
    private final Map<String, String> environment;
    private final URI url;
    private final Path directory;
    private final Path log;
    private final Path pidFile;
    private ChildProcess process;

    Application(
            List<String> command, Map<String, String> environment, URI url, Path directory, Path log, Path pidFile) {
        this.command = command;
        this.environment = environment;
        this.url = url;
        this.directory = directory;
        this.log = log;
        this.pidFile = pidFile;
        this.process = launch();
    }

    /** Waits until the application serves, or until {@code givenUp} holds. */
    void awaitReady(BooleanSupplier givenUp) {
        process.await(() -> givenUp.getAsBoolean() || serves());
    }

    boolean alive() {
        return process.alive();
    }

    void restart() {
        close();
        process = launch();
    }

    @Override
    public void close() {
        process.stop(STOP);
    }

    private ChildProcess launch() {
        return ChildProcess.start("The application", command, environment, directory, log, pidFile);
    }

    /** Whether its API asks for a login. */
    boolean serves() {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/plans"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted", e);
        }
    }
}

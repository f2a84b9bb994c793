package jp.kyosei.infra.drills;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A whole second copy of the product, started and stopped by {@code infra/run} and {@code infra/stop}. */
final class Copy implements AutoCloseable {
    private static final int PORTS = 4;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Path root;
    private final Path data;
    private final int port;
    private final Thread stopAtExit = new Thread(this::stop, "drill-stop");

    private Copy(Path root, Path data, int port) {
        this.root = root;
        this.data = data;
        this.port = port;
    }

    /** What can be killed; its name is that of its pid file. */
    enum Service {
        APPLICATION("application"),
        POSTGRES("postgres");

        private final String file;

        Service(String file) {
            this.file = file;
        }
    }

    /** Starts a copy without anything that an earlier one left in the folder. */
    static Copy start(Path root, Path data) throws IOException, InterruptedException {
        Copy copy = new Copy(root, data, freePorts());
        copy.run(List.of("infra/stop", "--data", data.toString()));
        deleteTree(data);
        Runtime.getRuntime().addShutdownHook(copy.stopAtExit);
        if (copy.run(List.of("infra/run", "--port", Integer.toString(copy.port), "--data", data.toString(), "--detach"))
                != 0) {
            throw new IllegalStateException("the copy did not start; logs in " + data.resolve("logs"));
        }
        return copy;
    }

    Rest rest() {
        return new Rest(URI.create("http://localhost:" + port), URI.create("http://localhost:" + (port + 1)));
    }

    /** The process of a service, if it runs just now. */
    Optional<ProcessHandle> process(Service service) {
        try {
            String pid = Files.readString(data.resolve(service.file + ".pid"))
                    .strip()
                    .split(" ", 2)[0];
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException betweenEndAndStart) {
            return Optional.empty();
        }
    }

    /**
     * {@code kill -9} for a service and all that it started.
     *
     * @return its pid
     */
    long kill(Service service) throws InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle process =
                process(service).orElseThrow(() -> new IllegalStateException(service + " does not run"));
        List<ProcessHandle> family;
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            family = descendants.toList();
        }
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().get(30, TimeUnit.SECONDS);
        return process.pid();
    }

    /** Waits until another process than the killed one serves. */
    void awaitAnother(Service service, long killed, long untilNanos) {
        while (process(service).filter(found -> found.pid() != killed).isEmpty()) {
            if (System.nanoTime() > untilNanos) {
                throw new IllegalStateException(
                        "%s was not started again; logs in %s".formatted(service, data.resolve("logs")));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private void stop() {
        try {
            run(List.of("infra/stop", "--data", data.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("the copy could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private static int freePorts() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(Copy::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}

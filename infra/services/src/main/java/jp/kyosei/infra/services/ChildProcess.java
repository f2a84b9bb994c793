package jp.kyosei.infra.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A process started by this JVM in a session of its own, so that Ctrl-C in a terminal reaches the JVM alone, which then
 * stops its children in order. Its pid and start time stand in a file: after a killed JVM the next start finds it.
 */
public final class ChildProcess {
    private static final long POLL_MILLIS = 100;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final ProcessHandle process;
    private final Path log;
    private final Path pidFile;

    private ChildProcess(String name, ProcessHandle process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    public static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Path pidFile) {
        List<String> line = new ArrayList<>();
        line.add("setsid");
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder.start();
            process.getOutputStream().close();
            Files.writeString(pidFile, "%d %s%n".formatted(process.pid(), startOf(process.toHandle())));
            return new ChildProcess(name, process.toHandle(), log, pidFile);
        } catch (IOException e) {
            throw new ServiceException("Cannot start " + name + ": " + String.join(" ", command), e);
        }
    }

    /** Stops the process that an earlier, killed JVM left behind, if there is one. */
    public static void stopLeftOver(String name, Path pidFile, Duration patience) {
        leftOver(pidFile).ifPresent(handle -> new ChildProcess(name, handle, pidFile, pidFile).stop(patience));
    }

    private static Optional<ProcessHandle> leftOver(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            String[] words = Files.readString(pidFile).strip().split(" ", -1);
            return words.length != 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(words[0]))
                            .filter(handle -> startOf(handle).equals(words[1]));
        } catch (IOException | NumberFormatException e) {
            throw new ServiceException("Cannot read " + pidFile, e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until {@code ready} holds, with {@link Patience}; a dead or a stuck process is stopped and its log's end shown. */
    public void await(BooleanSupplier ready) {
        Patience patience = new Patience(System.nanoTime());
        while (!ready.getAsBoolean()) {
            String reason = alive() ? patience.spentAt(System.nanoTime(), logLength(), work()) : "ended while starting";
            if (!reason.isEmpty()) {
                String lines = logEnd();
                stop(GRACE);
                throw new ServiceException("%s %s. The end of %s:%n%s".formatted(name, reason, log, lines));
            }
            pause();
        }
    }

    private long logLength() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new ServiceException("Cannot read " + log, e);
        }
    }

    /** Processor time of the process and all that it started, in nanoseconds. */
    private long work() {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            return Stream.concat(Stream.of(process), descendants)
                    .flatMap(handle -> handle.info().totalCpuDuration().stream())
                    .mapToLong(Duration::toNanos)
                    .sum();
        }
    }

    /** Asks the process to end, and after {@code patience} kills it with all that it started. */
    public void stop(Duration patience) {
        List<ProcessHandle> family;
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            family = descendants.toList();
        }
        process.destroy();
        if (!ends(patience)) {
            process.destroyForcibly();
            ends(Duration.ofSeconds(5));
        }
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new ServiceException("Cannot delete " + pidFile, e);
        }
    }

    private boolean ends(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    private String logEnd() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted", e);
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}

package jp.kyosei.infra.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;

/** Writers over many cells while the application and PostgreSQL are killed in turn and come back by themselves. */
public final class KillDrill {
    private static final int EDITS = 10_000;
    private static final int WRITERS = 8;
    private static final int KILLS = 20;
    private static final String USER = "secretariat";
    /** Beyond what the demonstration has anywhere, so that a value tells which write it was. */
    private static final long FIRST_VALUE = 1_000_000;

    private static final Set<String> OPEN = Set.of("NOT_STARTED", "DRAFT", "RETURNED");
    private static final long LONGEST_OUTAGE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Copy copy;
    private final Rest rest;
    private final DrillOptions options;
    private final Progress progress;
    private final Map<Copy.Service, List<Long>> outages = new EnumMap<>(Copy.Service.class);

    private KillDrill(Copy copy, Rest rest, DrillOptions options) {
        this.copy = copy;
        this.rest = rest;
        this.options = options;
        progress = new Progress(options.edits(), options.writers());
        for (Copy.Service service : Copy.Service.values()) {
            outages.put(service, new ArrayList<>());
        }
    }

    /** @param arguments the root of the project, the folder for the copy, options */
    public static void main(String[] arguments) throws Exception {
        DrillOptions options = DrillOptions.parse(List.of(arguments), EDITS, WRITERS, KILLS);
        int code;
        try (Copy copy = Copy.start(options.root(), options.data());
                Rest rest = copy.rest()) {
            code = new KillDrill(copy, rest, options).run();
        }
        System.exit(code);
    }

    private int run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        List<Cell> cells = openCells();
        System.out.printf(
                "kill: %,d writes by %d writers over %d cells, %d kills%n",
                options.edits(), options.writers(), cells.size(), options.kills());
        Map<Cell, Integer> before = new HashMap<>();
        for (Cell cell : cells) {
            before.put(cell, rest.history(USER, cell).size());
        }
        List<Writes> done = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(options.writers())) {
            List<Future<Writes>> writers = new ArrayList<>();
            for (int writer = 0; writer < options.writers(); writer++) {
                List<Cell> own = own(cells, writer);
                Callable<Writes> work = () -> {
                    try {
                        return write(own);
                    } finally {
                        progress.writerEnded();
                    }
                };
                writers.add(threads.submit(work));
            }
            kill(cells.getFirst());
            for (Future<Writes> writer : writers) {
                done.add(writer.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return conclude(cells, before, done, seconds);
    }

    /** The cells that the secretariat may fill now. */
    private List<Cell> openCells() throws IOException, InterruptedException {
        Rest.Answer board = rest.get(USER, "plans/%s/rounds/%d".formatted(Cell.PLAN, Cell.YEAR));
        List<Cell> cells = new ArrayList<>();
        for (JsonNode indicator : board.body().path("indicators")) {
            for (JsonNode task : indicator.path("tasks")) {
                if (OPEN.contains(task.path("state").asText())) {
                    cells.add(new Cell(
                            indicator.path("no").asText(),
                            task.path("municipality").asText()));
                }
            }
        }
        if (cells.size() < options.writers()) {
            throw new IllegalStateException(
                    "only %d cells are open (the board answers %d)".formatted(cells.size(), board.status()));
        }
        return cells;
    }

    private List<Cell> own(List<Cell> cells, int writer) {
        List<Cell> own = new ArrayList<>();
        for (int index = writer; index < cells.size(); index += options.writers()) {
            own.add(cells.get(index));
        }
        return own;
    }

    private Writes write(List<Cell> own) throws InterruptedException {
        Writes writes = new Writes();
        Map<Cell, String> versions = new HashMap<>();
        int turn = 0;
        for (long number = progress.next(); number > 0; number = progress.next()) {
            Cell cell = own.get(turn++ % own.size());
            String version = versions.get(cell);
            if (version == null) {
                version = read(cell).etag();
            }
            versions.put(cell, write(writes, cell, FIRST_VALUE + number, version));
        }
        return writes;
    }

    /** @return the version of the cell afterwards */
    private String write(Writes writes, Cell cell, long value, String version) throws InterruptedException {
        awaitToken();
        writes.sent();
        try {
            Rest.Answer answer = rest.put(USER, cell, value, version);
            if (answer.isOk()) {
                writes.acknowledged(cell, value);
                return answer.etag();
            }
            if (answer.status() == Rest.STALE) {
                Rest.Answer now = read(cell);
                writes.refused(cell, Rest.value(now));
                return now.etag();
            }
            writes.unanswered("status " + answer.status());
        } catch (IOException noAnswer) {
            writes.unanswered(noAnswer.getClass().getSimpleName());
        }
        Rest.Answer now = read(cell);
        if (Rest.value(now) == value) {
            writes.taken(cell, value);
        } else {
            writes.notTaken(value);
        }
        return now.etag();
    }

    /** A token first, so that a Keycloak without its database does not count as a write without an answer. */
    private void awaitToken() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_OUTAGE_NANOS;
        while (true) {
            try {
                rest.token(USER);
                return;
            } catch (IOException notNow) {
                pauseUntil(end);
            }
        }
    }

    private Rest.Answer read(Cell cell) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_OUTAGE_NANOS;
        while (true) {
            try {
                Rest.Answer answer = rest.get(USER, cell.path());
                if (answer.isOk()) {
                    return answer;
                }
            } catch (IOException notNow) {
                // Again below.
            }
            pauseUntil(end);
        }
    }

    private static void pauseUntil(long end) {
        if (System.nanoTime() > end) {
            throw new IllegalStateException("the product did not come back");
        }
        LockSupport.parkNanos(POLL_NANOS);
    }

    /** Each kill at a random moment of the work, the next one when the product has come back from the last. */
    private void kill(Cell probed) throws InterruptedException, ExecutionException, TimeoutException {
        List<Long> moments = new ArrayList<>();
        new Random()
                .longs(options.kills(), 1, Math.max(2, options.edits() * 49L / 50))
                .forEach(moments::add);
        Collections.sort(moments);
        Copy.Service[] services = Copy.Service.values();
        for (int index = 0; index < moments.size(); index++) {
            Copy.Service service = services[index % services.length];
            progress.await(moments.get(index));
            long start = System.nanoTime();
            long killed = copy.kill(service);
            copy.awaitAnother(service, killed, start + LONGEST_OUTAGE_NANOS);
            read(probed);
            long millis = (System.nanoTime() - start) / 1_000_000;
            outages.getOrDefault(service, new ArrayList<>()).add(millis);
            System.out.printf(
                    "kill %d at write %,d: %s, ready again after %.1f s%n",
                    index + 1, moments.get(index), service, millis / 1e3);
        }
    }

    private int conclude(List<Cell> cells, Map<Cell, Integer> before, List<Writes> done, double seconds)
            throws IOException, InterruptedException {
        Findings findings = new Findings();
        int lost = 0;
        int doubled = 0;
        int unexplained = 0;
        for (int index = 0; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            Writes writes = done.get(index % options.writers());
            List<Rest.Entry> history = rest.history(USER, cell);
            findings.checkChain(cell, history);
            List<Long> found = history.stream()
                    .skip(before.getOrDefault(cell, 0))
                    .map(Rest.Entry::value)
                    .toList();
            List<Long> expected = writes.stored(cell);
            for (long value : expected) {
                if (!found.contains(value)) {
                    lost++;
                    findings.check(
                            false,
                            "%s: %d was %s and is not in the history."
                                    .formatted(
                                            cell,
                                            value,
                                            writes.isAcknowledged(value) ? "acknowledged" : "read in the cell"));
                }
            }
            doubled += found.size() - (int) found.stream().distinct().count();
            for (long value : found) {
                if (!expected.contains(value)) {
                    unexplained++;
                    findings.check(false, "%s: %d is in the history, but nobody was told so.".formatted(cell, value));
                }
            }
            findings.check(
                    found.equals(expected),
                    "%s: the history has %s, but %s was entered.".formatted(cell, found, expected));
            Rest.Answer last = read(cell);
            findings.check(
                    history.isEmpty() || Rest.value(last) == history.getLast().value(),
                    "%s shows %d, but the history ends with %s."
                            .formatted(
                                    cell,
                                    Rest.value(last),
                                    history.isEmpty()
                                            ? "nothing"
                                            : history.getLast().after()));
        }
        findings.check(doubled == 0, "%d writes are in the history twice.".formatted(doubled));
        print(done, seconds, lost, doubled, unexplained);
        findings.check(
                sum(done, Writes::sentCount) == options.edits(),
                "%d writes were sent, not %d.".formatted(sum(done, Writes::sentCount), options.edits()));
        return findings.conclude();
    }

    private void print(List<Writes> done, double seconds, int lost, int doubled, int unexplained) {
        int taken = sum(done, Writes::takenCount);
        int late = sum(done, Writes::lateCount);
        int notTaken = sum(done, Writes::notTakenCount);
        System.out.printf(
                "writes sent %,d in %.0f s: acknowledged %,d, without an answer %,d (of these found taken %,d, not taken %,d, taken after that was read %,d), refused as too late %,d%n",
                sum(done, Writes::sentCount),
                seconds,
                sum(done, Writes::acknowledgedCount),
                taken + notTaken + late,
                taken,
                notTaken,
                late,
                sum(done, Writes::refusedCount));
        Map<String, Integer> unanswered = new TreeMap<>();
        done.forEach(writes ->
                writes.unansweredCounts().forEach((how, count) -> unanswered.merge(how, count, Integer::sum)));
        System.out.println("without an answer, by what came instead: " + unanswered);
        outages.forEach((service, times) -> {
            List<Long> sorted = times.stream().sorted().toList();
            System.out.printf(
                    "%s: killed %d times, started again %d times%s%n",
                    service,
                    sorted.size(),
                    sorted.size(),
                    sorted.isEmpty()
                            ? ""
                            : ", ready after p50 %.1f s, max %.1f s"
                                    .formatted(sorted.get((sorted.size() - 1) / 2) / 1e3, sorted.getLast() / 1e3));
        });
        System.out.printf("lost %d, doubled %d, in the history unexplained %d%n", lost, doubled, unexplained);
    }

    private static int sum(List<Writes> done, ToIntFunction<Writes> count) {
        return done.stream().mapToInt(count).sum();
    }
}

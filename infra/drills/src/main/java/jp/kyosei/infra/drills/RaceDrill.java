package jp.kyosei.infra.drills;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many writers on one cell: each reads the version and writes from it, and who comes second is told. */
public final class RaceDrill {
    private static final int EDITS = 2_000;
    private static final int WRITERS = 50;
    /** Beyond what the demonstration has anywhere, so that a value tells who wrote it. */
    private static final long FIRST_VALUE = 1_000_000;

    private static final Cell CELL = new Cell("15", "034029");
    private static final List<String> USERS = List.of("secretariat", "hiraizumi");

    private final Rest rest;
    private final DrillOptions options;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * One edit.
     *
     * @param from the version it began from
     * @param told the version that the answer names
     */
    private record Sent(long value, String from, int status, String told) {}

    private RaceDrill(Rest rest, DrillOptions options) {
        this.rest = rest;
        this.options = options;
    }

    /** @param arguments the root of the project, the folder for the copy, options */
    public static void main(String[] arguments) throws Exception {
        DrillOptions options = DrillOptions.parse(List.of(arguments), EDITS, WRITERS, 0);
        int code;
        try (Copy copy = Copy.start(options.root(), options.data());
                Rest rest = copy.rest()) {
            code = new RaceDrill(rest, options).run();
        }
        System.exit(code);
    }

    private int run() throws IOException, InterruptedException, ExecutionException {
        System.out.printf(
                "race: %d writers, %,d edits of the cell %s by %s%n",
                options.writers(), options.edits(), CELL, String.join(" and ", USERS));
        int before = rest.history(USERS.getFirst(), CELL).size();
        long start = System.nanoTime();
        List<Sent> sent = write();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Rest.Entry> history = rest.history(USERS.getFirst(), CELL);
        Rest.Answer atLast = rest.get(USERS.getFirst(), CELL.path());

        List<Sent> accepted = withStatus(sent, Rest.OK);
        List<Sent> conflicts = withStatus(sent, Rest.STALE);
        Map<Integer, Long> others = sent.stream()
                .filter(edit -> edit.status() != Rest.OK && edit.status() != Rest.STALE)
                .collect(Collectors.groupingBy(Sent::status, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "sent %,d in %.1f s (%.0f/s): accepted (200) %,d, told of the conflict (412) %,d, other %s%n",
                sent.size(),
                seconds,
                sent.size() / seconds,
                accepted.size(),
                conflicts.size(),
                others.isEmpty() ? "0" : others);
        System.out.printf(
                "history: %,d new entries; versions that two accepted edits began from: %,d%n",
                history.size() - before,
                accepted.size() - accepted.stream().map(Sent::from).distinct().count());
        return check(sent, accepted, conflicts, history, before, atLast);
    }

    private List<Sent> write() throws InterruptedException, ExecutionException {
        List<Sent> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(options.writers())) {
            List<Future<List<Sent>>> writers = new ArrayList<>();
            for (int writer = 0; writer < options.writers(); writer++) {
                String user = USERS.get(writer % USERS.size());
                Callable<List<Sent>> work = () -> writeAs(user);
                writers.add(threads.submit(work));
            }
            for (Future<List<Sent>> writer : writers) {
                sent.addAll(writer.get());
            }
        }
        return sent;
    }

    private List<Sent> writeAs(String user) throws IOException, InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (int edit = next.incrementAndGet(); edit <= options.edits(); edit = next.incrementAndGet()) {
            Rest.Answer now = rest.get(user, CELL.path());
            if (!now.isOk()) {
                throw new IllegalStateException("reading the cell answers %d".formatted(now.status()));
            }
            long value = FIRST_VALUE + edit;
            Rest.Answer answer = rest.put(user, CELL, value, now.etag());
            sent.add(new Sent(value, now.etag(), answer.status(), answer.etag()));
        }
        return sent;
    }

    private int check(
            List<Sent> sent,
            List<Sent> accepted,
            List<Sent> conflicts,
            List<Rest.Entry> history,
            int before,
            Rest.Answer atLast) {
        Findings findings = new Findings();
        findings.check(
                sent.size() == options.edits() && accepted.size() + conflicts.size() == sent.size(),
                "%d edits were sent, but %d accepted and %d told of the conflict."
                        .formatted(sent.size(), accepted.size(), conflicts.size()));
        findings.check(!accepted.isEmpty(), "No edit was accepted.");
        Map<Long, Long> times = history.stream()
                .map(Rest.Entry::value)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (Sent edit : accepted) {
            long found = times.getOrDefault(edit.value(), 0L);
            findings.check(
                    found == 1,
                    "%d was accepted and is in the history %d times, not once.".formatted(edit.value(), found));
        }
        for (Sent edit : conflicts) {
            findings.check(
                    !times.containsKey(edit.value()),
                    "%d was refused as too late and is in the history all the same.".formatted(edit.value()));
            findings.check(
                    !edit.told().isEmpty() && !edit.told().equals(edit.from()),
                    "%d was refused from version %s, but the answer does not name another one (%s)."
                            .formatted(edit.value(), edit.from(), edit.told()));
        }
        Set<String> begunFrom = new HashSet<>();
        for (Sent edit : accepted) {
            findings.check(
                    begunFrom.add(edit.from()),
                    "%d was accepted from version %s, as another edit was: that one is overwritten unseen."
                            .formatted(edit.value(), edit.from()));
        }
        findings.check(
                history.size() - before == accepted.size(),
                "The history has %d new entries, but %d edits were accepted."
                        .formatted(history.size() - before, accepted.size()));
        findings.checkChain(CELL, history);
        long last = history.isEmpty() ? -1 : history.getLast().value();
        findings.check(
                atLast.isOk() && Rest.value(atLast) == last,
                "The cell shows %d, but the last entry of the history is %d.".formatted(Rest.value(atLast), last));
        return findings.conclude();
    }

    private static List<Sent> withStatus(List<Sent> sent, int status) {
        return sent.stream().filter(edit -> edit.status() == status).toList();
    }
}

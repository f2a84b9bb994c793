package jp.kyosei.infra.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.PostgresServer;
import jp.kyosei.infra.services.Secrets;

/**
 * Measures what a results sheet costs at a small and at the nation's scale, beside the floor: the same rows by hand.
 * All figures of a run come from one JVM and one server, product and floor taking turns.
 */
public final class Bench {
    private static final int SMALL = 3;
    private static final int NATION = 1_741;
    private static final int PLANS_MEASURED = 200;
    private static final int[] CONCURRENCIES = {1, 8, 32};
    private static final int ROUNDS = 10;
    private static final int CALLS_PER_ROUND = 64;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int MORE_WARM_UP_ROUNDS = 2;
    private static final String ENTRY = "entry";
    private static final String OPEN = "open";
    private static final String PAPERS = "papers";
    private static final String FILES = "files";
    private static final String OWNERS = "owners";
    private static final String PRODUCT = "results";
    private static final String JOINED = "floor";
    private static final String FIGURES = "floor, actuals only";

    private final List<Scale> scales;
    private final Map<Scale, List<Plan>> plans = new LinkedHashMap<>();
    private final Map<String, Latencies> measured = new LinkedHashMap<>();

    private record Plan(int owner, Actor actor, UUID version) {}

    private Bench(List<Scale> scales) {
        this.scales = scales;
        scales.forEach(scale -> plans.put(scale, chosen(scale)));
    }

    /** @param arguments the folder that keeps the server's data between runs; then {@value #ENTRY}, {@value #OPEN}, {@value #PAPERS}, {@value #FILES} or {@value #OWNERS} for that alone */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        boolean onlyEntry = arguments.length > 1 && arguments[1].equals(ENTRY);
        try (PostgresServer server = PostgresServer.durable(
                folder.resolve("postgres"), freePort(), Secrets.forTests(), folder.resolve("postgres.log"))) {
            if (arguments.length > 1 && arguments[1].equals(OPEN)) {
                new OpenBench(server).run();
                return;
            }
            if (arguments.length > 1 && arguments[1].equals(PAPERS)) {
                new PapersBench(server).run();
                return;
            }
            if (arguments.length > 1 && arguments[1].equals(OWNERS)) {
                new OwnersBench(server).run();
                return;
            }
            boolean onlyFiles = arguments.length > 1 && arguments[1].equals(FILES);
            if (!onlyEntry && !onlyFiles) {
                results(server);
            }
            if (!onlyEntry) {
                server.drop(Scale.databaseOf(FILES));
                try (Scale scale = new Scale(server, FILES, SMALL)) {
                    new FilesBench(scale).run();
                }
            }
            if (onlyFiles) {
                return;
            }
            // Anew each time: entries make the tables longer.
            server.drop(Scale.databaseOf(ENTRY));
            try (Scale scale = new Scale(server, ENTRY, SMALL)) {
                new EntryBench(scale).run();
            }
        }
    }

    private static void results(PostgresServer server) throws InterruptedException, ExecutionException {
        try (Scale small = new Scale(server, "small", SMALL);
                Scale nation = new Scale(server, "nation", NATION)) {
            Bench bench = new Bench(List.of(small, nation));
            bench.printStatements();
            bench.run();
            bench.print();
        }
    }

    private static List<Plan> chosen(Scale scale) {
        List<Plan> chosen = new ArrayList<>();
        new Random(2026)
                .ints(1, scale.owners() + 1)
                .distinct()
                .limit(Math.min(PLANS_MEASURED, scale.owners()))
                .forEach(owner -> {
                    ResultsSheet sheet = scale.results(owner);
                    Plan plan = new Plan(
                            owner,
                            scale.actor(owner),
                            sheet.content().version().id().value());
                    check(scale, plan, sheet);
                    chosen.add(plan);
                });
        return chosen;
    }

    /** Product and floor must read the same rows, or the comparison means nothing. */
    private static void check(Scale scale, Plan plan, ResultsSheet sheet) {
        int rows = Scale.INDICATORS * Scale.YEARS;
        long shown = sheet.rows().stream()
                .flatMap(row -> row.figures().stream())
                .filter(figure -> figure.observation() != null)
                .count();
        if (shown != rows
                || scale.floor().joined(plan.actor(), plan.version()).size() != rows
                || scale.floor().figures(plan.actor(), plan.version()).size() != rows) {
            throw new IllegalStateException("owner %d has not %d figures".formatted(plan.owner(), rows));
        }
    }

    private void printStatements() {
        for (Scale scale : scales) {
            Plan plan = plans(scale).getFirst();
            // A connection that lay idle is tested when it is next taken; this is not what a call costs.
            scale.results(plan.owner());
            System.out.printf(
                    "%s: results %s; floor %s%n",
                    scale.name(),
                    StatementCounter.count(() -> scale.results(plan.owner()), 2),
                    StatementCounter.count(() -> scale.floor().joined(plan.actor(), plan.version()), 1));
        }
    }

    private void run() throws InterruptedException, ExecutionException {
        for (int concurrency : CONCURRENCIES) {
            int warmUp = measured.isEmpty() ? WARM_UP_ROUNDS : MORE_WARM_UP_ROUNDS;
            for (int round = -warmUp; round < ROUNDS; round++) {
                for (Scale scale : scales) {
                    List<Plan> candidates = plans(scale);
                    int first = (warmUp + round) * CALLS_PER_ROUND;
                    measure(round, scale, PRODUCT, concurrency, call -> {
                        Plan plan = candidates.get((first + call) % candidates.size());
                        scale.results(plan.owner());
                    });
                    measure(round, scale, JOINED, concurrency, call -> {
                        Plan plan = candidates.get((first + call) % candidates.size());
                        scale.floor().joined(plan.actor(), plan.version());
                    });
                    measure(round, scale, FIGURES, concurrency, call -> {
                        Plan plan = candidates.get((first + call) % candidates.size());
                        scale.floor().figures(plan.actor(), plan.version());
                    });
                }
            }
        }
    }

    private void measure(int round, Scale scale, String what, int concurrency, IntConsumer call)
            throws InterruptedException, ExecutionException {
        Workers.run(concurrency, CALLS_PER_ROUND, call, (nanos, wall) -> {
            if (round >= 0) {
                measured.computeIfAbsent(key(scale, what, concurrency), key -> new Latencies(ROUNDS * CALLS_PER_ROUND))
                        .add(nanos, wall);
            }
        });
    }

    private List<Plan> plans(Scale scale) {
        return plans.getOrDefault(scale, List.of());
    }

    private Latencies found(Scale scale, String what, int concurrency) {
        Latencies found = measured.get(key(scale, what, concurrency));
        if (found == null) {
            throw new IllegalStateException("not measured");
        }
        return found;
    }

    private void print() {
        System.out.printf(
                "%d processors, %d calls a cell%n",
                Runtime.getRuntime().availableProcessors(), ROUNDS * CALLS_PER_ROUND);
        System.out.println(
                "| scale | clients | what | p50 ms | p95 ms | p99 ms | calls/s | p50 / floor | nation / small |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int concurrency : CONCURRENCIES) {
            for (Scale scale : scales) {
                double floor = found(scale, JOINED, concurrency).percentile(50);
                for (String what : List.of(PRODUCT, JOINED, FIGURES)) {
                    Latencies cell = found(scale, what, concurrency);
                    double small = found(scales.getFirst(), what, concurrency).percentile(50);
                    System.out.printf(
                            "| %s | %d | %s | %.2f | %.2f | %.2f | %.0f | %.2f | %s |%n",
                            scale.name(),
                            concurrency,
                            what,
                            cell.percentile(50),
                            cell.percentile(95),
                            cell.percentile(99),
                            cell.perSecond(),
                            cell.percentile(50) / floor,
                            scale.equals(scales.getFirst()) ? "" : "%.2f".formatted(cell.percentile(50) / small));
                }
            }
        }
    }

    private static String key(Scale scale, String what, int concurrency) {
        return scale.name() + "/" + what + "/" + concurrency;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

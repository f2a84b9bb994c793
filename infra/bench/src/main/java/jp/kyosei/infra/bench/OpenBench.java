package jp.kyosei.infra.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishingService;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.PostgresServer;

/**
 * Measures what everybody without a login waits for: pages and files of a published year of 200 indicators, over HTTP.
 * Requests come at their times whether or not earlier ones are answered, and each is counted from the time at which it
 * should have come. Then the same with PostgreSQL stopped, and as fast as 32 clients can ask.
 */
final class OpenBench {
    private static final int INDICATORS = 200;
    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2023;
    private static final int PER_SECOND = 300;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 10;
    private static final int CLIENTS = 32;
    private static final int CALLS_AT_MOST = 20_000;
    private static final String OWNER_SUBJECT = "00000000-0000-4000-8000-000000000008";
    private static final String PLAN = "daisen-open";
    private static final String YEAR = "/open/plans/%s/%d".formatted(PLAN, LAST_YEAR);
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put("page of the year", YEAR);
        PATHS.put("page of an indicator", YEAR + "/indicators/100");
        PATHS.put("JSON", YEAR + "/results.json");
        PATHS.put("CSV", YEAR + "/results.csv");
    }

    private final PostgresServer postgres;
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** @param postgres is stopped in the end */
    OpenBench(PostgresServer postgres) {
        this.postgres = postgres;
        postgres.drop("bench_open");
        server = ApplicationContext.run(EmbeddedServer.class, settings(postgres.provision("bench_open")));
        Actor secretariat = bean(IdentityService.class).actorOf(OWNER_SUBJECT).orElseThrow();
        bean(PlanImportService.class).apply(secretariat, plan());
        long start = System.nanoTime();
        bean(PublishingService.class)
                .publish(
                        secretariat,
                        PLAN,
                        new PublishOrder(new FiscalYear(LAST_YEAR), true, true, Licence.CC_BY_4_0),
                        PublishingService.ANY_VERSION);
        bean(OpenShelf.class).refresh();
        long published = System.nanoTime();
        bean(OpenShelf.class).at(YEAR.substring("/open/".length()));
        System.out.printf(
                "%d indicators, %d years: published in %.0f ms, all pages rendered in %.0f ms (cold JVM)%n",
                INDICATORS,
                LAST_YEAR - FIRST_YEAR + 1,
                (published - start) / 1e6,
                (System.nanoTime() - published) / 1e6);
    }

    void run() throws InterruptedException, ExecutionException {
        try (server;
                client) {
            printSizes();
            atRate(WARM_UP_SECONDS);
            System.out.printf(
                    "%d processors, %d requests/s for %d s in turn over four addresses, client in the same JVM%n",
                    Runtime.getRuntime().availableProcessors(), PER_SECOND, SECONDS);
            System.out.println("| load | what | p50 ms | p95 ms | p99 ms | requests | errors |");
            System.out.println("|---|---|---|---|---|---|---|");
            print("%d/s".formatted(PER_SECOND), atRate(SECONDS));
            printMemory();
            postgres.close();
            print("%d/s, PostgreSQL stopped".formatted(PER_SECOND), atRate(SECONDS));
            atMost();
            printMemory();
        }
    }

    private static final class Answers {
        private final List<Long> nanos = new ArrayList<>();
        private final AtomicInteger errors = new AtomicInteger();

        synchronized void add(long took) {
            nanos.add(took);
        }

        synchronized double percentile(int percent) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)) / 1e6;
        }

        synchronized int count() {
            return nanos.size();
        }
    }

    /** Open loop: nobody waits for anybody. */
    private Map<String, Answers> atRate(int seconds) {
        Map<String, Answers> found = new LinkedHashMap<>();
        PATHS.keySet().forEach(what -> found.put(what, new Answers()));
        List<Map.Entry<String, String>> paths = List.copyOf(PATHS.entrySet());
        List<CompletableFuture<?>> underWay = new ArrayList<>();
        long begin = System.nanoTime();
        for (int call = 0; call < seconds * PER_SECOND; call++) {
            long intended = begin + call * (1_000_000_000L / PER_SECOND);
            for (long rest = intended - System.nanoTime(); rest > 0; rest = intended - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            Map.Entry<String, String> path = paths.get(call % paths.size());
            Answers answers = found.getOrDefault(path.getKey(), new Answers());
            underWay.add(client.sendAsync(request(path.getValue()), HttpResponse.BodyHandlers.ofByteArray())
                    .whenComplete((answer, failure) -> {
                        answers.add(System.nanoTime() - intended);
                        if (failure != null || answer.statusCode() != 200) {
                            answers.errors.incrementAndGet();
                        }
                    })
                    .exceptionally(failure -> null));
        }
        underWay.forEach(CompletableFuture::join);
        return found;
    }

    private void atMost() throws InterruptedException, ExecutionException {
        List<String> paths = List.copyOf(PATHS.values());
        Workers.run(CLIENTS, CALLS_AT_MOST, call -> get(paths.get(call % paths.size())), (nanos, wall) -> {
            Latencies times = new Latencies(CALLS_AT_MOST);
            times.add(nanos, wall);
            System.out.printf(
                    "%d clients without pause: %.0f requests/s, p50 %.2f, p95 %.2f, p99 %.2f ms%n",
                    CLIENTS, times.perSecond(), times.percentile(50), times.percentile(95), times.percentile(99));
        });
    }

    private static void print(String load, Map<String, Answers> found) {
        found.forEach((what, answers) -> System.out.printf(
                "| %s | %s | %.2f | %.2f | %.2f | %d | %d |%n",
                load,
                what,
                answers.percentile(50),
                answers.percentile(95),
                answers.percentile(99),
                answers.count(),
                answers.errors.get()));
    }

    private void printSizes() {
        PATHS.forEach((what, path) -> System.out.printf("%s: %,d bytes compressed%n", what, get(path).length));
    }

    private static void printMemory() {
        System.gc();
        System.out.printf(
                "heap in use after collection: %d MB (server, client and figures of this run)%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_048_576);
    }

    private byte[] get(String path) {
        try {
            HttpResponse<byte[]> answer = client.send(request(path), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
                .header("Accept-Encoding", "gzip")
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    static Map<String, Object> settings(Database database) {
        Map<String, Object> settings = new LinkedHashMap<>(Scale.settings(database));
        settings.put("kyosei.demonstration", "true");
        settings.put("micronaut.server.port", -1);
        return settings;
    }

    private static PlanDocument plan() {
        return new PlanDocument(
                "daisen",
                PLAN,
                "%d の指標を持つ計画".formatted(INDICATORS),
                PlanKind.BASIC_PLAN,
                FIRST_YEAR,
                LAST_YEAR + 1,
                List.of("分野"),
                List.of(new PlanDocument.VersionEntry(1, "策定", LocalDate.of(FIRST_YEAR, 3, 31))),
                List.of(new PlanDocument.SectionEntry("1", null, "分野", "")),
                List.of(),
                IntStream.rangeClosed(1, INDICATORS)
                        .mapToObj(OpenBench::indicator)
                        .toList());
    }

    private static PlanDocument.IndicatorEntry indicator(int no) {
        return new PlanDocument.IndicatorEntry(
                Integer.toString(no),
                IndicatorKind.KPI,
                "1",
                "地域の取組の成果をあらわす指標 %d".formatted(no),
                "一年の間に数えたものの合計です。",
                "人",
                0,
                ChangeDigits.OWN,
                false,
                Direction.HIGHER,
                false,
                null,
                new PlanDocument.BaselineEntry(
                        PlanDocument.BaselineKind.MEASURED, BigDecimal.TEN, FIRST_YEAR - 1, null),
                List.of(new PlanDocument.TargetEntry(LAST_YEAR + 1, BigDecimal.valueOf(100))),
                null,
                Consolidation.SINGLE,
                List.of(new PlanDocument.ReporterEntry("052124", null)),
                "",
                IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                        .mapToObj(year -> new PlanDocument.ActualEntry(
                                year, "052124", BigDecimal.valueOf(year - 1990L + no), null, null, null, null, null))
                        .toList(),
                List.of(),
                List.of());
    }
}

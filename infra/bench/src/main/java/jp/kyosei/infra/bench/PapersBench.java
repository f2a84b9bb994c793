package jp.kyosei.infra.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.load.BusyException;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.PostgresServer;

/**
 * Measures how long others wait while thirty people ask for a PDF at the same moment: a public page over HTTP and a results
 * sheet, each ten times a second from a virtual thread of its own, counted from the time at which it should have come.
 */
final class PapersBench {
    private static final int PAPERS = 30;
    private static final int PER_SECOND = 10;
    private static final int LEAST_SECONDS = 10;
    private static final long SECOND = 1_000_000_000;
    private static final FiscalYear YEAR = new FiscalYear(2022);
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";

    /** Subjects of the demonstration who may read the vision. */
    private static final List<String> READERS = List.of(
            "00000000-0000-4000-8000-000000000001",
            "00000000-0000-4000-8000-000000000002",
            "00000000-0000-4000-8000-000000000003");

    private final PostgresServer postgres;

    PapersBench(PostgresServer postgres) {
        this.postgres = postgres;
    }

    void run() throws InterruptedException, ExecutionException {
        System.out.printf(
                "%d processors, %d PDFs of %s at once, others %d a second each%n",
                Runtime.getRuntime().availableProcessors(), PAPERS, VISION, PER_SECOND);
        System.out.println(
                "| papers at once | what others do | p50 ms | p95 ms | p99 ms | last PDF after s | PDFs refused |");
        System.out.println("|---|---|---|---|---|---|---|");
        measure("half of the processors", 0);
        measure("all", PAPERS);
    }

    private void measure(String what, int atOnce) throws InterruptedException, ExecutionException {
        String database = "bench_papers";
        postgres.drop(database);
        Map<String, Object> settings = new LinkedHashMap<>(OpenBench.settings(postgres.provision(database)));
        settings.put("kyosei.expensive-work.at-once", atOnce);
        try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings);
                HttpClient client = HttpClient.newHttpClient()) {
            ApplicationContext beans = server.getApplicationContext();
            List<Actor> readers = READERS.stream()
                    .map(subject -> beans.getBean(IdentityService.class)
                            .actorOf(subject)
                            .orElseThrow())
                    .toList();
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/open/"))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            Callable<Object> reading = () -> client.send(page, HttpResponse.BodyHandlers.ofByteArray());
            Callable<Object> results =
                    () -> beans.getBean(ResultsService.class).results(readers.getFirst(), VISION, YEAR);
            for (int round = 0; round < PAPERS; round++) {
                call(reading);
                call(results);
            }
            paper(beans, readers.getFirst());

            long begin = System.nanoTime();
            List<FutureTask<Boolean>> papers = new ArrayList<>();
            for (int paper = 0; paper < PAPERS; paper++) {
                Actor reader = readers.get(paper % readers.size());
                papers.add(begun(() -> paper(beans, reader)));
            }
            FutureTask<List<Long>> pages = begun(() -> steadily(reading, papers));
            FutureTask<List<Long>> sheets = begun(() -> steadily(results, papers));
            int refused = 0;
            for (FutureTask<Boolean> paper : papers) {
                refused += paper.get() ? 0 : 1;
            }
            double last = (System.nanoTime() - begin) / 1e9;
            print(what, "page of /open", pages.get(), last, refused);
            print(what, "results sheet", sheets.get(), last, refused);
        }
    }

    private static boolean paper(ApplicationContext beans, Actor reader) {
        try {
            return beans.getBean(ReportService.class)
                            .report(reader, VISION, ReportKind.RESULTS, ReportFormat.PDF, YEAR)
                            .bytes()
                            .length
                    > 0;
        } catch (BusyException refused) {
            return false;
        }
    }

    /** Until all papers are made, at least ten seconds. */
    private static List<Long> steadily(Callable<Object> call, List<FutureTask<Boolean>> papers)
            throws InterruptedException, ExecutionException {
        List<FutureTask<Long>> calls = new ArrayList<>();
        long begin = System.nanoTime();
        for (int number = 0;
                number < LEAST_SECONDS * PER_SECOND || !papers.stream().allMatch(FutureTask::isDone);
                number++) {
            long intended = begin + number * (SECOND / PER_SECOND);
            for (long rest = intended - System.nanoTime(); rest > 0; rest = intended - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            calls.add(begun(() -> {
                call(call);
                return System.nanoTime() - intended;
            }));
        }
        List<Long> nanos = new ArrayList<>();
        for (FutureTask<Long> one : calls) {
            nanos.add(one.get());
        }
        return nanos;
    }

    private static void call(Callable<Object> call) {
        try {
            call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> FutureTask<T> begun(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static void print(String papers, String what, List<Long> nanos, double last, int refused) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "| %s | %s | %.0f | %.0f | %.0f | %.1f | %d |%n",
                papers, what, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99), last, refused);
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)) / 1e6;
    }
}

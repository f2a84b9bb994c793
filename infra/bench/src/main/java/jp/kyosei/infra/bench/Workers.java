package jp.kyosei.infra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Concurrent clients that share out a number of calls. */
final class Workers {
    private Workers() {}

    /** Is told how long each call took, and all of them together. */
    interface Clock {
        void took(long[] nanos, long wall);
    }

    /** @param call is given 0, 1, 2 … up to the number of calls, each once */
    static void run(int clients, int calls, IntConsumer call, Clock clock)
            throws InterruptedException, ExecutionException {
        long[] times = new long[calls];
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int index = next.getAndIncrement(); index < times.length; index = next.getAndIncrement()) {
                long start = System.nanoTime();
                call.accept(index);
                times[index] = System.nanoTime() - start;
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            List<Future<Void>> done = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                done.add(threads.submit(worker));
            }
            for (Future<Void> one : done) {
                one.get();
            }
            long wall = System.nanoTime() - start;
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
            clock.took(times, wall);
        }
    }
}

package jp.kyosei.infra.bench;

import java.util.Arrays;

/** The times of the calls of one cell of the table, and how long they took together. */
final class Latencies {
    private final long[] nanos;
    private int count;
    private long elapsed;

    Latencies(int calls) {
        nanos = new long[calls];
    }

    synchronized void add(long[] times, long wall) {
        System.arraycopy(times, 0, nanos, count, times.length);
        count += times.length;
        elapsed += wall;
    }

    /** Nearest rank, in milliseconds. */
    double percentile(int percent) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (count * percent + 99) / 100 - 1)] / 1e6;
    }

    double perSecond() {
        return count * 1e9 / elapsed;
    }
}

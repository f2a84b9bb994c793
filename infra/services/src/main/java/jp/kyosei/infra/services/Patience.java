package jp.kyosei.infra.services;

import java.time.Duration;

/**
 * How long a starting process is waited for: as long as it gets on. Five copies started at once on two cores each take
 * many times as long as one, and none of them hangs. A process gets on while it writes to its log or uses the processor;
 * one that does neither for {@link #STANDSTILL} is given up, and so is one that is not ready after {@link #LIMIT}.
 */
final class Patience {
    static final Duration STANDSTILL = Duration.ofSeconds(90);
    static final Duration LIMIT = Duration.ofMinutes(30);

    /** An idle JVM that is asked for its health ten times a second uses less than this in {@link #STANDSTILL}. */
    static final Duration WORK = Duration.ofSeconds(10);

    private final long start;
    private long lastProgress;
    private long logAtProgress;
    private long workAtProgress;

    /** @param now in nanoseconds, as {@code System.nanoTime()} tells it */
    Patience(long now) {
        this.start = now;
        this.lastProgress = now;
    }

    /**
     * Why the process is given up, or an empty text while it is worth waiting for.
     *
     * @param now nanoseconds of the same clock as at the start
     * @param logLength bytes of its log so far
     * @param work processor time that it has used so far, in nanoseconds; 0 where the machine does not tell
     */
    String spentAt(long now, long logLength, long work) {
        if (logLength != logAtProgress || work - workAtProgress >= WORK.toNanos()) {
            lastProgress = now;
            logAtProgress = logLength;
            workAtProgress = work;
        }
        if (now - start > LIMIT.toNanos()) {
            return "was not ready within " + LIMIT.toMinutes() + " min";
        }
        if (now - lastProgress > STANDSTILL.toNanos()) {
            return "has stood still for " + STANDSTILL.toSeconds() + " s";
        }
        return "";
    }
}

package jp.kyosei.infra.services;

import java.time.Duration;

/** How long to wait before a service that died is started again: 1 s, twice as long each time, at most a minute. */
final class Restarts {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration STABLE = Duration.ofMinutes(5);

    private Duration next = FIRST;
    private long lastNanos;
    private boolean happened;

    /** The wait before the restart that is due now. */
    Duration due(long nowNanos) {
        if (happened && nowNanos - lastNanos > STABLE.toNanos()) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        lastNanos = nowNanos;
        happened = true;
        return wait;
    }
}

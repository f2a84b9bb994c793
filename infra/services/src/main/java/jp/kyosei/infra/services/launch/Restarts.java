package jp.kyosei.infra.services.launch;

import java.time.Duration;

/**
 * How long to wait before a service that died is started again: 1 s, and twice as long each time, at most a minute, while
 * it keeps dying before it has served for as long as it was waited for. So what serves is back at once, and what cannot
 * start is not tried every second.
 */
final class Restarts {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;
    private Duration last = Duration.ZERO;
    private long servesSinceNanos;
    private boolean serves;

    /** The service answers, as far as is known from now on. */
    void serves(long nowNanos) {
        servesSinceNanos = nowNanos;
        serves = true;
    }

    /** Whether it has answered since it was last started. */
    boolean hasServed() {
        return serves;
    }

    /** The service has ended: the wait before the restart that is due now. */
    Duration due(long nowNanos) {
        if (serves && nowNanos - servesSinceNanos >= last.toNanos()) {
            next = FIRST;
        }
        serves = false;
        last = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return last;
    }
}

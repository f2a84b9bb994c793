package jp.kyosei.backend.load;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each of many callers may call. Who has not called for long is forgotten first; by then a bucket is full again or
 * nearly so.
 */
final class CallLimit {
    private static final int MOST_CALLERS = 50_000;

    private final long atOnce;
    private final long perSecond;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /**
     * @param atOnce calls that may come together
     * @param perSecond calls that are granted again each second; 0 for no limit
     */
    CallLimit(long atOnce, long perSecond) {
        this.atOnce = atOnce;
        this.perSecond = perSecond;
    }

    /** Counts a call; if it is one too many, says when the next may come. */
    Optional<Duration> count(String caller) {
        if (perSecond <= 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    int callers() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, one -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build());
        }
    }
}

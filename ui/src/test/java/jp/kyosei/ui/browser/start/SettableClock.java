package jp.kyosei.ui.browser.start;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import jp.kyosei.backend.clock.JapanTime;

/** A clock that goes on from whatever time it was set to. */
@Singleton
@Replaces(Clock.class)
@Requires(property = SettableClock.WANTED, value = "true")
final class SettableClock extends Clock {
    static final String WANTED = "kyosei.test.settable-clock";

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void set(LocalDateTime time) {
        ahead.set(Duration.between(Instant.now(), time.atZone(JapanTime.ZONE)));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return JapanTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(JapanTime.ZONE) ? this : Clock.offset(Clock.system(zone), ahead.get());
    }
}

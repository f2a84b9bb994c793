package jp.kyosei.backend;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock, on Japanese time; tests replace it. */
@Factory
final class ClockFactory {
    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}

package jp.kyosei.backend.clock;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock, on Japanese time; tests replace it. */
@Factory
final class ClockFactory {
    @Singleton
    Clock clock() {
        return Clock.system(JapanTime.ZONE);
    }
}

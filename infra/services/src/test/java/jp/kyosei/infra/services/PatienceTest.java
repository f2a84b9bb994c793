package jp.kyosei.infra.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final long START = 5_000_000_000L;

    private final Patience patience = new Patience(START);

    @Test
    void a_process_that_goes_on_writing_its_log_is_waited_for_however_slow_it_is() {
        for (int minute = 1; minute <= 29; minute++) {
            assertThat(after(Duration.ofMinutes(minute), 100 + minute, Duration.ZERO))
                    .isEmpty();
        }
    }

    @Test
    void a_silent_process_that_goes_on_computing_is_waited_for() {
        for (int minute = 1; minute <= 29; minute++) {
            assertThat(after(Duration.ofMinutes(minute), 100, Patience.WORK.multipliedBy(minute)))
                    .isEmpty();
        }
    }

    @Test
    void a_process_that_neither_writes_nor_computes_is_given_up_after_the_standstill_and_not_before() {
        after(Duration.ofSeconds(10), 100, Duration.ofSeconds(20));
        Duration end = Duration.ofSeconds(10).plus(Patience.STANDSTILL);
        assertThat(after(end, 100, Duration.ofSeconds(21))).isEmpty();
        assertThat(after(end.plusNanos(1), 100, Duration.ofSeconds(21))).isEqualTo("has stood still for 90 s");
    }

    @Test
    void answering_questions_about_its_health_is_no_progress() {
        after(Duration.ZERO, 100, Duration.ZERO);
        Duration idle = Patience.WORK.minusNanos(1);
        assertThat(after(Patience.STANDSTILL.plusNanos(1), 100, idle)).startsWith("has stood still");
    }

    @Test
    void nothing_is_waited_for_longer_than_half_an_hour() {
        long log = 0;
        for (int minute = 1; minute <= 30; minute++) {
            log++;
            assertThat(after(Duration.ofMinutes(minute), log, Duration.ZERO)).isEmpty();
        }
        assertThat(after(Duration.ofMinutes(30).plusNanos(1), log + 1, Duration.ZERO))
                .isEqualTo("was not ready within 30 min");
    }

    private String after(Duration time, long logLength, Duration work) {
        return patience.spentAt(START + time.toNanos(), logLength, work.toNanos());
    }
}

package jp.kyosei.infra.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartsTest {
    @Test
    void each_restart_waits_twice_as_long_but_at_most_a_minute() {
        Restarts restarts = new Restarts();
        List<Long> seconds =
                Stream.generate(() -> restarts.due(0).toSeconds()).limit(8).toList();
        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void five_quiet_minutes_are_forgiven() {
        Restarts restarts = new Restarts();
        restarts.due(0);
        restarts.due(0);
        assertThat(restarts.due(Duration.ofMinutes(5).plusNanos(1).toNanos())).isEqualTo(Duration.ofSeconds(1));
    }
}

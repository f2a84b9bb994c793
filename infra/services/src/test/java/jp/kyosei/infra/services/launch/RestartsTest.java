package jp.kyosei.infra.services.launch;

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
    void what_has_served_as_long_as_it_was_waited_for_is_back_after_a_second() {
        Restarts restarts = new Restarts();
        restarts.due(0);
        restarts.due(0);
        restarts.serves(0);
        assertThat(restarts.due(Duration.ofSeconds(2).toNanos())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_dies_sooner_than_that_waits_longer_and_longer() {
        Restarts restarts = new Restarts();
        restarts.due(0);
        restarts.due(0);
        restarts.serves(0);
        assertThat(restarts.due(Duration.ofSeconds(2).minusNanos(1).toNanos())).isEqualTo(Duration.ofSeconds(4));
        assertThat(restarts.due(Duration.ofHours(1).toNanos())).isEqualTo(Duration.ofSeconds(8));
    }
}

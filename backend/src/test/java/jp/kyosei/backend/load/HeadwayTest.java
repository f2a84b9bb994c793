package jp.kyosei.backend.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever does a part of a long piece of work says where it stands without knowing what it is a part of. */
class HeadwayTest {
    @Test
    void what_a_part_says_of_itself_lies_between_its_bounds_however_deep_it_is() {
        Headway headway = new Headway();
        List<Double> seen = new ArrayList<>();
        headway.over(() -> Headway.part(0.2, 0.6, () -> {
            Headway.at(0.5);
            seen.add(headway.share());
            return Headway.part(0.5, 1, () -> {
                Headway.at(0.5);
                seen.add(headway.share());
                return seen;
            });
        }));
        // 0.2 + 0.5 × 0.4; of its second half, the half: 0.2 + 0.75 × 0.4
        assertThat(seen).containsExactly(0.4, 0.5);
        assertThat(headway.share()).isEqualTo(0.6);
    }

    @Test
    void it_never_goes_back() {
        Headway headway = new Headway();
        headway.over(() -> {
            Headway.at(0.7);
            Headway.at(0.3);
            return "";
        });
        assertThat(headway.share()).isEqualTo(0.7);
    }

    @Test
    void what_was_stopped_ends_where_it_next_says_how_far_it_is() {
        Headway headway = new Headway();
        List<Integer> done = new ArrayList<>();
        List<Integer> all = IntStream.range(0, 5_000).boxed().toList();
        assertThatThrownBy(() -> headway.over(() -> {
                    Headway.inPieces(all, piece -> {
                        done.addAll(piece);
                        headway.stop();
                    });
                    return "";
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(done).hasSize(1_000);
    }

    @Test
    void where_nobody_watches_the_work_is_done_all_the_same() {
        List<Integer> done = new ArrayList<>();
        Headway.inPieces(IntStream.range(0, 2_500).boxed().toList(), done::addAll);
        assertThat(done).hasSize(2_500);
        assertThat(Headway.<String>part(0, 1, () -> "done")).isEqualTo("done");
    }

    @Test
    void the_rest_is_reckoned_from_how_it_went_so_far_and_from_nothing_before() {
        assertThat(Headway.secondsLeft(0.04, Duration.ofSeconds(4))).isEmpty();
        // A quarter in 10 s: three quarters take 30 s.
        assertThat(Headway.secondsLeft(0.25, Duration.ofSeconds(10))).hasValue(30);
        assertThat(Headway.secondsLeft(1, Duration.ofSeconds(10))).hasValue(1);
    }
}

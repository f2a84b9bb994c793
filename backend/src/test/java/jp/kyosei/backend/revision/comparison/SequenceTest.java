package jp.kyosei.backend.revision.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class SequenceTest {
    @Property
    void both_are_told_once_the_newer_in_its_order(
            @ForAll @Size(max = 12) @UniqueElements List<@IntRange(max = 15) Integer> before,
            @ForAll @Size(max = 12) @UniqueElements List<@IntRange(max = 15) Integer> after) {
        List<Integer> merged = Sequence.merged(before, after);

        assertThat(merged).doesNotHaveDuplicates().containsAll(before).containsAll(after);
        assertThat(merged.stream().filter(after::contains)).isEqualTo(after);
    }

    @Property
    void what_is_not_carried_stands_in_the_same_order_in_both(
            @ForAll @Size(max = 12) @UniqueElements List<@IntRange(max = 15) Integer> before,
            @ForAll @Size(max = 12) @UniqueElements List<@IntRange(max = 15) Integer> after) {
        Set<Integer> carried = Sequence.carried(before, after);

        List<Integer> then = new ArrayList<>(before);
        then.retainAll(after);
        then.removeAll(carried);
        List<Integer> now = new ArrayList<>(after);
        now.retainAll(before);
        now.removeAll(carried);
        assertThat(now).isEqualTo(then);
        assertThat(Sequence.carried(before, before)).isEmpty();
    }

    @Test
    void one_that_is_carried_to_the_front_is_one_that_is_carried() {
        assertThat(Sequence.carried(List.of(1, 2, 3, 4, 5), List.of(5, 1, 2, 3, 4)))
                .containsExactly(5);
        assertThat(Sequence.merged(List.of(1, 2, 3, 4), List.of(4, 1, 5))).containsExactly(4, 1, 2, 3, 5);
    }
}

package jp.kyosei.backend.importing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A layout is read right, or asked about, however another office would have set it. */
class ScrambledLayoutsTest {
    private static final int TRIES = 200;
    private static final int MOST_CHANGES = 3;
    private static final List<Scrambling> WAYS = List.copyOf(EnumSet.allOf(Scrambling.class));
    private static final List<Layout> LAYOUTS = LayoutFile.all();

    /** Always the same layouts and changes: what fails here, fails for everybody. */
    @Property(tries = TRIES, seed = "2022")
    void never_become_another_figure_without_a_word(@ForAll long seed) {
        Random random = new Random(seed);
        Layout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
        List<Scrambling> changes = new ArrayList<>();
        for (int change = 0; change <= random.nextInt(MOST_CHANGES); change++) {
            Scrambling scrambling = WAYS.get(random.nextInt(WAYS.size()));
            changes.add(scrambling);
            layout = scrambling.of(layout, random);
        }
        assertThat(Scorer.score(layout).wrong()).as("%s %s", layout, changes).isEmpty();
    }
}

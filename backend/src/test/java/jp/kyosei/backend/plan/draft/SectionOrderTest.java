package jp.kyosei.backend.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.plan.SectionId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class SectionOrderTest {
    private static final SectionId A = SectionId.next();
    private static final SectionId B = SectionId.next();
    private static final SectionId A1 = SectionId.next();
    private static final SectionId A2 = SectionId.next();

    private static final SectionOrder PLAN = SectionOrder.of(
            List.of(place(A, null, "1"), place(B, null, "2"), place(A1, A, "1-1"), place(A2, A, "1-3")));

    @Example
    void a_section_stands_before_those_below_it_and_those_before_the_next_beside_it() {
        assertThat(numbers(PLAN)).containsExactly("1", "1-1", "1-3", "2");
        assertThat(PLAN.level(A2)).isEqualTo(2);
        assertThat(PLAN.depth(A)).isEqualTo(2);
    }

    @Example
    void a_moved_section_takes_along_what_stands_below_it() {
        assertThat(numbers(PLAN.moved(A, null, 1))).containsExactly("2", "1", "1-1", "1-3");
        assertThat(numbers(PLAN.moved(A2, B, 0))).containsExactly("1", "1-1", "2", "1-3");
        assertThatThrownBy(() -> PLAN.moved(A, A1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void sections_are_counted_anew_in_the_plans_own_way_and_lead_over_what_stands_below_them() {
        assertThat(numbers(PLAN.numberedBelow(A))).containsExactly("1", "1-1", "1-2", "2");
        assertThat(numbers(PLAN.moved(A, null, 1).numberedBelow(null))).containsExactly("1", "2", "2-1", "2-3");
        SectionOrder chapters = SectionOrder.of(List.of(place(A, null, "第３章"), place(B, null, "第９章")));
        assertThat(numbers(chapters.numberedBelow(null))).containsExactly("第１章", "第２章");
        SectionOrder letters = SectionOrder.of(List.of(place(A, null, "ア"), place(B, null, "イ")));
        assertThat(letters.numberedBelow(null)).isEqualTo(letters);
    }

    @Example
    void a_number_that_merely_begins_with_the_same_digits_is_not_led_over() {
        SectionOrder plan = SectionOrder.of(List.of(place(A, null, "3"), place(A1, A, "31"), place(B, null, "5")));
        assertThat(numbers(plan.numberedBelow(null))).containsExactly("1", "31", "2");
    }

    @Property(tries = 200)
    void whatever_is_moved_nothing_is_lost_and_can_be_moved_back(
            @ForAll("plans") SectionOrder plan, @ForAll int which, @ForAll int where, @ForAll int index) {
        SectionOrder.Place moved = any(plan, which);
        int target = Math.floorMod(where, plan.places().size() + 1);
        SectionId parent = target == plan.places().size()
                ? null
                : plan.places().get(target).id();
        if (parent != null
                && plan.branch(moved.id()).stream().anyMatch(place -> place.id().equals(parent))) {
            return;
        }
        int at = plan.index(moved.id());
        SectionOrder after = plan.moved(moved.id(), parent, Math.floorMod(index, 5));

        assertThat(after.places()).extracting(SectionOrder.Place::id).containsExactlyInAnyOrderElementsOf(ids(plan));
        assertThat(after.places()).isEqualTo(SectionOrder.of(after.places()).places());
        assertThat(after.moved(moved.id(), moved.parent(), at)).isEqualTo(plan);
    }

    @Property(tries = 200)
    void what_is_taken_out_comes_back_where_it_was(@ForAll("plans") SectionOrder plan, @ForAll int which) {
        SectionOrder.Place gone = any(plan, which);
        List<SectionOrder.Place> branch = plan.branch(gone.id());
        SectionOrder rest = plan.without(gone.id());
        SectionOrder back = rest.with(gone, plan.index(gone.id()));
        for (SectionOrder.Place place : branch.subList(1, branch.size())) {
            back = back.with(place, Integer.MAX_VALUE);
        }

        assertThat(rest.places()).hasSize(plan.places().size() - branch.size());
        assertThat(back).isEqualTo(plan);
    }

    @Provide
    Arbitrary<SectionOrder> plans() {
        return Arbitraries.integers()
                .between(-1, 8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parents -> {
                    List<SectionOrder.Place> places = new ArrayList<>();
                    for (int parent : parents) {
                        SectionId above = parent < 0 || parent >= places.size()
                                ? null
                                : places.get(parent).id();
                        places.add(place(new SectionId(new UUID(0, places.size())), above, "n" + places.size()));
                    }
                    return SectionOrder.of(places);
                });
    }

    private static SectionOrder.Place any(SectionOrder plan, int which) {
        return plan.places().get(Math.floorMod(which, plan.places().size()));
    }

    private static List<SectionId> ids(SectionOrder order) {
        return order.places().stream().map(SectionOrder.Place::id).toList();
    }

    private static List<String> numbers(SectionOrder order) {
        return order.places().stream().map(SectionOrder.Place::number).toList();
    }

    private static SectionOrder.Place place(SectionId id, @Nullable SectionId parent, String number) {
        return new SectionOrder.Place(id, parent, number);
    }
}

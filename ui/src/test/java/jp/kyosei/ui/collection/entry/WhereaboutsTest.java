package jp.kyosei.ui.collection.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kyosei.backend.tenancy.PersonId;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final String SHEET = "plan/2023/034029";
    private static final PersonId HANAKO = new PersonId(UUID.randomUUID());
    private static final PersonId TARO = new PersonId(UUID.randomUUID());

    private final Whereabouts whereabouts = new Whereabouts();
    private final Whereabouts.Who hanako = new Whereabouts.Who(HANAKO, "平泉町 花子");

    @Test
    void a_person_is_nobody_else_to_themselves_in_however_many_windows() {
        whereabouts.at(SHEET, "窓1", hanako, "9", () -> true);
        whereabouts.at(SHEET, "窓2", hanako, "10", () -> true);

        assertThat(whereabouts.others(SHEET, HANAKO)).isEmpty();
        assertThat(whereabouts.others(SHEET, TARO))
                .extracting(EntryContent.Presence::no)
                .containsExactlyInAnyOrder("9", "10");
        assertThat(whereabouts.others("plan/2022/034029", TARO)).isEmpty();
    }

    @Test
    void two_windows_at_one_row_are_one_person() {
        whereabouts.at(SHEET, "窓1", hanako, "9", () -> true);
        whereabouts.at(SHEET, "窓2", hanako, "9", () -> true);

        assertThat(whereabouts.others(SHEET, TARO)).hasSize(1);
    }

    @Test
    void a_window_that_was_closed_is_nobody_whether_it_said_so_or_not() {
        AtomicBoolean open = new AtomicBoolean(true);
        whereabouts.at(SHEET, "窓1", hanako, "9", open::get);
        assertThat(whereabouts.others(SHEET, TARO)).hasSize(1);

        open.set(false);
        assertThat(whereabouts.others(SHEET, TARO)).isEmpty();

        open.set(true);
        whereabouts.gone(SHEET, "窓1");
        assertThat(whereabouts.others(SHEET, TARO)).isEmpty();
    }

    @Test
    void whoever_looks_at_the_sheet_is_told_when_somebody_comes_and_goes_and_not_afterwards() {
        AtomicInteger told = new AtomicInteger();
        Runnable end = whereabouts.listen(SHEET, told::incrementAndGet);
        whereabouts.at(SHEET, "窓1", hanako, "9", () -> true);
        whereabouts.gone(SHEET, "窓1");
        whereabouts.gone(SHEET, "窓1");
        assertThat(told).hasValue(2);

        end.run();
        whereabouts.at(SHEET, "窓1", hanako, "9", () -> true);
        assertThat(told).hasValue(2);
    }
}

package jp.kyosei.backend.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kyosei.backend.tenancy.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue with an end. */
@Timeout(60)
class ExpensiveWorkTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private final PersonId sato = PersonId.next();
    private final PersonId suzuki = PersonId.next();

    @Test
    void no_more_than_so_many_run_at_once_and_all_have_their_turn() throws Exception {
        ExpensiveWork work = new ExpensiveWork(2, 100, 100, LONG);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<FutureTask<Integer>> all = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            int one = number;
            all.add(begun(() -> work.run(sato, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
                return one;
            })));
        }

        for (int number = 0; number < 30; number++) {
            assertThat(all.get(number).get()).isEqualTo(number);
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void who_has_asked_for_much_waits_while_others_still_come_in() throws Exception {
        ExpensiveWork work = new ExpensiveWork(1, 100, 2, LONG);
        Held first = Held.by(sato, work);
        FutureTask<String> second = begun(() -> work.run(sato, () -> "second"));
        awaitWaiting(work, sato);

        assertThatThrownBy(() -> work.run(sato, () -> "third"))
                .isInstanceOfSatisfying(BusyException.class, busy -> assertThat(busy.retryAfterSeconds())
                        .isPositive())
                .hasMessageContaining("先に頼んだもの");
        FutureTask<String> other = begun(() -> work.run(suzuki, () -> "other"));

        first.give();
        assertThat(second.get()).isEqualTo("second");
        assertThat(other.get()).isEqualTo("other");
        assertThat(work.run(sato, () -> "again")).isEqualTo("again");
    }

    @Test
    void the_queue_has_an_end_and_what_is_refused_leaves_nothing_behind() throws Exception {
        ExpensiveWork work = new ExpensiveWork(1, 0, 100, LONG);
        Held first = Held.by(sato, work);

        for (int attempt = 0; attempt < 200; attempt++) {
            assertThatThrownBy(() -> work.run(suzuki, () -> "")).hasMessageContaining("混み合って");
            assertThatThrownBy(() -> work.checkRoomFor(suzuki)).isInstanceOf(BusyException.class);
        }
        first.give();

        assertThat(work.run(suzuki, () -> "now")).isEqualTo("now");
    }

    @Test
    void whose_turn_does_not_come_in_time_is_told_so() throws Exception {
        ExpensiveWork work = new ExpensiveWork(1, 10, 10, Duration.ofMillis(50));
        Held first = Held.by(sato, work);

        assertThatThrownBy(() -> work.run(suzuki, () -> "")).isInstanceOf(BusyException.class);
        first.give();
    }

    @Test
    void work_within_work_does_not_wait_for_itself() {
        ExpensiveWork work = new ExpensiveWork(1, 0, 1, LONG);

        assertThat(work.<String>run(sato, () -> work.run(sato, () -> work.run(suzuki, () -> "inmost"))))
                .isEqualTo("inmost");
    }

    @Test
    void a_failure_comes_out_as_it_is_and_frees_the_place() throws Exception {
        ExpensiveWork work = new ExpensiveWork(1, 0, 1, LONG);

        FutureTask<String> failing = begun(() -> {
            assertThatThrownBy(() -> work.run(sato, () -> {
                        throw new IllegalArgumentException("as it is");
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("as it is");
            return work.run(sato, () -> "free");
        });

        assertThat(failing.get()).isEqualTo("free");
    }

    @Test
    void a_virtual_thread_lends_its_carrier_to_others_meanwhile() throws Exception {
        ExpensiveWork work = new ExpensiveWork(1, 0, 1, LONG);

        assertThat(begun(() -> work.run(sato, () -> Thread.currentThread().isVirtual()))
                        .get())
                .isFalse();
    }

    @Test
    void who_is_interrupted_stops_the_work_and_frees_the_place() throws Exception {
        ExpensiveWork work = new ExpensiveWork(1, 0, 1, LONG);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        FutureTask<String> task = new FutureTask<>(() -> {
            assertThatThrownBy(() -> work.run(sato, () -> {
                        entered.countDown();
                        try {
                            return ended(new CountDownLatch(1));
                        } finally {
                            stopped.countDown();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            return "told";
        });
        Thread caller = Thread.ofVirtual().start(task);
        entered.await();
        caller.interrupt();

        assertThat(task.get()).isEqualTo("told");
        stopped.await();
        assertThat(work.run(suzuki, () -> "free")).isEqualTo("free");
    }

    /** A place that is taken until it is given back. */
    private record Held(CountDownLatch end, FutureTask<String> work) {
        static Held by(PersonId who, ExpensiveWork work) throws InterruptedException {
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch entered = new CountDownLatch(1);
            FutureTask<String> held = begun(() -> work.run(who, () -> {
                entered.countDown();
                return ended(end);
            }));
            entered.await();
            return new Held(end, held);
        }

        void give() throws Exception {
            end.countDown();
            assertThat(work.get()).isEqualTo("ended");
        }
    }

    private static <T> FutureTask<T> begun(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static String ended(CountDownLatch end) {
        try {
            end.await();
            return "ended";
        } catch (InterruptedException e) {
            throw new CancellationException("stopped");
        }
    }

    /** Until the second one of that person stands in the queue. */
    private static void awaitWaiting(ExpensiveWork work, PersonId who) {
        while (true) {
            try {
                work.checkRoomFor(who);
                Thread.onSpinWait();
            } catch (BusyException full) {
                return;
            }
        }
    }
}

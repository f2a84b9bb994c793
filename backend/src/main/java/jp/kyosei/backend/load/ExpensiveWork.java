package jp.kyosei.backend.load;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import jp.kyosei.backend.tenancy.PersonId;

/**
 * Runs what takes a processor for itself — papers and workbooks made, files taken apart — a few at a time in the order in
 * which it came, so that everybody else is answered meanwhile. The queue has an end, for all together and for each person.
 *
 * <p>Work runs in a thread of the operating system: a virtual one would keep one of the few that carry all others.
 */
@Singleton
public class ExpensiveWork {
    private static final ScopedValue<Boolean> UNDER_WAY = ScopedValue.newInstance();
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Semaphore places;
    private final int mostWaiting;
    private final int mostOfOne;
    private final Duration patience;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<PersonId, Integer> ofPerson = new ConcurrentHashMap<>();

    /**
     * @param atOnce how many run at the same time; 0 for half of the processors
     * @param mostWaiting how many may be there besides, at the most
     * @param mostOfOne how many of one person may be there, running or waiting
     * @param patience how long one waits for its turn
     */
    ExpensiveWork(
            @Value("${kyosei.expensive-work.at-once:0}") int atOnce,
            @Value("${kyosei.expensive-work.most-waiting:60}") int mostWaiting,
            @Value("${kyosei.expensive-work.most-of-one-person:12}") int mostOfOne,
            @Value("${kyosei.expensive-work.patience:60s}") Duration patience) {
        int running = atOnce > 0 ? atOnce : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.places = new Semaphore(running, true);
        this.mostWaiting = mostWaiting + running;
        this.mostOfOne = mostOfOne;
        this.patience = patience;
    }

    /**
     * Does it when its turn has come; within work that runs already, at once. Not to be called inside of a transaction, which
     * would wait too, and would not be the one that the work runs in.
     *
     * @throws BusyException if too much waits already, or its turn does not come in time; then nothing was done
     * @throws CancellationException if the thread is interrupted meanwhile; the work is interrupted, too
     */
    public <T> T run(PersonId who, Supplier<T> work) {
        if (UNDER_WAY.isBound()) {
            return work.get();
        }
        enter(who);
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMuch();
            }
            try {
                return inThreadOfItsOwn(work);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for its turn");
        } finally {
            leave(who);
        }
    }

    /**
     * Whether one more of that person would be taken now.
     *
     * @throws BusyException if not
     */
    public void checkRoomFor(PersonId who) {
        enter(who);
        leave(who);
    }

    private void enter(PersonId who) {
        if (taken.incrementAndGet() > mostWaiting) {
            taken.decrementAndGet();
            throw tooMuch();
        }
        if (ofPerson.merge(who, 1, Integer::sum) > mostOfOne) {
            leave(who);
            throw new BusyException("同時に頼まれた資料やファイルの処理が多すぎます。先に頼んだものができてから、もう一度行ってください。", RETRY);
        }
    }

    private void leave(PersonId who) {
        ofPerson.computeIfPresent(who, (person, count) -> count > 1 ? count - 1 : null);
        taken.decrementAndGet();
    }

    private static BusyException tooMuch() {
        return new BusyException("いま、資料やファイルの処理が混み合っています。少し待ってから、もう一度行ってください。", RETRY);
    }

    private static <T> T inThreadOfItsOwn(Supplier<T> work) throws InterruptedException {
        if (!Thread.currentThread().isVirtual()) {
            return ScopedValue.where(UNDER_WAY, true).call(work::get);
        }
        FutureTask<T> task =
                new FutureTask<>(() -> ScopedValue.where(UNDER_WAY, true).call(work::get));
        Thread.ofPlatform().name("expensive-work").daemon().start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}

package jp.kyosei.backend.importing.underway;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.kyosei.backend.load.Headway;

/** A piece of work of this process, from the moment in which it is its turn to wait until it has ended. */
public final class Watch implements AutoCloseable {
    private final Headway headway = new Headway();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Runnable gone;

    Watch(Runnable gone) {
        this.gone = gone;
    }

    /**
     * Does the work.
     *
     * @throws java.util.concurrent.CancellationException if it was stopped, before it began or where it says how far it is
     */
    public <T> T over(Supplier<T> work) {
        return headway.over(() -> {
            Headway.at(0);
            return work.get();
        });
    }

    /** Waits until it has ended, for that long at most; whether it has. */
    public boolean await(Duration patience) {
        try {
            return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Headway headway() {
        return headway;
    }

    @Override
    public void close() {
        gone.run();
        done.countDown();
    }
}

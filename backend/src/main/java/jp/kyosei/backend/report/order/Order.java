package jp.kyosei.backend.report.order;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/** A report that somebody has ordered. */
public final class Order {
    private static final double ALMOST = 0.95;

    private final UUID id = UUID.randomUUID();
    private final PersonId person;
    private final long startedNanos = System.nanoTime();
    private final Duration expected;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable ReportFile file;
    private volatile @Nullable RuntimeException failure;
    private volatile long endedNanos;

    /** @param expected how long such a report has taken lately */
    Order(PersonId person, Duration expected) {
        this.person = person;
        this.expected = expected;
    }

    public UUID id() {
        return id;
    }

    boolean isOf(PersonId who) {
        return person.equals(who);
    }

    void ready(ReportFile made) {
        file = made;
        end();
    }

    void failed(RuntimeException why) {
        failure = why;
        end();
    }

    private void end() {
        endedNanos = System.nanoTime();
        done.countDown();
    }

    /** How long ago it ended; zero while it is being made. */
    Duration sinceEnd() {
        return done.getCount() > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - endedNanos);
    }

    public OrderState state() {
        if (file != null) {
            return OrderState.READY;
        }
        return failure != null ? OrderState.FAILED : OrderState.MAKING;
    }

    /** The report; none unless it is ready. */
    public @Nullable ReportFile file() {
        return file;
    }

    /** Why it could not be made; none unless that is so. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** How much of it is done, from 0 to 1: reckoned from how long such reports take, for no writer says how far it is. */
    public double share() {
        if (state() != OrderState.MAKING) {
            return 1;
        }
        return Math.min(ALMOST, elapsed().toMillis() / (double) Math.max(1, expected.toMillis()));
    }

    /** How many seconds it will still take, at least one while it is being made. */
    public long secondsLeft() {
        return state() == OrderState.MAKING
                ? Math.max(1, expected.minus(elapsed()).toSeconds())
                : 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Waits until it has ended, for that long at most. */
    public boolean await(Duration patience) {
        try {
            return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

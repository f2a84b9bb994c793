package jp.kyosei.backend.load;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How far a long piece of work has come. Whoever does a part of it says so where it stands, without knowing what it is a part
 * of; where nobody watches, that does nothing. What is to end ends there, too.
 */
public final class Headway {
    private static final ScopedValue<Part> HERE = ScopedValue.newInstance();

    /** Before this share is done, nothing can be said of the rest. */
    private static final double TOO_EARLY = 0.05;

    private static final int AT_ONCE = 1_000;

    private final long startedNanos = System.nanoTime();
    private volatile double share;
    private volatile boolean stopped;

    /** A part of the work, as shares of the whole. */
    private record Part(Headway whole, double from, double to) {}

    /** Does the work, watched. */
    public <T> T over(Supplier<T> work) {
        return ScopedValue.where(HERE, new Part(this, 0, 1)).call(work::get);
    }

    /** Does a part of the work that is under way, from one share of it to another; what it says of itself lies between them. */
    public static <T> T part(double from, double to, Supplier<T> work) {
        if (!HERE.isBound()) {
            return work.get();
        }
        Part around = HERE.get();
        double length = around.to() - around.from();
        Part part = new Part(around.whole(), around.from() + from * length, around.from() + to * length);
        at(from);
        T result = ScopedValue.where(HERE, part).call(work::get);
        at(to);
        return result;
    }

    /**
     * Says how much of this part is done, from 0 to 1; it never goes back.
     *
     * @throws CancellationException if the work is to end
     */
    public static void at(double done) {
        if (HERE.isBound()) {
            Part part = HERE.get();
            part.whole().come(part.from() + Math.clamp(done, 0, 1) * (part.to() - part.from()));
        }
    }

    /** Hands a long list on in pieces of some size, and says after each how far it is. */
    public static <T> void inPieces(List<T> all, Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            int to = Math.min(all.size(), from + AT_ONCE);
            each.accept(all.subList(from, to));
            at((double) to / all.size());
        }
    }

    private void come(double now) {
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the work was stopped");
        }
        share = Math.max(share, now);
    }

    /** It ends where it next says how far it is. */
    public void stop() {
        stopped = true;
    }

    /** From 0 to 1. */
    public double share() {
        return share;
    }

    /** How many seconds it will still take if it goes on as it did; at least one; none while nothing can be said. */
    public OptionalLong secondsLeft() {
        return secondsLeft(share, Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    /** The same of any work, by the share done and the time taken. */
    public static OptionalLong secondsLeft(double share, Duration taken) {
        return share < TOO_EARLY
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, Math.round(taken.toMillis() / 1000.0 * (1 - share) / share)));
    }
}

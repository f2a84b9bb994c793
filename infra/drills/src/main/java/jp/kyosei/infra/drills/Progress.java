package jp.kyosei.infra.drills;

import java.util.concurrent.atomic.AtomicLong;

/** How many writes were begun: hands out the numbers, and lets others wait for one. */
final class Progress {
    private final AtomicLong begun = new AtomicLong();
    private final long edits;
    private int writers;

    Progress(long edits, int writers) {
        this.edits = edits;
        this.writers = writers;
    }

    /** The number of the next write, from 1; 0 when all were begun. */
    long next() {
        long number = begun.incrementAndGet();
        if (number > edits) {
            return 0;
        }
        synchronized (this) {
            notifyAll();
        }
        return number;
    }

    synchronized void writerEnded() {
        writers--;
        notifyAll();
    }

    /** Waits until so many writes were begun, or no writer is left. */
    synchronized void await(long number) throws InterruptedException {
        while (begun.get() < number && writers > 0) {
            wait();
        }
    }
}

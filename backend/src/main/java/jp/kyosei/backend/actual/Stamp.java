package jp.kyosei.backend.actual;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * Who writes whose records when, and which version comes of it.
 *
 * @param now in microseconds, as PostgreSQL keeps it
 * @param withPlan whether the records come with their plan, where nothing can have been before
 */
record Stamp(Actor actor, OwnerId owner, Instant now, boolean withPlan) {

    /** The version of a cell in which nothing is stored. */
    static final long NOTHING_STORED = 0;

    /** The version of what came with its plan, as long as nobody has changed it. */
    static final long FIRST_VERSION = 1;

    static Stamp of(Actor actor, OwnerId owner, Clock clock) {
        return new Stamp(actor, owner, clock.instant().truncatedTo(ChronoUnit.MICROS), false);
    }

    static Stamp ofPlan(Actor actor, OwnerId owner, Clock clock) {
        return new Stamp(actor, owner, clock.instant().truncatedTo(ChronoUnit.MICROS), true);
    }

    /** Counts up, and never repeats for a cell that was cleared and filled again. */
    long after(long version) {
        return withPlan ? FIRST_VERSION : Math.max(version + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    }
}

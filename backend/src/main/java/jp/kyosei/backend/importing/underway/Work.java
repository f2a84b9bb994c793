package jp.kyosei.backend.importing.underway;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is being done with an import, or why it ended without a result.
 *
 * @param begunBy who began it, as shown
 * @param share how much is done, from 0 to 1
 * @param secondsLeft reckoned from how fast it went so far; none while nothing can be said
 * @param message why it ended without a result, in Japanese; empty while it is under way
 */
public record Work(
        WorkStep step, String begunBy, Instant begunAt, double share, OptionalLong secondsLeft, String message) {
    /** Whether it is still being done. */
    public boolean isUnderWay() {
        return message.isEmpty();
    }
}

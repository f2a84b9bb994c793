package jp.kyosei.backend.api.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.importing.underway.WorkStep;
import org.jspecify.annotations.Nullable;

/**
 * What is being done with it, beside whoever asked for it.
 *
 * @param share how much is done, from 0 to 1
 * @param secondsLeft as far as one can tell
 * @param message why it ended without a result; none while it is under way
 */
@Serdeable
record WorkView(
        WorkStep step,
        String begunBy,
        Instant begunAt,
        double share,
        @Nullable Long secondsLeft,
        @Nullable String message) {
    static WorkView of(Work work) {
        return new WorkView(
                work.step(),
                work.begunBy(),
                work.begunAt(),
                work.share(),
                work.secondsLeft().isPresent() ? work.secondsLeft().getAsLong() : null,
                work.message().isEmpty() ? null : work.message());
    }
}

package jp.kyosei.backend.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.WorkMove;
import org.jspecify.annotations.Nullable;

/**
 * A change of staff as it was prepared.
 *
 * @param day the first day on which it is in force, in Japan
 * @param settledByName who took it back, or in whose name it was carried out; none while it is prepared
 * @param ofMerger whether it belongs to the merger of a department, with which it is taken back
 */
public record Transfer(
        TransferId id,
        LocalDate day,
        TransferState state,
        List<PersonMove> people,
        List<WorkMove> work,
        String reason,
        String preparedByName,
        Instant preparedAt,
        @Nullable String settledByName,
        @Nullable Instant settledAt,
        boolean ofMerger) {
    public Transfer {
        people = List.copyOf(people);
        work = List.copyOf(work);
    }
}

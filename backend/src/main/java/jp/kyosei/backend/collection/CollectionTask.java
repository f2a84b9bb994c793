package jp.kyosei.backend.collection;

import java.time.Instant;
import java.time.LocalDate;
import jp.kyosei.backend.actual.TownCell;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One indicator to be reported by one municipality in a round.
 *
 * @param department who is asked; none where the plan names only the municipality
 * @param comment what the one who sent it back asks for; empty otherwise
 * @param submittedBy who submitted it last; none while nobody has
 * @param actedBy the name of who took the last step; empty before the first
 */
public record CollectionTask(
        IndicatorId indicator,
        MunicipalityCode municipality,
        @Nullable DepartmentId department,
        LocalDate dueOn,
        boolean needsApproval,
        TaskState state,
        String comment,
        @Nullable PersonId submittedBy,
        String actedBy,
        @Nullable Instant actedAt,
        long version) {

    TownCell cell() {
        return new TownCell(indicator, municipality);
    }

    /** Whether nobody has answered by the day it was due. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(dueOn) && state.isOpenForEntry();
    }
}

package jp.kyosei.backend.importing.inbox;

import java.time.Instant;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.understanding.Corrections;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought in (取込).
 *
 * @param planSlug the plan that it changes, or the one that it creates
 * @param isNewPlan whether it creates the plan
 * @param title of the new plan; empty for a plan that is there
 * @param newestActuals the fiscal year of the newest actuals
 * @param period of the new plan; none where nobody said, or the plan is there
 * @param corrections what the person said of it
 * @param message why it could not be read; empty otherwise
 * @param settledBy who applied or undid it last; empty before
 * @param version counts up with every change
 */
public record DataImport(
        ImportId id,
        OwnerId owner,
        String ownerSlug,
        String ownerName,
        String planSlug,
        boolean isNewPlan,
        String title,
        FiscalYear newestActuals,
        @Nullable PlanPeriod period,
        String fileName,
        Corrections corrections,
        ImportState state,
        String message,
        String createdBy,
        Instant createdAt,
        String settledBy,
        @Nullable Instant settledAt,
        long version) {
    /** What the file is called when it comes back with remarks. */
    public String annotatedName() {
        int point = fileName.lastIndexOf('.');
        return (point > 0 ? fileName.substring(0, point) : fileName) + "（指摘付き）.xlsx";
    }
}

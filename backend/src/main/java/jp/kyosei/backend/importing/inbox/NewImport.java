package jp.kyosei.backend.importing.inbox;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a file that they bring in.
 *
 * @param plan the plan that it belongs to; none where it makes a new one
 * @param title of the new plan; empty where there is a plan
 * @param slug of the new plan; none where one is to be made of the owner's and a number
 * @param newestActuals the fiscal year of the newest actuals in it
 * @param period of the new plan; none where nobody said, and then the years that the file has are taken and told
 * @param fileName as the person's machine names it; {@link #PASTED} for pasted cells
 */
public record NewImport(
        @Nullable String plan,
        String title,
        @Nullable String slug,
        FiscalYear newestActuals,
        @Nullable PlanPeriod period,
        String fileName) {
    /** How cells pasted from a spreadsheet are named. */
    public static final String PASTED = "貼り付け.tsv";

    /** Without a period: for a plan that is there, which has its own. */
    public NewImport(@Nullable String plan, String title, FiscalYear newestActuals, String fileName) {
        this(plan, title, null, newestActuals, null, fileName);
    }

    /** Of a new plan whose slug nobody has chosen. */
    public NewImport(
            @Nullable String plan,
            String title,
            FiscalYear newestActuals,
            @Nullable PlanPeriod period,
            String fileName) {
        this(plan, title, null, newestActuals, period, fileName);
    }
}

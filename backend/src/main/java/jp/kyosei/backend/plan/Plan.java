package jp.kyosei.backend.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * A plan (計画) of an owner.
 *
 * @param slug the stable name in addresses: lower-case letters, digits and hyphens, at most 63; unique within the owner
 * @param levelNames the plan's own names of its section levels from the top, one to six, such as 重点戦略・戦略方針・施策
 */
public record Plan(
        PlanId id,
        OwnerId owner,
        String slug,
        String title,
        PlanKind kind,
        FiscalYear firstFiscalYear,
        FiscalYear lastFiscalYear,
        List<String> levelNames) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Plan {
        levelNames = List.copyOf(levelNames);
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("計画の識別名は英小文字・数字・ハイフンで63字までです: " + slug);
        }
        if (lastFiscalYear.compareTo(firstFiscalYear) < 0) {
            throw new IllegalArgumentException("計画の最終年度は初年度以後でなければなりません。");
        }
        if (levelNames.isEmpty() || levelNames.size() > 6) {
            throw new IllegalArgumentException("体系の階層名は1から6までです。");
        }
    }

    /** Whether results may be asked for this fiscal year: within the plan. */
    public boolean covers(FiscalYear year) {
        return year.compareTo(firstFiscalYear) >= 0 && year.compareTo(lastFiscalYear) <= 0;
    }

    /** The fiscal years of the plan, first to last. */
    public List<FiscalYear> fiscalYears() {
        return IntStream.rangeClosed(firstFiscalYear.year(), lastFiscalYear.year())
                .mapToObj(FiscalYear::new)
                .toList();
    }

    /** @throws FiscalYearOutsidePlanException if the plan has no such year */
    public void checkCovers(FiscalYear year) {
        if (!covers(year)) {
            throw new FiscalYearOutsidePlanException(this, year);
        }
    }
}

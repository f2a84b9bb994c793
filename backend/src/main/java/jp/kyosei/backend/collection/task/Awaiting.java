package jp.kyosei.backend.collection.task;

import java.time.LocalDate;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * Figures of an open round that wait for the superior of a department.
 *
 * @param department none where the plan names only the municipality
 * @param waiting how many
 * @param dueOn the earliest day by which one of them is due
 */
public record Awaiting(
        OwnerId owner,
        PlanId plan,
        FiscalYear fiscalYear,
        MunicipalityCode municipality,
        @Nullable DepartmentId department,
        int waiting,
        LocalDate dueOn) {}

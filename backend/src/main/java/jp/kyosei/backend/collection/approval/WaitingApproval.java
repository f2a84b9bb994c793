package jp.kyosei.backend.collection.approval;

import java.time.LocalDate;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Figures of a town in a round that wait for the actor's approval.
 *
 * @param count how many; at least one
 * @param dueOn the earliest day by which one of them is due
 */
public record WaitingApproval(
        PlanSummary plan,
        FiscalYear fiscalYear,
        MunicipalityCode municipality,
        String municipalityName,
        int count,
        LocalDate dueOn) {}

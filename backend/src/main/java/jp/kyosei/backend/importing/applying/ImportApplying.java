package jp.kyosei.backend.importing.applying;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.importing.comparing.ImportPlanner;
import jp.kyosei.backend.importing.comparing.PlannedImport;
import jp.kyosei.backend.importing.document.ImportProblem;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.KeptImports;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import org.jspecify.annotations.Nullable;

/** Applies a file that was looked at, in one transaction or not at all. For the owner's secretariat alone. */
@Singleton
public class ImportApplying {
    private final KeptImports kept;
    private final ImportPlanner planner;
    private final PlanImportService planImports;
    private final PlanService plans;
    private final ChangeWriting writing;
    private final TenantDoor door;

    ImportApplying(
            KeptImports kept,
            ImportPlanner planner,
            PlanImportService planImports,
            PlanService plans,
            ChangeWriting writing,
            TenantDoor door) {
        this.kept = kept;
        this.planner = planner;
        this.planImports = planImports;
        this.plans = plans;
        this.writing = writing;
        this.door = door;
    }

    /**
     * Writes what the preview says, in one transaction.
     *
     * @param fingerprint of the preview that the person saw; none to apply whatever it is now
     * @param typed why confirmed figures are changed; asked for where there are such
     * @return the import and the plan's slug
     * @throws ImportRefusedException if the file has problems; all are named and nothing is saved
     * @throws RefusedException if it is not waiting, says nothing new, or a reason is missing
     * @throws StaleException if the plan was changed since the preview
     */
    public DataImport apply(Actor actor, ImportId id, @Nullable String fingerprint, String typed) {
        String reason = TypedText.reason(typed);
        DataImport applied = door.writeForLong(actor, () -> {
            DataImport found = kept.findWithin(id);
            kept.lockWithin(found, ImportState.READY, "取り込めるのは、確認待ちのものだけです。");
            String why = reason.isEmpty() ? null : reason;
            PlannedImport planned = planner.planWithin(actor, found, kept.bookWithin(found), why)
                    .planned();
            checkApplicable(planned, why);
            if (fingerprint != null && !fingerprint.equals(planned.fingerprint())) {
                throw new StaleException();
            }
            if (planned.isNewPlan()) {
                planImports.apply(actor, planned.read().plan());
            } else {
                writing.writeWithin(
                        actor, found.planSlug(), planned.actuals(), planned.narratives(), planned.records());
            }
            kept.settleWithin(actor, found, ImportState.APPLIED, UndoDocument.of(planned));
            PlanId plan = plans.inForceWithin(actor, found.planSlug()).plan().id();
            kept.recordWithin(
                    actor, found, plan, Deed.APPLY_IMPORT, planned.changes().size());
            return kept.findWithin(id);
        });
        kept.forgetBook(id);
        return applied;
    }

    private static void checkApplicable(PlannedImport planned, @Nullable String why) {
        List<ImportProblem> problems = planned.findings().stream()
                .filter(finding -> finding.weight().blocks())
                .map(finding -> new ImportProblem(
                        finding.place() == null
                                ? "file"
                                : finding.place().sheet() + "!"
                                        + finding.place().name(),
                        finding.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw new ImportRefusedException(problems);
        }
        if (!planned.isNewPlan() && planned.changes().isEmpty()) {
            throw new RefusedException("登録されている内容と同じです。取り込むものはありません。");
        }
        int confirmed = planned.countOverConfirmed();
        if (confirmed > 0 && why == null) {
            throw new RefusedException("確定した内容を%d件変えます。変える理由を書いてください。".formatted(confirmed));
        }
    }
}

package jp.kyosei.backend.importing.applying;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
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
import jp.kyosei.backend.importing.underway.Underway;
import jp.kyosei.backend.importing.underway.Watch;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.importing.underway.WorkStep;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a file that was looked at, in one transaction or not at all. For the owner's secretariat alone. */
@Singleton
public class ImportApplying {
    private static final Logger LOG = LoggerFactory.getLogger(ImportApplying.class);
    private static final String ONLY_WAITING = "取り込めるのは、確認待ちのものだけです。";
    private static final String BEING_APPLIED = "この取り込みは、いま実行しています。";
    private static final String NOT_APPLIED = "取り込めませんでした。何も登録していません。少し待ってから、もう一度押してください。";

    /** A small file is applied by then, and nobody needs to be told how far it is. */
    private static final Duration MOMENT = Duration.ofMillis(1500);

    /** How much of the work it is to plan it, and to have written all but that it is done. */
    private static final double PLANNED = 0.3;

    private static final double WRITTEN = 0.98;

    private final KeptImports kept;
    private final ImportPlanner planner;
    private final PlanImportService planImports;
    private final PlanService plans;
    private final ChangeWriting writing;
    private final ExpensiveWork work;
    private final Underway underway;
    private final TenantDoor door;

    ImportApplying(
            KeptImports kept,
            ImportPlanner planner,
            PlanImportService planImports,
            PlanService plans,
            ChangeWriting writing,
            ExpensiveWork work,
            Underway underway,
            TenantDoor door) {
        this.kept = kept;
        this.planner = planner;
        this.planImports = planImports;
        this.plans = plans;
        this.writing = writing;
        this.work = work;
        this.underway = underway;
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
        door.read(actor, () -> {
            boolean busy = underway.findWithin(kept.findWithin(id).owner(), id.value())
                    .filter(Work::isUnderWay)
                    .isPresent();
            if (busy) {
                throw new RefusedException(BEING_APPLIED);
            }
            return id;
        });
        return applied(actor, id, fingerprint, reason);
    }

    private DataImport applied(Actor actor, ImportId id, @Nullable String fingerprint, String reason) {
        DataImport applied = door.writeForLong(actor, () -> {
            DataImport found = kept.findWithin(id);
            kept.lockWithin(found, ImportState.READY, ONLY_WAITING);
            String why = reason.isEmpty() ? null : reason;
            PlannedImport planned = Headway.part(
                            0, PLANNED, () -> planner.planWithin(actor, found, () -> kept.bookWithin(found), why))
                    .planned();
            checkApplicable(planned, why);
            if (fingerprint != null && !fingerprint.equals(planned.fingerprint())) {
                throw new StaleException();
            }
            Headway.part(PLANNED, WRITTEN, () -> write(actor, found, planned));
            kept.settleWithin(actor, found, ImportState.APPLIED, UndoDocument.of(planned));
            PlanId plan = plans.inForceWithin(actor, found.planSlug()).plan().id();
            kept.recordWithin(
                    actor, found, plan, Deed.APPLY_IMPORT, planned.changes().size());
            return kept.findWithin(id);
        });
        kept.forgetBook(id);
        planner.forget(applied);
        return applied;
    }

    private PlannedImport write(Actor actor, DataImport found, PlannedImport planned) {
        if (planned.isNewPlan()) {
            planImports.apply(actor, planned.read().plan());
        } else {
            writing.writeWithin(actor, found.planSlug(), planned.actuals(), planned.narratives(), planned.records());
        }
        return planned;
    }

    /**
     * The same beside whoever asks for it, who looks meanwhile how far it is ({@code ImportInbox.underway}) and may stop it. It
     * answers when all is done, or after a moment; what keeps it from being applied is told there.
     *
     * @throws RefusedException if it is not waiting, or being applied already
     * @throws jp.kyosei.backend.load.BusyException if too much is being done
     */
    public void begin(Actor actor, ImportId id, String fingerprint, String typed) {
        String reason = TypedText.reason(typed);
        work.checkRoomFor(actor.person());
        DataImport begun = door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            // Before its row is locked, which would wait for whoever applies it.
            if (!underway.beginWithin(actor, found.owner(), id.value(), WorkStep.APPLYING)) {
                throw new RefusedException(BEING_APPLIED);
            }
            kept.lockWithin(found, ImportState.READY, ONLY_WAITING);
            return found;
        });
        Watch watch = underway.watch(actor, begun.owner(), id.value());
        Thread.ofVirtual().name("apply-" + id.value()).start(() -> {
            try (watch) {
                String message = ended(actor, id, fingerprint, reason, watch);
                door.write(actor, () -> {
                    if (message.isEmpty()) {
                        underway.endWithin(begun.owner(), id.value());
                    } else {
                        underway.endWithoutWithin(begun.owner(), id.value(), message);
                    }
                    return message;
                });
            }
        });
        LOG.trace("import {} applied at once: {}", id.value(), watch.await(MOMENT));
    }

    /** @return why nothing was written; empty where all was */
    private String ended(Actor actor, ImportId id, String fingerprint, String reason, Watch watch) {
        try {
            work.run(actor.person(), () -> watch.over(() -> applied(actor, id, fingerprint, reason)));
            return "";
        } catch (StaleException | ImportRefusedException e) {
            return "表示した後に登録内容が変わりました。新しい内容を確かめて、もう一度押してください。";
        } catch (CancellationException e) {
            return "取り込みを中止しました。何も登録していません。";
        } catch (RefusedException e) {
            return Objects.requireNonNullElse(e.getMessage(), NOT_APPLIED);
        } catch (RuntimeException e) {
            LOG.warn("import {} was not applied", id.value(), e);
            return NOT_APPLIED;
        }
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

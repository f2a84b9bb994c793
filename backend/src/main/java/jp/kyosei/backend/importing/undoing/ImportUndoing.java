package jp.kyosei.backend.importing.undoing;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.importing.applying.ChangeWriting;
import jp.kyosei.backend.importing.applying.UndoDocument;
import jp.kyosei.backend.importing.comparing.StoredPlan;
import jp.kyosei.backend.importing.comparing.StoredPlans;
import jp.kyosei.backend.importing.inbox.ColumnMemory;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.KeptImports;
import jp.kyosei.backend.importing.naming.NameMemory;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Turns an applied file back as a whole, or not at all. For the owner's secretariat alone. */
@Singleton
public class ImportUndoing {
    private static final String FOREIGN_KEY = "23503";

    private final KeptImports kept;
    private final ColumnMemory memory;
    private final NameMemory names;
    private final StoredPlans storedPlans;
    private final PlanKeeping keeping;
    private final IndicatorService indicators;
    private final ActualWriter writer;
    private final ChangeWriting writing;
    private final TenantDoor door;

    ImportUndoing(
            KeptImports kept,
            ColumnMemory memory,
            NameMemory names,
            StoredPlans storedPlans,
            PlanKeeping keeping,
            IndicatorService indicators,
            ActualWriter writer,
            ChangeWriting writing,
            TenantDoor door) {
        this.kept = kept;
        this.memory = memory;
        this.names = names;
        this.storedPlans = storedPlans;
        this.keeping = keeping;
        this.indicators = indicators;
        this.writer = writer;
        this.writing = writing;
        this.door = door;
    }

    /**
     * Turns an applied import back as a whole, with what was said of columns in it.
     *
     * @throws RefusedException if it is not applied, or somebody has changed something of it since; nothing is changed then
     */
    public DataImport undo(Actor actor, ImportId id) {
        try {
            return door.writeForLong(actor, () -> {
                DataImport found = kept.findWithin(id);
                kept.lockWithin(found, ImportState.APPLIED, "取り消せるのは、取込済みのものだけです。");
                UndoDocument undo = kept.undoWithin(found, UndoDocument.class);
                StoredPlan stored = storedPlans.storedWithin(actor, found.planSlug());
                int changes =
                        undo.newPlan() ? removePlan(actor, found, undo, stored) : turnBack(actor, found, undo, stored);
                kept.settleWithin(actor, found, ImportState.UNDONE, null);
                memory.forgetImportWithin(found);
                names.forgetImportWithin(found.owner(), id.value());
                PlanId plan = undo.newPlan() ? null : stored.content().plan().id();
                kept.recordWithin(actor, found, plan, Deed.UNDO_IMPORT, changes);
                return kept.findWithin(id);
            });
        } catch (DataAccessException e) {
            if (!(e.getCause() instanceof SQLException cause) || !FOREIGN_KEY.equals(cause.getSQLState())) {
                throw e;
            }
            throw new RefusedException("この計画には、取り込んだ後に照会・意見・懇談会などが登録されているため、取り消せません。");
        }
    }

    private int turnBack(Actor actor, DataImport found, UndoDocument undo, StoredPlan stored) {
        ImportUndo back = new ImportUndo(undo, stored, "取込の取り消し: " + found.fileName());
        List<CellChange> figures = back.figures();
        List<NarrativeChange> narratives = back.narratives();
        List<RecordChange> records = back.records();
        if (!back.collectedSince().isEmpty()) {
            throw new RefusedException("取り込んだ後に実績照会が始まった欄が%d件あるため、取り消せません（%s など）。照会を確定して締め切ってから取り消すか、照会の画面で直してください。"
                    .formatted(
                            back.collectedSince().size(), back.collectedSince().getFirst()));
        }
        if (!back.changedSince().isEmpty()) {
            throw new RefusedException("取り込んだ後に変わった欄が%d件あるため、取り消せません（%s など）。その欄を元に戻すか、1つずつ直してください。"
                    .formatted(back.changedSince().size(), back.changedSince().getFirst()));
        }
        writing.writeWithin(actor, found.planSlug(), figures, narratives, records);
        return figures.size() + narratives.size() + records.size();
    }

    private int removePlan(Actor actor, DataImport found, UndoDocument undo, StoredPlan stored) {
        if (!ActualService.isUntouched(stored.figures().actuals(), stored.narratives(), undo.newFigures())) {
            throw new RefusedException("取り込んだ後に実績値か評価文が変わっているため、計画ごと取り消すことはできません。");
        }
        writer.forgetWithin(
                actor,
                found.owner(),
                stored.indicators().stream().map(Indicator::id).toList());
        indicators.removeWithin(actor, stored.content(), stored.indicators());
        keeping.removeWithin(actor, stored.content().plan());
        return stored.figures().actuals().size();
    }
}

package jp.kyosei.backend.importing.applying;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.importing.comparing.ImportPlanner;
import jp.kyosei.backend.importing.comparing.PlannedImport;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.importing.inbox.ColumnMemory;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.KeptImports;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.remark.Remark;
import jp.kyosei.backend.sheet.remark.SheetAnnotator;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.UnderstoodSheet;

/** Shows what applying a file would do now, and takes what a person says of its columns. For the owner's secretariat alone. */
@Singleton
public class ImportPreviews {
    private final KeptImports kept;
    private final ColumnMemory memory;
    private final ImportPlanner planner;
    private final SheetAnnotator annotator;
    private final ExpensiveWork work;
    private final TenantDoor door;

    ImportPreviews(
            KeptImports kept,
            ColumnMemory memory,
            ImportPlanner planner,
            SheetAnnotator annotator,
            ExpensiveWork work,
            TenantDoor door) {
        this.kept = kept;
        this.memory = memory;
        this.planner = planner;
        this.annotator = annotator;
        this.work = work;
        this.door = door;
    }

    /**
     * What applying an import would do now; empty unless it waits to be applied.
     *
     * @throws NotFoundException if there is none, or it is of another owner's secretariat
     */
    public Optional<ImportPreview> preview(Actor actor, ImportId id) {
        return door.read(actor, () -> {
            DataImport found = kept.findWithin(id);
            return found.state() == ImportState.READY
                    ? Optional.of(preview(planner.planWithin(actor, found, kept.bookWithin(found), null)))
                    : Optional.empty();
        });
    }

    private static ImportPreview preview(ImportPlanner.Look look) {
        PlannedImport planned = look.planned();
        WholePlan plan = planned.read().plan();
        return new ImportPreview(
                look.sheets(),
                planned.isNewPlan(),
                plan.title(),
                plan.firstFiscalYear().year(),
                plan.lastFiscalYear().year(),
                planned.read().indicators().size(),
                planned.changes(),
                planned.unchanged(),
                planned.countOverConfirmed(),
                planned.findings(),
                planned.fingerprint(),
                look.recalled());
    }

    /**
     * The file itself as {@code .xlsx}, with what was found as comments at its cells; what concerns the file as a whole is not
     * in it.
     *
     * @throws RefusedException if the import does not wait to be applied, or the file is too large to be written again
     * @throws jp.kyosei.backend.load.BusyException if too many files are being made
     */
    public byte[] annotated(Actor actor, ImportId id) {
        return work.run(actor.person(), () -> written(actor, id));
    }

    private byte[] written(Actor actor, ImportId id) {
        List<Remark> remarks = new ArrayList<>();
        DataImport file = door.read(actor, () -> {
            DataImport found = kept.findWithin(id);
            if (found.state() != ImportState.READY) {
                throw new RefusedException("コメント付きのファイルを作れるのは、確認待ちのものだけです。この取り込みは「%s」です。"
                        .formatted(found.state().label()));
            }
            for (Finding finding : planner.planWithin(actor, found, kept.bookWithin(found), null)
                    .planned()
                    .findings()) {
                CellPlace place = finding.place();
                if (place != null) {
                    remarks.add(new Remark(
                            place, "【%s】%s".formatted(finding.weight().label(), finding.message())));
                }
            }
            return found;
        });
        try {
            return annotator.annotate(file.fileName(), door.read(actor, () -> kept.contentWithin(file)), remarks);
        } catch (UnreadableFileException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Says what columns hold, in place of what was understood, and remembers it for the owner's next files.
     *
     * @param corrections by the sheet's name and the column's index
     * @throws StaleException if the import is not in that version, or no longer waits
     */
    public DataImport correct(
            Actor actor, ImportId id, long version, Map<String, Map<Integer, ColumnMeaning>> corrections) {
        corrections.keySet().forEach(sheet -> TypedText.checked(TextKind.NAME, "columns", "シート名", sheet));
        return door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            Map<String, Map<Integer, ColumnMeaning>> all = new HashMap<>(found.corrections());
            corrections.forEach((sheet, columns) -> {
                Map<Integer, ColumnMeaning> merged = new HashMap<>(all.getOrDefault(sheet, Map.of()));
                merged.putAll(columns);
                all.put(sheet, merged);
            });
            kept.correctWithin(found, version, all);
            ImportPlanner.Look look = planner.planWithin(actor, found, kept.bookWithin(found), null);
            remember(found, look.sheets(), corrections);
            return kept.findWithin(id);
        });
    }

    private void remember(
            DataImport in, List<UnderstoodSheet> sheets, Map<String, Map<Integer, ColumnMeaning>> corrections) {
        for (UnderstoodSheet sheet : sheets) {
            Map<Integer, ColumnKind> said = new HashMap<>();
            corrections
                    .getOrDefault(sheet.name(), Map.of())
                    .forEach((column, meaning) -> said.put(column, meaning.kind()));
            memory.rememberWithin(in, sheet.labels(), said);
        }
    }

    /**
     * Forgets what was said of a head, for this import and all later ones.
     *
     * @param key as {@link jp.kyosei.backend.importing.inbox.RememberedColumn} has it
     * @throws NotFoundException if nothing is remembered under it, or the import is of another owner's secretariat
     */
    public DataImport forget(Actor actor, ImportId id, String key) {
        String known = TypedText.checked(TextKind.PARAMETER, "key", "覚えている読み取り方", key);
        return door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            if (!memory.forgetWithin(found.owner(), known)) {
                throw new NotFoundException();
            }
            return found;
        });
    }
}

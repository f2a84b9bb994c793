package jp.kyosei.backend.importing.applying;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.importing.comparing.ImportPlanner;
import jp.kyosei.backend.importing.comparing.PlannedImport;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.importing.inbox.ColumnMemory;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.KeptImports;
import jp.kyosei.backend.importing.naming.NameMemory;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.sheet.Book;
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
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/** Shows what applying a file would do now, and takes what a person says of its columns. For the owner's secretariat alone. */
@Singleton
public class ImportPreviews {
    private final KeptImports kept;
    private final ColumnMemory memory;
    private final NameMemory names;
    private final ImportPlanner planner;
    private final SheetAnnotator annotator;
    private final ExpensiveWork work;
    private final TenantDoor door;

    ImportPreviews(
            KeptImports kept,
            ColumnMemory memory,
            NameMemory names,
            ImportPlanner planner,
            SheetAnnotator annotator,
            ExpensiveWork work,
            TenantDoor door) {
        this.kept = kept;
        this.memory = memory;
        this.names = names;
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
                    ? Optional.of(preview(planner.planWithin(actor, found, () -> kept.bookWithin(found), null)))
                    : Optional.empty();
        });
    }

    private static ImportPreview preview(ImportPlanner.Look look) {
        PlannedImport planned = look.planned();
        WholePlan plan = planned.read().plan();
        return new ImportPreview(
                look.sheets().sheets(),
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
                pictures(look),
                look.recalled(),
                planned.recalledNames());
    }

    /** The first rows of each sheet; empty for this product's own workbook. */
    private static List<SheetPicture> pictures(ImportPlanner.Look look) {
        List<SheetPicture> pictures = new ArrayList<>();
        for (int index = 0; index < look.sheets().sheets().size(); index++) {
            picture(look.book(), look.sheets(), index, 0).ifPresent(pictures::add);
        }
        return pictures;
    }

    private static Optional<SheetPicture> picture(Book book, UnderstoodBook sheets, int index, int from) {
        if (index < 0 || index >= sheets.sheets().size()) {
            return Optional.empty();
        }
        UnderstoodSheet understood = sheets.sheets().get(index);
        return book.sheets().stream()
                .filter(sheet -> sheet.name().equals(understood.name()))
                .findFirst()
                .map(sheet -> SheetPicture.of(index, sheet, understood, from));
    }

    /**
     * Further rows of a sheet with what became of its cells.
     *
     * @param sheet its index in the preview, from 0
     * @param from how many rows with content to leave out above
     * @throws NotFoundException if there is no such import or sheet, or it is of another owner's secretariat
     */
    public SheetPicture picture(Actor actor, ImportId id, int sheet, int from) {
        return door.read(actor, () -> {
            DataImport found = kept.findWithin(id);
            if (found.state() != ImportState.READY) {
                throw new NotFoundException();
            }
            return planner.lastLook(found)
                    .map(file -> picture(file.book(), file.sheets(), sheet, from))
                    .orElseGet(() -> {
                        ImportPlanner.Look look = planner.planWithin(actor, found, () -> kept.bookWithin(found), null);
                        return picture(look.book(), look.sheets(), sheet, from);
                    })
                    .orElseThrow(NotFoundException::new);
        });
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
            for (Finding finding : planner.planWithin(actor, found, () -> kept.bookWithin(found), null)
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
     * Says what columns hold, in place of what was understood, answers questions and points at tables; what columns hold is
     * remembered for the owner's next files.
     *
     * @throws StaleException if the import is not in that version, or no longer waits
     * @throws RefusedException if an answer is none of the question's choices
     */
    public DataImport correct(Actor actor, ImportId id, long version, Corrections corrections) {
        corrections.columns().keySet().forEach(sheet -> TypedText.checked(TextKind.NAME, "columns", "シート名", sheet));
        corrections.marks().keySet().forEach(sheet -> TypedText.checked(TextKind.NAME, "marks", "シート名", sheet));
        corrections.columns().values().stream()
                .flatMap(columns -> columns.values().stream())
                .flatMap(meaning -> Stream.ofNullable(meaning.town()))
                .forEach(town -> TypedText.checked(TextKind.NAME, "columns", "市町村の名称", town));
        corrections.answers().codes().forEach((key, code) -> {
            TypedText.checked(TextKind.NAME, "answers", "問い", key);
            TypedText.checked(TextKind.NAME, "answers", "答え", code);
        });
        return door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            kept.correctWithin(found, version, found.corrections().and(corrections));
            DataImport corrected = kept.findWithin(id);
            ImportPlanner.Look look = planner.planWithin(actor, corrected, () -> kept.bookWithin(found), null);
            checkAnswers(look.sheets().questions(), corrections.answers());
            remember(found, look.sheets().sheets(), corrections.columns());
            names.rememberWithin(found.owner(), id.value(), look.planned().said());
            return corrected;
        });
    }

    /** An answer to a question that nobody asks any more, as another answer made it needless, does no harm. */
    private static void checkAnswers(List<Question> questions, Answers answers) {
        for (Question question : questions) {
            if (question.isOpen() && answers.to(question.key()).isPresent()) {
                throw new RefusedException("「%s」への答えは、選択肢の中から選んでください。".formatted(question.words()));
            }
        }
    }

    private void remember(
            DataImport in, List<UnderstoodSheet> sheets, Map<String, Map<Integer, ColumnMeaning>> corrections) {
        for (UnderstoodSheet sheet : sheets) {
            Map<Integer, ColumnKind> said = new HashMap<>();
            corrections
                    .getOrDefault(sheet.name(), Map.of())
                    .forEach((column, meaning) -> said.put(column, meaning.kind()));
            sheet.tables().forEach(table -> memory.rememberWithin(in, table.labels(), said));
        }
    }

    /**
     * Forgets what was said of a head or of a name, for this import and all later ones.
     *
     * @param key as {@link jp.kyosei.backend.importing.inbox.RememberedColumn} has it
     * @throws NotFoundException if nothing is remembered under it, or the import is of another owner's secretariat
     */
    public DataImport forget(Actor actor, ImportId id, String key) {
        String known = TypedText.checked(TextKind.PARAMETER, "key", "覚えている読み取り方", key);
        return door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            String forgotten = memory.forgetWithin(found.owner(), known)
                    .or(() -> names.forgetWithin(found.owner(), known))
                    .orElseThrow(NotFoundException::new);
            kept.recordWithin(actor, found, Deed.FORGET_READING, Map.of("name", forgotten), Map.of());
            return found;
        });
    }
}

package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ActualState;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.NarrativeChange;
import jp.kyosei.backend.actual.RecordChange;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.UndoDocument;
import jp.kyosei.backend.importing.comparing.ImportPlanner;
import jp.kyosei.backend.importing.comparing.PlannedImport;
import jp.kyosei.backend.importing.comparing.StoredPlan;
import jp.kyosei.backend.importing.document.ImportProblem;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.undoing.ImportUndo;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Remark;
import jp.kyosei.backend.sheet.SheetAnnotator;
import jp.kyosei.backend.sheet.SheetReader;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.Owner;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenancyService;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.FileName;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.HeaderWords;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import org.jspecify.annotations.Nullable;

/**
 * Brings an owner's files in: received, read, understood, shown, then applied in one transaction or not at all, and turned
 * back as a whole. For the owner's secretariat alone.
 */
@Singleton
public class ImportInbox {
    /** How many imports the list shows, the newest first. */
    public static final int MOST_LISTED = 50;

    /** A small file is read by then, so that whoever brought it need not ask again. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    /** A reading that nobody can be doing any more: the process that did it is gone. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private static final String FOREIGN_KEY = "23503";

    private final ImportRepository repository;
    private final MemoryRepository memory;
    private final ImportReader reader;
    private final BookShelf shelf;
    private final ImportPlanner planner;
    private final PlanImportService planImports;
    private final SheetReader sheets;
    private final SheetAnnotator annotator;
    private final TenancyService tenancy;
    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final ActualWriter writer;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final ObjectMapper json;
    private final Clock clock;

    ImportInbox(
            ImportRepository repository,
            MemoryRepository memory,
            ImportReader reader,
            BookShelf shelf,
            ImportPlanner planner,
            PlanImportService planImports,
            SheetReader sheets,
            SheetAnnotator annotator,
            TenancyService tenancy,
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            ActualWriter writer,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy,
            ObjectMapper json,
            Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.reader = reader;
        this.shelf = shelf;
        this.planner = planner;
        this.planImports = planImports;
        this.sheets = sheets;
        this.annotator = annotator;
        this.tenancy = tenancy;
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.writer = writer;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes a file and begins to read it; answers when it is read, or after a moment.
     *
     * @param ownerSlug whose plan it is
     * @throws NotFoundException if there is no such owner or plan, or it is another's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public DataImport receive(Actor actor, String ownerSlug, NewImport brought, byte[] content) {
        Owner owner = tenancy.owner(actor, ownerSlug);
        policy.checkCanKeepPlans(actor, owner.id());
        ImportId id = ImportId.next();
        String fileName = FileName.of(brought.fileName()).value();
        String title = TypedText.checked(TextKind.NAME, "title", "計画の名称", brought.title());
        door.write(actor, () -> {
            String plan = brought.plan();
            String slug =
                    plan == null ? freeSlug(owner) : planOf(actor, owner, plan).slug();
            repository.insert(
                    owner.id().value(),
                    id.value(),
                    slug,
                    plan == null,
                    title,
                    brought.newestActuals().year(),
                    fileName,
                    content,
                    actor.person().value(),
                    actor.displayName(),
                    clock.instant());
            return id;
        });
        reader.start(actor, owner.id(), id, fileName, content);
        return find(actor, id);
    }

    private Plan planOf(Actor actor, Owner owner, String slug) {
        Plan plan = plans.contentWithin(actor, slug).plan();
        if (!plan.owner().equals(owner.id())) {
            throw new NotFoundException();
        }
        return plan;
    }

    private String freeSlug(Owner owner) {
        for (int number = 1; ; number++) {
            String slug = "%s-plan-%d".formatted(owner.slug(), number);
            if (!plans.hasWithin(owner.id(), slug)) {
                return slug;
            }
        }
    }

    /** The owner's imports, the newest first, at most {@value #MOST_LISTED}; errors as {@link #receive}. */
    public List<DataImport> imports(Actor actor, String ownerSlug) {
        Owner owner = tenancy.owner(actor, ownerSlug);
        policy.checkCanKeepPlans(actor, owner.id());
        return door.read(actor, () -> repository.ofOwner(owner.id().value(), MOST_LISTED)).stream()
                .map(this::dataImport)
                .toList();
    }

    /**
     * An import as it stands; waits a moment where it is being read.
     *
     * @throws NotFoundException if there is none, or it is of another owner's secretariat
     */
    public DataImport find(Actor actor, ImportId id) {
        reader.await(id, MOMENT);
        DataImport known = door.read(actor, () -> findWithin(id));
        Optional<ImportReader.Outcome> unsaved = reader.takeUnsaved(id);
        if (unsaved.isPresent()) {
            finish(actor, known, unsaved.get().state(), unsaved.get().message());
        }
        DataImport found = unsaved.isPresent() ? door.read(actor, () -> findWithin(id)) : known;
        boolean abandoned = found.state() == ImportState.READING
                && !reader.isReading(id)
                && found.createdAt().plus(ABANDONED).isBefore(clock.instant());
        if (abandoned) {
            finish(actor, found, ImportState.UNREADABLE, "読み込みが途中で止まりました。もう一度ファイルを選んでください。");
            return door.read(actor, () -> findWithin(id));
        }
        return found;
    }

    private void finish(Actor actor, DataImport found, ImportState state, String message) {
        door.write(
                actor,
                () -> repository.finishReading(found.owner().value(), found.id().value(), state.name(), message));
    }

    /** Row-level security shows an import to its owner's secretariat alone. */
    private DataImport findWithin(ImportId id) {
        return repository.find(id.value()).map(this::dataImport).orElseThrow(NotFoundException::new);
    }

    /**
     * What applying an import would do now; empty unless it waits to be applied.
     *
     * @throws NotFoundException as {@link #find}
     */
    public Optional<ImportPreview> preview(Actor actor, ImportId id) {
        return door.read(actor, () -> {
            DataImport found = findWithin(id);
            return found.state() == ImportState.READY
                    ? Optional.of(preview(planner.planWithin(actor, found, bookWithin(found), null)))
                    : Optional.empty();
        });
    }

    private static ImportPreview preview(ImportPlanner.Outcome outcome) {
        PlannedImport planned = outcome.planned();
        PlanDocument document = planned.read().document();
        return new ImportPreview(
                outcome.sheets(),
                planned.isNewPlan(),
                document.title(),
                document.firstFiscalYear(),
                document.lastFiscalYear(),
                planned.read().indicators().size(),
                planned.changes(),
                planned.unchanged(),
                overConfirmed(planned),
                planned.findings(),
                planned.fingerprint());
    }

    private static int overConfirmed(PlannedImport planned) {
        long figures = planned.actuals().stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .filter(before -> before.state() == ActualState.CONFIRMED)
                .count();
        long texts = planned.narratives().stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .filter(before -> before.state() == ActualState.CONFIRMED)
                .count();
        return Math.toIntExact(figures + texts);
    }

    private Book bookWithin(DataImport found) {
        return shelf.book(found.id(), () -> sheets.read(found.fileName(), contentWithin(found)));
    }

    private byte[] contentWithin(DataImport found) {
        return repository.content(found.owner().value(), found.id().value());
    }

    /**
     * The file itself as {@code .xlsx}, with what was found as comments at its cells; what concerns the file as a whole is not
     * in it.
     *
     * @throws RefusedException if the import does not wait to be applied, or the file is too large to be written again
     */
    public byte[] annotated(Actor actor, ImportId id) {
        List<Remark> remarks = new ArrayList<>();
        DataImport file = door.read(actor, () -> {
            DataImport found = findWithin(id);
            if (found.state() != ImportState.READY) {
                throw new RefusedException("コメント付きのファイルを作れるのは、確認待ちのものだけです。この取り込みは「%s」です。"
                        .formatted(found.state().label()));
            }
            for (Finding finding : planner.planWithin(actor, found, bookWithin(found), null)
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
            return annotator.annotate(file.fileName(), door.read(actor, () -> contentWithin(file)), remarks);
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
            DataImport found = findWithin(id);
            Map<String, Map<Integer, ColumnMeaning>> all = new HashMap<>(found.corrections());
            corrections.forEach((sheet, columns) -> {
                Map<Integer, ColumnMeaning> merged = new HashMap<>(all.getOrDefault(sheet, Map.of()));
                merged.putAll(columns);
                all.put(sheet, merged);
            });
            if (repository.correct(found.owner().value(), id.value(), version, text(CorrectionsDocument.of(all)))
                    == 0) {
                throw new StaleException();
            }
            ImportPlanner.Outcome outcome = planner.planWithin(actor, found, bookWithin(found), null);
            memory.remember(memories(found, outcome.sheets(), corrections));
            return findWithin(id);
        });
    }

    private static List<MemoryRow> memories(
            DataImport found, List<UnderstoodSheet> sheets, Map<String, Map<Integer, ColumnMeaning>> corrections) {
        Map<String, MemoryRow> rows = new HashMap<>();
        for (UnderstoodSheet sheet : sheets) {
            Map<Integer, ColumnMeaning> columns = corrections.getOrDefault(sheet.name(), Map.of());
            for (UnderstoodColumn column : sheet.columns()) {
                ColumnMeaning said = columns.get(column.index());
                String label = HeaderWords.withoutYear(column.label());
                if (said != null && label.codePointCount(0, label.length()) <= TextKind.NAME.most()) {
                    rows.put(
                            label,
                            new MemoryRow(
                                    found.owner().value(), label, said.kind().name()));
                }
            }
        }
        return List.copyOf(rows.values());
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
        DataImport applied = door.write(actor, () -> {
            DataImport found = findWithin(id);
            checkState(found, ImportState.READY, "取り込めるのは、確認待ちのものだけです。");
            String why = reason.isEmpty() ? null : reason;
            PlannedImport planned =
                    planner.planWithin(actor, found, bookWithin(found), why).planned();
            checkApplicable(planned, why);
            if (fingerprint != null && !fingerprint.equals(planned.fingerprint())) {
                throw new StaleException();
            }
            if (planned.isNewPlan()) {
                planImports.apply(actor, planned.read().document());
            } else {
                writeOver(actor, found, planned.actuals(), planned.narratives(), planned.records());
            }
            settle(actor, found, ImportState.APPLIED, text(UndoDocument.of(planned)));
            UUID plan = plans.contentWithin(actor, found.planSlug()).plan().id().value();
            record(actor, found, plan, "APPLY_IMPORT", planned.changes().size());
            return findWithin(id);
        });
        shelf.remove(id);
        return applied;
    }

    private static void checkApplicable(PlannedImport planned, @Nullable String why) {
        List<ImportProblem> problems = planned.findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.PROBLEM)
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
        int confirmed = overConfirmed(planned);
        if (confirmed > 0 && why == null) {
            throw new RefusedException("確定した内容を%d件変えます。変える理由を書いてください。".formatted(confirmed));
        }
    }

    private void writeOver(
            Actor actor,
            DataImport found,
            List<CellChange> figures,
            List<NarrativeChange> narratives,
            List<RecordChange> records) {
        Plan plan = plans.contentWithin(actor, found.planSlug()).plan();
        if (!figures.isEmpty()) {
            writer.changeWithin(actor, plan.owner(), plan.id(), figures);
        }
        if (!narratives.isEmpty()) {
            writer.narrateWithin(actor, plan.owner(), plan.id(), narratives);
        }
        if (!records.isEmpty()) {
            writer.keepRecordsWithin(actor, plan.owner(), plan.id(), records);
        }
    }

    private void checkState(DataImport found, ImportState wanted, String otherwise) {
        String locked = repository.lock(found.owner().value(), found.id().value());
        if (ImportState.valueOf(locked) != wanted) {
            throw new RefusedException("%sこの取り込みは「%s」です。"
                    .formatted(otherwise, ImportState.valueOf(locked).label()));
        }
    }

    /**
     * Turns an applied import back as a whole.
     *
     * @throws RefusedException if it is not applied, or somebody has changed something of it since; nothing is changed then
     */
    public DataImport undo(Actor actor, ImportId id) {
        try {
            return door.write(actor, () -> {
                DataImport found = findWithin(id);
                checkState(found, ImportState.APPLIED, "取り消せるのは、取込済みのものだけです。");
                UndoDocument undo = undoOf(found);
                StoredPlan stored = planner.storedWithin(actor, found.planSlug());
                int changes =
                        undo.newPlan() ? removePlan(actor, found, undo, stored) : turnBack(actor, found, undo, stored);
                settle(actor, found, ImportState.UNDONE, null);
                UUID plan = undo.newPlan() ? null : stored.content().plan().id().value();
                record(actor, found, plan, "UNDO_IMPORT", changes);
                return findWithin(id);
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
        writeOver(actor, found, figures, narratives, records);
        return figures.size() + narratives.size() + records.size();
    }

    private int removePlan(Actor actor, DataImport found, UndoDocument undo, StoredPlan stored) {
        if (!ActualService.isUntouched(stored.figures().actuals(), undo.newFigures())) {
            throw new RefusedException("取り込んだ後に実績値が変わっているため、計画ごと取り消すことはできません。");
        }
        actuals.forgetWithin(
                actor,
                found.owner(),
                stored.indicators().stream().map(Indicator::id).toList());
        indicators.removeWithin(actor, stored.content(), stored.indicators());
        plans.removeWithin(actor, stored.content().plan());
        return stored.figures().actuals().size();
    }

    /**
     * Stops an import that is being read or waits to be applied; nothing of it stays but its name.
     *
     * @throws RefusedException if it is applied or undone already
     */
    public DataImport cancel(Actor actor, ImportId id) {
        DataImport cancelled = door.write(actor, () -> {
            DataImport found = findWithin(id);
            if (repository.cancel(found.owner().value(), id.value()) == 0) {
                throw new RefusedException(
                        "この取り込みは「%s」です。中止できません。".formatted(found.state().label()));
            }
            return findWithin(id);
        });
        reader.stop(id);
        shelf.remove(id);
        return cancelled;
    }

    private void settle(Actor actor, DataImport found, ImportState state, @Nullable String undo) {
        Instant now = clock.instant();
        repository.settle(found.owner().value(), found.id().value(), state.name(), undo, actor.displayName(), now);
    }

    private void record(Actor actor, DataImport found, @Nullable UUID plan, String action, int changes) {
        audit.recordWithin(
                actor,
                found.owner(),
                List.of(new Change(
                        action,
                        "import",
                        found.fileName(),
                        plan,
                        null,
                        Map.of(),
                        Map.of("plan", found.planSlug(), "changes", changes),
                        null)));
    }

    private UndoDocument undoOf(DataImport found) {
        String kept = repository.undo(found.owner().value(), found.id().value()).orElseThrow();
        return read(kept, UndoDocument.class);
    }

    private DataImport dataImport(ImportRow row) {
        return new DataImport(
                new ImportId(row.id()),
                new OwnerId(row.ownerId()),
                row.ownerSlug(),
                row.ownerName(),
                row.planSlug(),
                row.planIsNew(),
                row.title(),
                new FiscalYear(row.fiscalYear()),
                row.fileName(),
                row.corrections().equals("{}")
                        ? Map.of()
                        : read(row.corrections(), CorrectionsDocument.class).corrections(),
                ImportState.valueOf(row.state()),
                row.message(),
                row.createdByName(),
                row.createdAt(),
                row.settledByName(),
                row.settledAt(),
                row.version());
    }

    private String text(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException("a document could not be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(text, type));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document could not be read", e);
        }
    }
}

package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.underway.Underway;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.understanding.Corrections;
import org.jspecify.annotations.Nullable;

/** The imports that are kept, as what follows takes them up; always inside an open tenant door. */
@Singleton
public class KeptImports {
    private final ImportRepository repository;
    private final BookShelf shelf;
    private final SheetReader sheets;
    private final Underway underway;
    private final AuditService audit;
    private final Json json;
    private final Clock clock;

    KeptImports(
            ImportRepository repository,
            BookShelf shelf,
            SheetReader sheets,
            Underway underway,
            AuditService audit,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.shelf = shelf;
        this.sheets = sheets;
        this.underway = underway;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An import as it stands; row-level security shows it to its owner's secretariat alone.
     *
     * @throws NotFoundException if there is none, or it is of another owner's secretariat
     */
    public DataImport findWithin(ImportId id) {
        return repository.find(id.value()).map(this::dataImport).orElseThrow(NotFoundException::new);
    }

    /** The file as it was read; kept for another look, as long as there is room. */
    public Book bookWithin(DataImport found) {
        return shelf.book(found.id(), () -> sheets.read(found.fileName(), contentWithin(found)));
    }

    /** The file itself. */
    public byte[] contentWithin(DataImport found) {
        return repository.content(found.owner().value(), found.id().value());
    }

    /** The book is not looked at again. */
    public void forgetBook(ImportId id) {
        shelf.remove(id);
    }

    /**
     * Keeps what was said of the file, all of it.
     *
     * @throws StaleException if the import is not in that version, or no longer waits
     */
    public void correctWithin(DataImport found, long version, Corrections corrections) {
        String document = json.text(CorrectionsDocument.of(corrections));
        if (repository.correct(found.owner().value(), found.id().value(), version, document) == 0) {
            throw new StaleException();
        }
        underway.endWithin(found.owner(), found.id().value());
    }

    /**
     * Locks the import until the transaction ends, so that it is applied, or undone, once.
     *
     * @param otherwise which imports it can be done with
     * @throws RefusedException if it is not in the state that is wanted
     */
    public void lockWithin(DataImport found, ImportState wanted, String otherwise) {
        ImportState state = ImportState.valueOf(
                repository.lock(found.owner().value(), found.id().value()));
        if (state != wanted) {
            throw new RefusedException("%sこの取り込みは「%s」です。".formatted(otherwise, state.label()));
        }
    }

    /** @param undo what turns it back; none where nothing is to be turned back any more */
    public void settleWithin(Actor actor, DataImport found, ImportState state, @Nullable Object undo) {
        repository.settle(
                found.owner().value(),
                found.id().value(),
                state.name(),
                undo == null ? null : json.text(undo),
                actor.displayName(),
                clock.instant());
    }

    /** What turns an applied import back. */
    public <T> T undoWithin(DataImport found, Class<T> type) {
        return json.read(
                repository.undo(found.owner().value(), found.id().value()).orElseThrow(), type);
    }

    /**
     * Writes down what was done with an import.
     *
     * @param plan none where the plan is gone
     * @param changes how many cells were written
     */
    public void recordWithin(Actor actor, DataImport found, @Nullable PlanId plan, Deed action, int changes) {
        recordWithin(actor, found, plan, action, Map.of(), Map.of("plan", found.planSlug(), "changes", changes));
    }

    /** Writes down what was changed of an import before it is applied. */
    public void recordWithin(
            Actor actor, DataImport found, Deed action, Map<String, Object> before, Map<String, Object> after) {
        recordWithin(actor, found, null, action, before, after);
    }

    private void recordWithin(
            Actor actor,
            DataImport found,
            @Nullable PlanId plan,
            Deed action,
            Map<String, Object> before,
            Map<String, Object> after) {
        audit.recordWithin(
                actor,
                found.owner(),
                List.of(new Change(
                        action,
                        SubjectKind.IMPORT,
                        found.fileName(),
                        plan == null ? null : plan.value(),
                        null,
                        before,
                        after,
                        null)));
    }

    private static @Nullable PlanPeriod period(ImportRow row) {
        Integer first = row.firstFiscalYear();
        Integer last = row.lastFiscalYear();
        return first == null || last == null ? null : new PlanPeriod(new FiscalYear(first), new FiscalYear(last));
    }

    /** The plan is gone for which these were brought in: none of them can be applied or turned back any more. */
    public void planRemovedWithin(Actor actor, OwnerId owner, String planSlug) {
        repository.planRemoved(owner.value(), planSlug, actor.displayName(), clock.instant());
    }

    DataImport dataImport(ImportRow row) {
        return new DataImport(
                new ImportId(row.id()),
                new OwnerId(row.ownerId()),
                row.ownerSlug(),
                row.ownerName(),
                row.planSlug(),
                row.planIsNew(),
                row.title(),
                new FiscalYear(row.fiscalYear()),
                period(row),
                row.fileName(),
                row.corrections().equals("{}")
                        ? Corrections.NONE
                        : json.read(row.corrections(), CorrectionsDocument.class)
                                .corrections(),
                ImportState.valueOf(row.state()),
                row.message(),
                row.createdByName(),
                row.createdAt(),
                row.settledByName(),
                row.settledAt(),
                row.version());
    }
}

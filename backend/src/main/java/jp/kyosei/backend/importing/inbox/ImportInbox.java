package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.FileName;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Takes an owner's files, reads them, and lists what became of them. For the owner's secretariat alone. */
@Singleton
public class ImportInbox {
    /** How many imports the list shows, the newest first. */
    public static final int MOST_LISTED = 50;

    /** A small file is read by then, so that whoever brought it need not ask again. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    /** A reading that nobody can be doing any more: the process that did it is gone. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final ImportRepository repository;
    private final KeptImports kept;
    private final ImportReader reader;
    private final OwnerService owners;
    private final PlanService plans;
    private final PlanNames names;
    private final ColumnMemory memory;
    private final ExpensiveWork work;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    ImportInbox(
            ImportRepository repository,
            KeptImports kept,
            ImportReader reader,
            OwnerService owners,
            PlanService plans,
            PlanNames names,
            ColumnMemory memory,
            ExpensiveWork work,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.repository = repository;
        this.kept = kept;
        this.reader = reader;
        this.owners = owners;
        this.plans = plans;
        this.names = names;
        this.memory = memory;
        this.work = work;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Takes a file and begins to read it; answers when it is read, or after a moment.
     *
     * @param ownerSlug whose plan it is
     * @throws NotFoundException if there is no such owner or plan, or it is another's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws WrongTextException if the slug is no name for a plan of that owner
     * @throws RefusedException if the slug is another plan's, or that of a new plan that waits
     * @throws jp.kyosei.backend.load.BusyException if too many files are being read
     */
    public DataImport receive(Actor actor, String ownerSlug, NewImport brought, byte[] content) {
        Owner owner = owners.owner(actor, ownerSlug);
        policy.checkCanKeepPlans(actor, owner.id());
        work.checkRoomFor(actor.person());
        ImportId id = ImportId.next();
        String fileName = FileName.of(brought.fileName()).value();
        String title = TypedText.checked(TextKind.NAME, "title", "計画の名称", brought.title());
        door.write(actor, () -> {
            String plan = brought.plan();
            PlanPeriod period = brought.period();
            String slug = plan == null
                    ? nameOf(owner, brought.slug())
                    : planOf(actor, owner, plan).slug();
            repository.insert(
                    owner.id().value(),
                    id.value(),
                    slug,
                    plan == null,
                    title,
                    brought.newestActuals().year(),
                    period == null ? null : period.first().year(),
                    period == null ? null : period.last().year(),
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
        Plan plan = plans.inForceWithin(actor, slug).plan();
        if (!plan.owner().equals(owner.id())) {
            throw new NotFoundException();
        }
        return plan;
    }

    private String nameOf(Owner owner, @Nullable String wished) {
        return wished == null || wished.isBlank()
                ? names.freeWithin(owner)
                : names.chosenWithin(owner.id(), owner.slug(), wished, null);
    }

    /**
     * Gives the plan that an import makes another name in addresses.
     *
     * @throws WrongTextException if it is no name for a plan of that owner
     * @throws RefusedException if the plan is there already, or another plan has the name or is to have it
     * @throws StaleException if the import is not in that version, or no longer waits
     */
    public DataImport rename(Actor actor, ImportId id, long version, String slug) {
        return door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            if (!found.isNewPlan()) {
                throw new RefusedException("識別名を変えられるのは、新しい計画として取り込むときだけです。");
            }
            String chosen = names.chosenWithin(found.owner(), found.ownerSlug(), slug, id);
            if (repository.rename(found.owner().value(), id.value(), version, chosen) == 0) {
                throw new StaleException();
            }
            return kept.findWithin(id);
        });
    }

    /** The owner's imports, the newest first, at most {@value #MOST_LISTED}; errors as {@link #receive}. */
    public List<DataImport> imports(Actor actor, String ownerSlug) {
        Owner owner = owners.owner(actor, ownerSlug);
        policy.checkCanKeepPlans(actor, owner.id());
        return door.read(actor, () -> repository.ofOwner(owner.id().value(), MOST_LISTED)).stream()
                .map(kept::dataImport)
                .toList();
    }

    /**
     * An import as it stands; waits a moment where it is being read.
     *
     * @throws NotFoundException if there is none, or it is of another owner's secretariat
     */
    public DataImport find(Actor actor, ImportId id) {
        reader.await(id, MOMENT);
        DataImport known = door.read(actor, () -> kept.findWithin(id));
        Optional<ImportReader.Ended> unsaved = reader.takeUnsaved(id);
        if (unsaved.isPresent()) {
            finish(actor, known, unsaved.get().state(), unsaved.get().message());
        }
        DataImport found = unsaved.isPresent() ? door.read(actor, () -> kept.findWithin(id)) : known;
        boolean abandoned = found.state() == ImportState.READING
                && !reader.isReading(id)
                && found.createdAt().plus(ABANDONED).isBefore(clock.instant());
        if (abandoned) {
            finish(actor, found, ImportState.UNREADABLE, "読み込みが途中で止まりました。もう一度ファイルを選んでください。");
            return door.read(actor, () -> kept.findWithin(id));
        }
        return found;
    }

    private void finish(Actor actor, DataImport found, ImportState state, String message) {
        door.write(
                actor,
                () -> repository.finishReading(found.owner().value(), found.id().value(), state.name(), message));
    }

    /**
     * Stops an import that is being read or waits to be applied; nothing of it stays but its name.
     *
     * @throws RefusedException if it is applied or undone already
     */
    public DataImport cancel(Actor actor, ImportId id) {
        DataImport cancelled = door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            if (repository.cancel(found.owner().value(), id.value()) == 0) {
                throw new RefusedException(
                        "この取り込みは「%s」です。中止できません。".formatted(found.state().label()));
            }
            memory.forgetImportWithin(found);
            return kept.findWithin(id);
        });
        reader.stop(id);
        kept.forgetBook(id);
        return cancelled;
    }
}

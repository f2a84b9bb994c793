package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.importing.naming.NameMemory;
import jp.kyosei.backend.importing.underway.Underway;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.importing.underway.WorkStep;
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

/** Takes an owner's files, reads them, and lists what became of them. For the owner's secretariat alone. */
@Singleton
public class ImportInbox {
    /** How many imports the list shows, the newest first. */
    public static final int MOST_LISTED = 50;

    /** A small file is read by then, so that whoever brought it need not ask again. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final ImportRepository repository;
    private final KeptImports kept;
    private final ImportReader reader;
    private final OwnerService owners;
    private final PlanService plans;
    private final PlanNames names;
    private final ColumnMemory memory;
    private final NameMemory drifted;
    private final ExpensiveWork work;
    private final Underway underway;
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
            NameMemory drifted,
            ExpensiveWork work,
            Underway underway,
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
        this.drifted = drifted;
        this.work = work;
        this.underway = underway;
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
                    ? names.nameWithin(owner, brought.slug())
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
            return underway.beginWithin(actor, owner.id(), id.value(), WorkStep.READING);
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
            if (!chosen.equals(found.planSlug())) {
                kept.recordWithin(
                        actor, found, Deed.RENAME_IMPORT, Map.of("slug", found.planSlug()), Map.of("slug", chosen));
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
        return look(actor, id);
    }

    /**
     * The same at once. What a process that is gone has left half read is read again, for whoever looks.
     *
     * @throws NotFoundException if there is none, or it is of another owner's secretariat
     */
    public DataImport look(Actor actor, ImportId id) {
        DataImport known = door.read(actor, () -> kept.findWithin(id));
        Optional<ImportReader.Ended> unsaved = reader.takeUnsaved(id);
        if (unsaved.isPresent()) {
            finish(actor, known, unsaved.get().state(), unsaved.get().message());
            return door.read(actor, () -> kept.findWithin(id));
        }
        if (known.state() == ImportState.READING && !reader.isReading(id)) {
            takeUp(actor, known);
        }
        return known;
    }

    private void takeUp(Actor actor, DataImport known) {
        boolean mine = door.write(
                actor,
                () -> kept.findWithin(known.id()).state() == ImportState.READING
                        && underway.beginWithin(actor, known.owner(), known.id().value(), WorkStep.READING));
        if (mine) {
            byte[] content = door.read(actor, () -> kept.contentWithin(known));
            reader.start(actor, known.owner(), known.id(), known.fileName(), content);
        }
    }

    /** What is being done with an import now, or why that ended without a result; none where all is well. */
    public Optional<Work> underway(Actor actor, DataImport found) {
        return door.read(
                actor, () -> underway.findWithin(found.owner(), found.id().value()));
    }

    private void finish(Actor actor, DataImport found, ImportState state, String message) {
        door.write(actor, () -> {
            underway.endWithin(found.owner(), found.id().value());
            return repository.finishReading(found.owner().value(), found.id().value(), state.name(), message);
        });
    }

    /**
     * Stops an import. One that is being applied waits again, with nothing written, unless it is done already; of one that is
     * being read or waits, nothing stays but its name.
     *
     * @throws RefusedException if it is applied or undone already
     */
    public DataImport cancel(Actor actor, ImportId id) {
        boolean applying = door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            boolean is = underway.findWithin(found.owner(), id.value())
                    .filter(work -> work.step() == WorkStep.APPLYING && work.isUnderWay())
                    .isPresent();
            if (is) {
                underway.stopWithin(found.owner(), id.value());
            }
            return is;
        });
        if (applying) {
            underway.await(id.value(), MOMENT);
            return look(actor, id);
        }
        DataImport cancelled = door.write(actor, () -> {
            DataImport found = kept.findWithin(id);
            if (repository.cancel(found.owner().value(), id.value()) == 0) {
                throw new RefusedException(
                        "この取り込みは「%s」です。中止できません。".formatted(found.state().label()));
            }
            memory.forgetImportWithin(found);
            drifted.forgetImportWithin(found.owner(), id.value());
            underway.endWithin(found.owner(), id.value());
            return kept.findWithin(id);
        });
        reader.stop(id);
        kept.forgetBook(id);
        return cancelled;
    }
}

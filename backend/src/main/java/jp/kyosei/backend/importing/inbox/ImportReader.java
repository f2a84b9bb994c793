package jp.kyosei.backend.importing.inbox;

import io.micronaut.context.BeanProvider;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import jp.kyosei.backend.importing.underway.Underway;
import jp.kyosei.backend.importing.underway.Watch;
import jp.kyosei.backend.load.BusyException;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files beside the request that brought them, in their turn, so that a large one can be watched and stopped. */
@Singleton
final class ImportReader {
    private static final Logger LOG = LoggerFactory.getLogger(ImportReader.class);

    /** How much of the work it is to take the file apart; the rest is to understand it. */
    private static final double READ = 0.5;

    private final SheetReader sheets;
    private final BookShelf shelf;
    private final ImportRepository repository;
    private final TenantDoor door;
    private final ExpensiveWork work;
    private final Underway underway;
    private final BeanProvider<AfterReading> after;
    private final Map<ImportId, Thread> readings = new ConcurrentHashMap<>();

    /** What became of readings whose row could not be found yet: the request that made it has not ended. */
    private final Map<ImportId, Ended> unsaved = new ConcurrentHashMap<>();

    /** @param message why it could not be read; empty if it was */
    record Ended(ImportState state, String message) {}

    ImportReader(
            SheetReader sheets,
            BookShelf shelf,
            ImportRepository repository,
            ExpensiveWork work,
            Underway underway,
            BeanProvider<AfterReading> after,
            TenantDoor door) {
        this.sheets = sheets;
        this.shelf = shelf;
        this.repository = repository;
        this.work = work;
        this.underway = underway;
        this.after = after;
        this.door = door;
    }

    /** Begins to read; it has been written down before that this process does. */
    void start(Actor actor, OwnerId owner, ImportId id, String fileName, byte[] content) {
        Watch watch = underway.watch(actor, owner, id.value());
        Thread thread = Thread.ofVirtual().name("import-" + id.value()).unstarted(() -> {
            try (watch) {
                read(actor, owner, id, fileName, content, watch);
            } finally {
                readings.remove(id);
            }
        });
        readings.put(id, thread);
        thread.start();
    }

    /** Waits a moment for a reading of this process. */
    void await(ImportId id, Duration patience) {
        if (readings.containsKey(id)) {
            underway.await(id.value(), patience);
        }
    }

    /** Whether this very process is reading it. */
    boolean isReading(ImportId id) {
        return readings.containsKey(id);
    }

    /** What became of a reading, if it is not written down yet; it is handed out once. */
    Optional<Ended> takeUnsaved(ImportId id) {
        return Optional.ofNullable(unsaved.remove(id));
    }

    void stop(ImportId id) {
        Thread reading = readings.get(id);
        if (reading != null) {
            reading.interrupt();
        }
    }

    @PreDestroy
    void stopAll() {
        readings.keySet().forEach(this::stop);
    }

    private void read(Actor actor, OwnerId owner, ImportId id, String fileName, byte[] content, Watch watch) {
        ImportState state = ImportState.READY;
        String message = "";
        try {
            work.run(actor.person(), () -> watch.over(() -> read(actor, id, fileName, content)));
        } catch (UnreadableFileException e) {
            state = ImportState.UNREADABLE;
            message = String.valueOf(e.getMessage());
        } catch (BusyException e) {
            state = ImportState.UNREADABLE;
            message = "混み合っていたため、読み込めませんでした。少し待ってから、もう一度ファイルを選んでください。";
        } catch (CancellationException e) {
            LOG.debug("reading of import {} was stopped", id.value());
            return;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("import {} could not be read", id.value(), e);
            state = ImportState.UNREADABLE;
            message = "ファイルを読み取れませんでした。Excelで開いて「.xlsx」で保存し直してから、もう一度選んでください。";
        }
        finish(actor, owner, id, state, message);
    }

    private Book read(Actor actor, ImportId id, String fileName, byte[] content) {
        Book book = Headway.part(0, READ, () -> sheets.read(fileName, content));
        shelf.put(id, book);
        for (AfterReading ahead : after) {
            ahead.readAhead(actor, id, book);
        }
        return book;
    }

    private void finish(Actor actor, OwnerId owner, ImportId id, ImportState state, String message) {
        long written = door.write(actor, () -> {
            underway.endWithin(owner, id.value());
            return repository.finishReading(owner.value(), id.value(), state.name(), message);
        });
        if (written == 0) {
            unsaved.put(id, new Ended(state, message));
        }
    }
}

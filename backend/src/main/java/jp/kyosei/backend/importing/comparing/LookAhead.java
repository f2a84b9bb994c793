package jp.kyosei.backend.importing.comparing;

import jakarta.inject.Singleton;
import jp.kyosei.backend.importing.inbox.AfterReading;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.KeptImports;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Understands a file as soon as it is read, so that its preview opens at once. */
@Singleton
final class LookAhead implements AfterReading {
    private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);

    private final KeptImports kept;
    private final ImportPlanner planner;
    private final TenantDoor door;

    LookAhead(KeptImports kept, ImportPlanner planner, TenantDoor door) {
        this.kept = kept;
        this.planner = planner;
        this.door = door;
    }

    @Override
    public void readAhead(Actor actor, ImportId id, Book book) {
        try {
            door.read(actor, () -> {
                DataImport found = kept.findWithin(id);
                return planner.planWithin(actor, found, () -> book, null);
            });
        } catch (NotFoundException e) {
            LOG.debug("import {} is looked at later: whoever brought it has not ended", id.value());
        }
    }
}

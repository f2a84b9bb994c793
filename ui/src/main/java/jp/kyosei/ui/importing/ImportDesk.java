package jp.kyosei.ui.importing;

import jakarta.inject.Singleton;
import java.util.Optional;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.ui.session.CurrentActor;

/** What is done with an import on its page, for the person at the screen with the roles held at that moment. */
@Singleton
public final class ImportDesk {
    private final ImportInbox imports;
    private final ImportUndoing undoing;
    private final ImportApplying applying;
    private final ImportPreviews previews;
    private final CurrentActor current;

    ImportDesk(
            ImportInbox imports,
            ImportUndoing undoing,
            ImportApplying applying,
            ImportPreviews previews,
            CurrentActor current) {
        this.imports = imports;
        this.undoing = undoing;
        this.applying = applying;
        this.previews = previews;
        this.current = current;
    }

    DataImport look(ImportId id) {
        return imports.look(current.require(), id);
    }

    Optional<Work> underway(DataImport found) {
        return imports.underway(current.require(), found);
    }

    /** @throws NotFoundException if it waits no more */
    ImportPreview preview(DataImport found) {
        return previews.preview(current.require(), found.id()).orElseThrow(NotFoundException::new);
    }

    SheetPicture picture(DataImport found, int sheet, int from) {
        return previews.picture(current.require(), found.id(), sheet, from);
    }

    byte[] annotated(DataImport found) {
        return previews.annotated(current.require(), found.id());
    }

    DataImport correct(DataImport found, Corrections said) {
        return previews.correct(current.require(), found.id(), found.version(), said);
    }

    DataImport forget(DataImport found, String key) {
        return previews.forget(current.require(), found.id(), key);
    }

    DataImport rename(DataImport found, String slug) {
        return imports.rename(current.require(), found.id(), found.version(), slug);
    }

    DataImport apply(DataImport found, String fingerprint, String reason) {
        applying.begin(current.require(), found.id(), fingerprint, reason);
        return look(found.id());
    }

    DataImport cancel(DataImport found) {
        return imports.cancel(current.require(), found.id());
    }

    DataImport undo(DataImport found) {
        return undoing.undo(current.require(), found.id());
    }
}

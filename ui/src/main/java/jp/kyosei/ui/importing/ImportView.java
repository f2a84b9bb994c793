package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.importing.underway.WorkStep;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.MainLayout;

/** One import: what it would change, with each problem at its cell, how the columns were read, and the word to apply it. */
@Prototype
@Route(value = "owners/:owner/imports/:import", layout = MainLayout.class)
public final class ImportView extends ImportPage {
    private final ImportDesk desk;

    public ImportView(OwnerService owners, ImportDesk desk, CurrentActor current) {
        super(owners, current);
        this.desk = desk;
    }

    @Override
    void show(Actor actor, Owner owner, RouteParameters parameters) {
        placeAt(owner, new Crumb("ファイルの取込", new ImportAddress(owner.slug()).list()));
        DataImport found = desk.look(new ImportId(id(parameters.get("import").orElse(""))));
        if (!found.ownerSlug().equals(owner.slug())) {
            throw new NotFoundException();
        }
        lay(found);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void lay(DataImport found) {
        removeAll();
        add(new ImportHeading(found));
        Optional<Work> work = desk.underway(found);
        switch (found.state()) {
            case READING -> add(waiting(found, WorkStep.READING));
            case READY -> {
                if (work.filter(Work::isUnderWay).isPresent()) {
                    add(waiting(found, WorkStep.APPLYING));
                } else {
                    work.ifPresent(ended -> add(new ImportNote(ImportNote.Kind.WRONG, ended.message())));
                    ImportPreview preview = desk.preview(found);
                    add(new ReadyImport(found, preview, new ReadySteps(desk, found, preview.fingerprint(), this::lay)));
                }
            }
            case UNREADABLE -> add(new ImportNote(ImportNote.Kind.WRONG, found.message()), again(found));
            case CANCELLED -> add(new ImportNote(ImportNote.Kind.NOTE, "この取込は中止しました。何も登録していません。"), again(found));
            case APPLIED -> add(new AppliedImport(found, () -> lay(desk.undo(found))));
            case UNDONE ->
                add(
                        new ImportNote(
                                ImportNote.Kind.NOTE, "%sが取り消しました。取り込む前の内容に戻っています。".formatted(found.settledBy())),
                        again(found));
        }
    }

    private static Component again(DataImport found) {
        Anchor link = new Anchor(new ImportAddress(found.ownerSlug()).list(), "別のファイルを選ぶ");
        link.addClassName("button");
        return new Paragraph(link);
    }

    private ImportWait waiting(DataImport found, WorkStep step) {
        return new ImportWait(step, () -> stillUnderway(found, step), () -> stop(found));
    }

    private Optional<Work> stillUnderway(DataImport found, WorkStep step) {
        DataImport now = desk.look(found.id());
        Optional<Work> work = desk.underway(now);
        boolean ended = step == WorkStep.READING
                ? now.state() != ImportState.READING
                : work.filter(Work::isUnderWay).isEmpty();
        if (ended) {
            lay(now);
            return Optional.empty();
        }
        return work;
    }

    /** What was done before it could be stopped stays done, and is shown. */
    private void stop(DataImport found) {
        try {
            lay(desk.cancel(found));
        } catch (RefusedException e) {
            lay(desk.look(found.id()));
        }
    }
}

package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.MainLayout;

/** One import: what it would change, with each problem at its cell, how the columns were read, and the word to apply it. */
@Prototype
@Route(value = "owners/:owner/imports/:import", layout = MainLayout.class)
public final class ImportView extends ImportPage {
    private final ImportInbox imports;
    private final ImportUndoing undoing;
    private final ImportApplying applying;
    private final ImportPreviews previews;

    public ImportView(
            OwnerService owners,
            ImportInbox imports,
            ImportUndoing undoing,
            ImportApplying applying,
            ImportPreviews previews,
            CurrentActor current) {
        super(owners, current);
        this.imports = imports;
        this.undoing = undoing;
        this.applying = applying;
        this.previews = previews;
    }

    @Override
    void show(Actor actor, Owner owner, RouteParameters parameters) {
        placeAt(owner, new Crumb("ファイルの取込", new ImportAddress(owner.slug()).list()));
        ImportId id = new ImportId(id(parameters.get("import").orElse("")));
        DataImport found = imports.find(actor, id);
        if (!found.ownerSlug().equals(owner.slug())) {
            throw new NotFoundException();
        }
        lay(actor, found);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void lay(Actor actor, DataImport found) {
        removeAll();
        add(new ImportHeading(found));
        switch (found.state()) {
            case READING -> add(reading(found));
            case READY -> {
                ImportPreview preview = previews.preview(actor, found.id()).orElseThrow(NotFoundException::new);
                add(new ReadyImport(found, preview, desk(found, preview.fingerprint())));
            }
            case UNREADABLE -> add(new ImportNote(ImportNote.Kind.WRONG, found.message()), again(found));
            case CANCELLED -> add(new ImportNote(ImportNote.Kind.NOTE, "この取込は中止しました。何も登録していません。"), again(found));
            case APPLIED -> add(new AppliedImport(found, () -> lay(actor(), undoing.undo(actor(), found.id()))));
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

    private ImportWait reading(DataImport found) {
        return new ImportWait(
                () -> {
                    DataImport now = imports.find(actor(), found.id());
                    if (now.state() != ImportState.READING) {
                        lay(actor(), now);
                    }
                },
                () -> lay(actor(), imports.cancel(actor(), found.id())));
    }

    private ReadyImport.Desk desk(DataImport found, String fingerprint) {
        return new ReadyImport.Desk() {
            @Override
            public byte[] annotated() {
                return previews.annotated(actor(), found.id());
            }

            @Override
            public void correct(Corrections said, Div refused) {
                ImportView.this.correct(found, said, refused);
            }

            @Override
            public SheetPicture picture(int sheet, int from) {
                return previews.picture(actor(), found.id(), sheet, from);
            }

            @Override
            public void forget(String key) {
                again(() -> previews.forget(actor(), found.id(), key), found);
            }

            @Override
            public void rename(String slug) {
                again(() -> imports.rename(actor(), found.id(), found.version(), slug), found);
            }

            @Override
            public void apply(String reason, Div said) {
                ImportView.this.apply(found, fingerprint, reason, said);
            }

            @Override
            public void cancel() {
                lay(actor(), imports.cancel(actor(), found.id()));
            }
        };
    }

    private void correct(DataImport found, Corrections said, Div refused) {
        try {
            again(() -> previews.correct(actor(), found.id(), found.version(), said), found);
        } catch (RefusedException e) {
            tell(refused, e, "読み直せませんでした。");
        }
    }

    /** Takes a step and shows what has become of the import; of what somebody else has done meanwhile, too. */
    private void again(Supplier<DataImport> step, DataImport found) {
        DataImport now;
        try {
            now = step.get();
        } catch (StaleException | NotFoundException e) {
            now = imports.find(actor(), found.id());
        }
        lay(actor(), now);
    }

    private static void tell(Div said, RefusedException refused, String otherwise) {
        said.removeAll();
        said.add(new ImportNote(ImportNote.Kind.WRONG, Objects.requireNonNullElse(refused.getMessage(), otherwise)));
    }

    private void apply(DataImport found, String fingerprint, String reason, Div said) {
        try {
            lay(actor(), applying.apply(actor(), found.id(), fingerprint, reason));
        } catch (StaleException | ImportRefusedException e) {
            lay(actor(), imports.find(actor(), found.id()));
            addComponentAtIndex(1, new ImportNote(ImportNote.Kind.WRONG, "表示した後に登録内容が変わりました。新しい内容を確かめて、もう一度押してください。"));
        } catch (RefusedException e) {
            tell(said, e, "取り込めませんでした。");
        }
    }
}

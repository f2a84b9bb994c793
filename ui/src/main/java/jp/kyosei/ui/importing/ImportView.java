package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.MainLayout;

/** One import: what it would change, with each problem at its cell, how the columns were read, and the word to apply it. */
@Prototype
@Route(value = "owners/:owner/imports/:import", layout = MainLayout.class)
public final class ImportView extends ImportPage {
    private static final int LOOK_AGAIN_MILLIS = 1500;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final ImportInbox imports;
    private final ImportUndoing undoing;
    private final ImportApplying applying;
    private final ImportPreviews previews;
    private transient Registration polling = () -> {};

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
        stopLooking();
        H1 heading = new H1(found.fileName());
        heading.getElement().setAttribute("dir", "auto");
        add(
                heading,
                new Paragraph("%s　いちばん新しい実績 %s　%s が %s に選びました。"
                        .formatted(
                                found.isNewPlan() ? "新しい計画「%s」".formatted(found.title()) : "登録済みの計画へ",
                                found.newestActuals().longLabel(),
                                found.createdBy(),
                                WHEN.format(found.createdAt().atZone(JapanTime.ZONE)))));
        switch (found.state()) {
            case READING -> reading(found);
            case READY -> ready(found, previews.preview(actor, found.id()).orElseThrow(NotFoundException::new));
            case UNREADABLE -> add(message("import-wrong", found.message()), again(found));
            case CANCELLED -> add(message("import-note", "この取込は中止しました。何も登録していません。"), again(found));
            case APPLIED -> applied(found);
            case UNDONE ->
                add(message("import-note", "%sが取り消しました。取り込む前の内容に戻っています。".formatted(found.settledBy())), again(found));
        }
    }

    static Div message(String className, String text) {
        Div message = new Div(new Paragraph(text));
        message.addClassName(className);
        message.getElement().setAttribute("role", "status");
        return message;
    }

    private static Component again(DataImport found) {
        Anchor link = new Anchor(new ImportAddress(found.ownerSlug()).list(), "別のファイルを選ぶ");
        link.addClassName("button");
        return new Paragraph(link);
    }

    private void reading(DataImport found) {
        Div box = message("import-note", "ファイルを読み込んでいます。大きなファイルは十数秒かかります。この画面を閉じても続きます。");
        Button stop = new Button("読み込みを中止する", click -> lay(actor(), imports.cancel(actor(), found.id())));
        stop.addClassName("button");
        box.add(stop);
        add(box);
        getUI().ifPresent(ui -> {
            ui.setPollInterval(LOOK_AGAIN_MILLIS);
            polling = ui.addPollListener(poll -> {
                DataImport now = imports.find(actor(), found.id());
                if (now.state() != ImportState.READING) {
                    lay(actor(), now);
                }
            });
        });
    }

    private void stopLooking() {
        polling.remove();
        polling = () -> {};
        getUI().ifPresent(ui -> ui.setPollInterval(-1));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        polling.remove();
        event.getUI().setPollInterval(-1);
    }

    private void applied(DataImport found) {
        add(message("import-good", "%sが取り込みました。".formatted(found.settledBy())));
        Anchor results = new Anchor(new PlanAddress(found.planSlug()).results(found.newestActuals()), "実績一覧を見る");
        results.addClassNames("button", "primary");
        Div asked = new Div();
        Button undo = new Button("この取込を取り消す", click -> AskBox.of(
                        found.isNewPlan()
                                ? "この取込でつくった計画を、実績値や評価文とともに削除します。よろしいですか。"
                                : "この取込で変えた欄を、すべて取り込む前の内容に戻します。よろしいですか。",
                        "取り消す",
                        () -> undo(found, asked))
                .askIn(asked));
        undo.addClassName("button");
        Div buttons = new Div(results, undo);
        buttons.addClassName("button-row");
        add(buttons, asked);
    }

    private void undo(DataImport found, Div asked) {
        try {
            lay(actor(), undoing.undo(actor(), found.id()));
        } catch (RefusedException e) {
            asked.removeAll();
            asked.add(message("import-wrong", Objects.requireNonNullElse(e.getMessage(), "取り消せませんでした。")));
        }
    }

    private void ready(DataImport found, ImportPreview preview) {
        add(new ReadyImport(found, preview, desk(found, preview)));
    }

    private ReadyImport.Desk desk(DataImport found, ImportPreview preview) {
        return new ReadyImport.Desk() {
            @Override
            public byte[] annotated() {
                return previews.annotated(actor(), found.id());
            }

            @Override
            public void correct(Map<String, Map<Integer, ColumnMeaning>> said) {
                ImportView.this.correct(found, said);
            }

            @Override
            public void apply(String reason, Div said) {
                ImportView.this.apply(found, preview.fingerprint(), reason, said);
            }

            @Override
            public void cancel() {
                lay(actor(), imports.cancel(actor(), found.id()));
            }
        };
    }

    private void correct(DataImport found, Map<String, Map<Integer, ColumnMeaning>> said) {
        try {
            lay(actor(), previews.correct(actor(), found.id(), found.version(), said));
        } catch (StaleException e) {
            lay(actor(), imports.find(actor(), found.id()));
        }
    }

    private void apply(DataImport found, String fingerprint, String reason, Div said) {
        try {
            lay(actor(), applying.apply(actor(), found.id(), fingerprint, reason));
        } catch (StaleException | ImportRefusedException e) {
            lay(actor(), imports.find(actor(), found.id()));
            addComponentAtIndex(2, message("import-wrong", "表示した後に登録内容が変わりました。新しい内容を確かめて、もう一度押してください。"));
        } catch (RefusedException e) {
            said.removeAll();
            said.add(message("import-wrong", Objects.requireNonNullElse(e.getMessage(), "取り込めませんでした。")));
        }
    }
}

package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.DataImport;
import jp.kyosei.backend.importing.Finding;
import jp.kyosei.backend.importing.ImportId;
import jp.kyosei.backend.importing.ImportPreview;
import jp.kyosei.backend.importing.ImportRefusedException;
import jp.kyosei.backend.importing.ImportService;
import jp.kyosei.backend.importing.ImportState;
import jp.kyosei.backend.importing.PlannedChange;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.Owner;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenancyService;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One import: what it would change, with each problem at its cell, how the columns were read, and the word to apply it. */
@Prototype
@Route(value = "owners/:owner/imports/:import", layout = MainLayout.class)
public final class ImportView extends ImportPage {
    private static final int MOST_SHOWN = 300;
    private static final int LOOK_AGAIN_MILLIS = 1500;
    private static final int REASON_LINES = 2;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final ImportService imports;
    private transient Registration polling = () -> {};

    public ImportView(TenancyService tenancy, ImportService imports, CurrentActor current) {
        super(tenancy, current);
        this.imports = imports;
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
                                WHEN.format(found.createdAt().atZone(JAPAN)))));
        switch (found.state()) {
            case READING -> reading(found);
            case READY -> ready(found, imports.preview(actor, found.id()).orElseThrow(NotFoundException::new));
            case UNREADABLE -> add(message("import-wrong", found.message()), again(found));
            case CANCELLED -> add(message("import-note", "この取込は中止しました。何も登録していません。"), again(found));
            case APPLIED -> applied(found);
            case UNDONE ->
                add(message("import-note", "%sが取り消しました。取り込む前の内容に戻っています。".formatted(found.settledBy())), again(found));
        }
    }

    private static Div message(String className, String text) {
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
            lay(actor(), imports.undo(actor(), found.id()));
        } catch (RefusedException e) {
            asked.removeAll();
            asked.add(message("import-wrong", Objects.requireNonNullElse(e.getMessage(), "取り消せませんでした。")));
        }
    }

    private void ready(DataImport found, ImportPreview preview) {
        add(counts(preview));
        List<Finding> problems = of(preview, Finding.Weight.PROBLEM);
        if (!problems.isEmpty()) {
            add(new H2("直すところ"), new Paragraph("すべて直すと取り込めます。元の表を直して選び直すか、列の読み取り方を直してください。"));
            add(findings("直すところ", problems));
        }
        if (preview.findings().stream().anyMatch(finding -> finding.place() != null)) {
            add(annotated(found));
        }
        if (!preview.sheets().isEmpty()) {
            NativeDetails columns = new NativeDetails(
                    "列の読み取り方を確かめる・直す", new ColumnsForm(preview.sheets(), found, said -> correct(found, said)));
            columns.setOpen(preview.indicators() == 0
                    || (problems.isEmpty() && preview.changes().isEmpty()));
            add(columns);
        }
        if (preview.isApplicable()) {
            add(apply(found, preview));
        } else if (problems.isEmpty()) {
            add(message("import-note", "登録されている内容と同じです。取り込むものはありません。"));
        }
        if (!preview.changes().isEmpty()) {
            add(new H2("変わる内容"), changes(preview));
        }
        List<Finding> checks = of(preview, Finding.Weight.CHECK);
        if (!checks.isEmpty()) {
            add(new H2("指摘"), new Paragraph("正しい値かどうか確かめてください。このままでも取り込めます。"), findings("指摘", checks));
        }
        List<Finding> notices = of(preview, Finding.Weight.NOTICE);
        if (!notices.isEmpty()) {
            add(new H2("このように読み取りました"), findings("読み取り方", notices));
        }
        Button stop = new Button("取り込まずにやめる", click -> lay(actor(), imports.cancel(actor(), found.id())));
        stop.addClassName("button");
        add(new Paragraph(stop));
    }

    private static List<Finding> of(ImportPreview preview, Finding.Weight weight) {
        return preview.findings().stream()
                .filter(finding -> finding.weight() == weight)
                .toList();
    }

    private static Component counts(ImportPreview preview) {
        Div counts = new Div();
        counts.addClassName("import-counts");
        counts.getElement().setAttribute("role", "group");
        counts.getElement().setAttribute("aria-label", "取り込む内容の件数");
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("指標", (long) preview.indicators());
        numbers.put("新しく入る", preview.countNew());
        numbers.put("変わる", preview.changes().size() - preview.countNew());
        numbers.put("同じ", (long) preview.unchanged());
        numbers.put("直すところ", preview.count(Finding.Weight.PROBLEM));
        numbers.put("指摘", preview.count(Finding.Weight.CHECK));
        numbers.forEach((name, number) -> {
            Span label = new Span(name);
            Span value = new Span("%,d".formatted(number));
            value.addClassName("number");
            Div count = new Div(label, value);
            if (name.equals("直すところ") && number > 0) {
                count.addClassName("bad");
            }
            counts.add(count);
        });
        return counts;
    }

    private static Component findings(String caption, List<Finding> findings) {
        HtmlTable table = new HtmlTable(shown(caption, findings.size()), List.of("セル", "指標", "内容"));
        findings.stream().limit(MOST_SHOWN).forEach(finding -> table.row(new Span(place(finding.place())))
                .text(finding.no())
                .text(finding.message()));
        return scrolling(table);
    }

    private static String place(@Nullable CellPlace place) {
        if (place == null) {
            return "ファイル全体";
        }
        return place.sheet().isEmpty() ? place.name() : "%s %s".formatted(place.sheet(), place.name());
    }

    private static String shown(String caption, int size) {
        return size <= MOST_SHOWN
                ? "%s（%,d件）".formatted(caption, size)
                : "%s（%,d件のうち先頭の%d件）".formatted(caption, size, MOST_SHOWN);
    }

    private static Component changes(ImportPreview preview) {
        HtmlTable table = new HtmlTable(
                shown("変わる内容", preview.changes().size()), List.of("指標", "年度", "市町村", "種類", "いま", "取り込み後", "セル"));
        preview.changes().stream().limit(MOST_SHOWN).forEach(change -> {
            HtmlTable.Row row = table.row(new Span(change.no() + " " + change.name()))
                    .text(change.fiscalYear().shortLabel())
                    .text(change.whose())
                    .text(change.what().label());
            if (change.what() == PlannedChange.What.ACTUAL) {
                row.figure(change.before()).figure(change.after());
            } else {
                row.text(change.before()).text(change.after());
            }
            row.text(place(change.place()));
        });
        return scrolling(table);
    }

    private static Component scrolling(HtmlTable table) {
        Div scrolling = new Div(table);
        scrolling.addClassName("import-scroll");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", "横に動かせる表");
        return scrolling;
    }

    private Component annotated(DataImport found) {
        Anchor link = new Anchor();
        link.setText("指摘をセルのコメントに書き込んだExcelを保存する");
        link.setHref((DownloadHandler) event -> send(found, event));
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return new Paragraph(link);
    }

    private void send(DataImport found, DownloadEvent event) throws IOException {
        byte[] content;
        try {
            content = imports.annotated(actor(), found.id());
        } catch (NotFoundException | RefusedException e) {
            event.getResponse().sendError(404, "");
            return;
        }
        event.setFileName(found.annotatedName());
        event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        event.setContentLength(content.length);
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getOutputStream().write(content);
    }

    private void correct(DataImport found, Map<String, Map<Integer, ColumnMeaning>> said) {
        try {
            lay(actor(), imports.correct(actor(), found.id(), found.version(), said));
        } catch (StaleException e) {
            lay(actor(), imports.find(actor(), found.id()));
        }
    }

    private Component apply(DataImport found, ImportPreview preview) {
        Div box = new Div();
        box.addClassName("import-apply");
        TextBox reason = new TextBox("確定した内容を変える理由", REASON_LINES)
                .hint("確定した内容を%,d件変えます。理由は変更の履歴に残ります。".formatted(preview.overConfirmed()));
        Div said = new Div();
        Button button = new Button("この内容で取り込む", click -> {
            if (preview.overConfirmed() > 0 && reason.getValue().isBlank()) {
                reason.refuse("変える理由を書いてください。");
                reason.lead();
                return;
            }
            apply(found, preview, reason.getValue(), said);
        });
        button.addClassNames("button", "primary");
        if (preview.overConfirmed() > 0) {
            box.add(reason);
        }
        box.add(
                new Paragraph(
                        preview.isNewPlan()
                                ? "計画「%s」（%s〜%s）をつくり、%,d の指標と実績値を登録します。"
                                        .formatted(
                                                preview.title(),
                                                label(preview.firstFiscalYear()),
                                                label(preview.lastFiscalYear()),
                                                preview.indicators())
                                : "%,d か所を書き換えます。途中で失敗したときは、何も変わりません。取り込んだ後に、まとめて取り消すこともできます。"
                                        .formatted(preview.changes().size())),
                button,
                said);
        return box;
    }

    private static String label(int year) {
        return new FiscalYear(year).longLabel();
    }

    private void apply(DataImport found, ImportPreview preview, String reason, Div said) {
        try {
            lay(actor(), imports.apply(actor(), found.id(), preview.fingerprint(), reason));
        } catch (StaleException | ImportRefusedException e) {
            lay(actor(), imports.find(actor(), found.id()));
            addComponentAtIndex(2, message("import-wrong", "表示した後に登録内容が変わりました。新しい内容を確かめて、もう一度押してください。"));
        } catch (RefusedException e) {
            said.removeAll();
            said.add(message("import-wrong", Objects.requireNonNullElse(e.getMessage(), "取り込めませんでした。")));
        }
    }
}

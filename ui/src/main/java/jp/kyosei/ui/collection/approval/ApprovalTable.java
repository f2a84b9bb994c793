package jp.kyosei.ui.collection.approval;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.approval.ApprovalRow;
import jp.kyosei.backend.collection.approval.ApprovalSheet;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.ui.collection.DueWords;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.ScrollingTable;

/** A town's figures of a year that wait for a superior: each with what is needed to approve it, and its two buttons. */
final class ApprovalTable extends Div {
    private static final int COLUMNS = 7;
    private static final DateTimeFormatter MOMENT = JapanTime.moments("M月d日 HH:mm");

    private final ApprovalSheet sheet;
    private final ApprovalSteps steps;

    ApprovalTable(ApprovalSheet sheet, LocalDate today, ApprovalSteps steps) {
        this.sheet = sheet;
        this.steps = steps;
        addClassName("approval");
        String year = sheet.round().fiscalYear().longLabel();
        Button all = steps.approve("%d 件をすべて承認する".formatted(sheet.rows().size()), sheet, sheet.rows());
        all.addClassName("primary");
        Div buttons = new Div(
                all, steps.sendBack("%d 件をすべて差し戻す".formatted(sheet.rows().size()), sheet, sheet.rows()));
        buttons.addClassName("button-row");
        add(
                new H2("%s　%s　%s"
                        .formatted(
                                sheet.municipalityName(),
                                year,
                                sheet.content().plan().title())),
                progress(today),
                buttons,
                new ScrollingTable(table(year), "%sの%sの承認待ち".formatted(sheet.municipalityName(), year)));
    }

    private Paragraph progress(LocalDate today) {
        Paragraph progress = new Paragraph();
        progress.addClassName("progress");
        sheet.rows().stream()
                .map(row -> row.task().dueOn())
                .min(Comparator.naturalOrder())
                .ifPresent(due -> progress.add(new Span(DueWords.of(due, today))));
        progress.add(new Span(
                "　承認待ち %d　担当者が入力中 %d　事務局へ提出済 %d　".formatted(sheet.rows().size(), sheet.underWay(), sheet.passedOn())));
        progress.add(new Anchor(
                new PlanAddress(sheet.content().plan().slug())
                        .entry(sheet.round().fiscalYear(), sheet.municipality().value()),
                "入力の表を見る"));
        return progress;
    }

    private HtmlTable table(String year) {
        String last = sheet.round().fiscalYear().previous().shortLabel();
        String now = sheet.round().fiscalYear().shortLabel();
        HtmlTable table = new HtmlTable(
                "%sの%sの承認待ち".formatted(sheet.municipalityName(), year),
                List.of("指標", last + " 実績", now + " 実績", "前年差", "確かめること", "提出", "承認"));
        sheet.rows().forEach(row -> {
            table.row(name(row))
                    .cell(last(row))
                    .figure(row.figure())
                    .figure(row.entry().change())
                    .cell(new ApprovalRemarks(row))
                    .text(submitted(row.task()))
                    .cell(buttons(row));
            if (!row.words().isEmpty() || !row.lastWords().isEmpty()) {
                table.below(new ApprovalWords(row, sheet.round().fiscalYear()), COLUMNS)
                        .marked("approval-words");
            }
        });
        return table;
    }

    private static Component name(ApprovalRow row) {
        Span unit = new Span(row.entry().indicator().unit());
        unit.addClassName("small");
        return new Span(
                new Span("No.%s %s ".formatted(row.no(), row.entry().indicator().name())), unit);
    }

    private static Component last(ApprovalRow row) {
        Div last = new Div(new Span(row.entry().last()));
        last.addClassName("figure");
        if (!row.entry().lastNote().isEmpty()) {
            Paragraph note = new Paragraph(row.entry().lastNote());
            note.addClassName("small");
            last.add(note);
        }
        return last;
    }

    private static String submitted(CollectionTask task) {
        Instant at = task.actedAt();
        return at == null ? task.actedBy() : "%s　%s".formatted(task.actedBy(), MOMENT.format(at));
    }

    private Div buttons(ApprovalRow row) {
        Button approve = steps.approve("承認", sheet, List.of(row));
        approve.setAriaLabel("No.%s を承認する".formatted(row.no()));
        Button back = steps.sendBack("差し戻す", sheet, List.of(row));
        back.setAriaLabel("No.%s を差し戻す".formatted(row.no()));
        Div buttons = new Div(approve, back);
        buttons.addClassNames("button-row", "approval-buttons");
        return buttons;
    }
}

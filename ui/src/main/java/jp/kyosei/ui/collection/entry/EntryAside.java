package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.history.ChangeHistory;
import jp.kyosei.ui.shell.SmallPrint;
import org.jspecify.annotations.Nullable;

/** Beside the matrix: what belongs to the row at which the person is. */
final class EntryAside extends Div {
    private final NarrativeEditor editor;
    private final BiConsumer<EntryRow, Confirmation> confirm;
    private final Div about = new Div();
    private final Div below = new Div();

    /** What a confirmed cell shall be, the whole of it, and why. */
    record Correction(EntryRow row, TypedCell cell, String reason) {}

    /** A check that is said to be right, and why. */
    record Confirmation(CheckCode code, String reason) {}

    EntryAside(NarrativeEditor editor, BiConsumer<EntryRow, Confirmation> confirm) {
        this.editor = editor;
        this.confirm = confirm;
        addClassName("entry-aside");
        getElement().setAttribute("role", "complementary");
        getElement().setAttribute("aria-label", "選んだ指標の評価文と指摘");
        add(about, editor, below);
    }

    /**
     * Shows a row.
     *
     * @param section the titles of its sections, from the top
     * @param correct takes a correction of a confirmed figure; null where the person may make none
     * @param history read when somebody asks for it
     */
    void show(
            EntryRow row, String section, @Nullable Consumer<Correction> correct, Supplier<List<AuditEntry>> history) {
        about.removeAll();
        below.removeAll();
        Paragraph where = new Paragraph("No.%s　%s".formatted(row.indicator().no(), section));
        where.addClassName("section-path");
        about.add(where, new H2(row.indicator().name()));
        if (!row.indicator().source().isEmpty()) {
            about.add(new SmallPrint("出所：" + row.indicator().source()));
        }
        CollectionTask task = row.task();
        if (task != null && !task.comment().isEmpty()) {
            Div returned = new Div(new Paragraph("差戻し（%s）".formatted(task.actedBy())), new Paragraph(task.comment()));
            returned.addClassName("returned-note");
            about.add(returned);
        }
        row.findings().forEach(finding -> about.add(finding(row, finding)));
        if (correct != null) {
            about.add(correction(row, correct));
        }
        below.add(history(row.indicator(), history));
    }

    /** @param narrative null where the row has none, as a figure of the whole owner */
    void showNarrative(@Nullable NarrativeContent narrative) {
        editor.setVisible(narrative != null);
        if (narrative != null) {
            editor.setContent(narrative);
        }
    }

    private Div finding(EntryRow row, CheckedFinding finding) {
        Div box = new Div(new Paragraph("⚑ " + finding.check().message()));
        box.addClassName("finding-box");
        CheckConfirmation confirmation = finding.confirmation();
        if (confirmation != null) {
            box.add(new SmallPrint("正しい値として確認済み（%s）：%s".formatted(confirmation.confirmedBy(), confirmation.reason())));
        } else if (row.isEditable()) {
            Div place = new Div();
            Button right = new Button("正しい（理由を書く）", click -> AskBox.withReason(
                            "この値は正しいとして残します。",
                            "値が正しい理由",
                            "残す",
                            reason -> confirm.accept(
                                    row, new Confirmation(finding.check().code(), reason)))
                    .askIn(place));
            right.addClassName("button");
            box.add(right, place);
        }
        return box;
    }

    private static Div correction(EntryRow row, Consumer<Correction> correct) {
        Div place = new Div();
        Button open = new Button("確定した値を、理由を書いて直す", click -> {
            LineBox value = field("実績", row.typed().value()).of(TextKind.TYPED_FIGURE);
            LineBox year = field("値の年度", row.typed().referenceYear()).of(TextKind.CODE);
            LineBox note = field("注・理由", row.typed().note()).of(TextKind.FIGURE_NOTE);
            // A new figure begins a new entry: the old year and words go before the eyes of the person, not afterwards.
            value.addValueChangeListener(change -> {
                boolean yearTyped = !year.getValue().isEmpty()
                        && !year.getValue().equals(row.typed().referenceYear());
                boolean noteTyped = !note.getValue().isEmpty()
                        && !note.getValue().equals(row.typed().note());
                TypedCell cell = row.typed()
                        .with(
                                new TypedCell.Edited(
                                        value.getValue(),
                                        yearTyped ? year.getValue() : null,
                                        noteTyped ? note.getValue() : null),
                                row.indicator());
                year.setValue(cell.referenceYear());
                note.setValue(cell.note());
            });
            AskBox box = AskBox.withReason(
                    "確定した値を直します。理由は履歴に残ります。",
                    "直す理由",
                    "直す",
                    reason -> correct.accept(new Correction(
                            row, new TypedCell(value.getValue(), year.getValue(), note.getValue()), reason)));
            box.addComponentAtIndex(1, new Div(value, year, note));
            box.askIn(place);
        });
        open.addClassName("button");
        return new Div(open, place);
    }

    private static LineBox field(String label, String value) {
        LineBox field = new LineBox(label);
        field.setWidthFull();
        field.setValue(value);
        return field;
    }

    private static NativeDetails history(Indicator indicator, Supplier<List<AuditEntry>> history) {
        Div content = new Div();
        NativeDetails details = new NativeDetails("この欄の履歴", content);
        details.addToggleListener(toggle -> {
            content.removeAll();
            if (toggle.isOpened()) {
                List<AuditEntry> entries = history.get();
                content.add(
                        entries.isEmpty()
                                ? new SmallPrint("まだ変更はありません。")
                                : ChangeHistory.of(indicator).table(entries));
            }
        });
        return details;
    }
}

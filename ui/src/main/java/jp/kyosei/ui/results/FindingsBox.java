package jp.kyosei.ui.results;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;

/** 指摘: what is odd about an indicator's figures, why it stands, and for who may, the way to say so. */
final class FindingsBox extends Div {
    private final AskPlace question = new AskPlace();

    /** Keeps the word that a figure stands; may refuse. */
    interface Desk {
        void confirm(CheckedFinding finding, String reason);
    }

    /** @param desk none for readers who confirm nothing */
    FindingsBox(List<CheckedFinding> findings, Optional<Desk> desk) {
        setId("findings");
        if (findings.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("findings");
        findings.forEach(finding -> list.add(item(finding, desk)));
        add(new H2("指摘"), list, question);
    }

    private ListItem item(CheckedFinding finding, Optional<Desk> desk) {
        String label = "%s %s"
                .formatted(
                        finding.check().fiscalYear().shortLabel(),
                        finding.check().code().label());
        Span flag = new Span("⚑ " + label);
        flag.addClassName("flag");
        ListItem item = new ListItem(flag, new Span(" " + finding.check().message()));
        CheckConfirmation confirmed = finding.confirmation();
        if (confirmed != null) {
            Paragraph why = new Paragraph("確認済み：" + confirmed.reason());
            why.addClassName("small-print");
            item.add(why);
        } else {
            desk.ifPresent(open -> item.add(button(finding, label, open)));
        }
        return item;
    }

    private Button button(CheckedFinding finding, String label, Desk desk) {
        Button confirm = new Button("値が正しいと確認する", click -> AskBox.withReason(
                        "%s：%s".formatted(label, finding.check().message()),
                        "値が正しい理由",
                        "確認する",
                        reason -> question.attempt(() -> {
                            desk.confirm(finding, reason);
                            return "確認を記録しました。";
                        }))
                .askIn(question));
        confirm.addClassName("button");
        confirm.getElement().setAttribute("aria-label", label + "の値が正しいと確認する");
        return confirm;
    }
}

package jp.kyosei.ui.collection.approval;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.collection.approval.ApprovalRow;
import jp.kyosei.backend.collection.approval.ChangedPart;
import jp.kyosei.ui.shell.SmallPrint;

/** What a superior looks at before approving a row: findings, and what has changed since the last look. */
final class ApprovalRemarks extends Div {
    ApprovalRemarks(ApprovalRow row) {
        addClassName("approval-remarks");
        row.entry().findings().forEach(finding -> add(finding(finding)));
        if (row.words().isEmpty()) {
            add(flag("評価文がありません"));
        }
        if (row.seenBefore()) {
            add(changes(row));
        }
    }

    private static Paragraph finding(CheckedFinding finding) {
        CheckConfirmation confirmed = finding.confirmation();
        return confirmed == null
                ? flag("⚑ " + finding.check().message())
                : new SmallPrint("✓ %s（%sが確認：%s）"
                        .formatted(finding.check().message(), confirmed.confirmedBy(), confirmed.reason()));
    }

    private static Div changes(ApprovalRow row) {
        Div changes = new Div();
        changes.addClassName("approval-changes");
        if (row.changed().isEmpty()) {
            changes.add(new SmallPrint("前に見たときから変わっていません"));
            return changes;
        }
        changes.add(new SmallPrint("前に見たときからの変更"));
        for (ChangedPart part : row.changed()) {
            Span now = new Span(part.now().isEmpty() ? "なし" : part.now());
            now.addClassName("now");
            changes.add(new Paragraph(
                    new Span("%s：%s → ".formatted(part.part(), part.before().isEmpty() ? "なし" : part.before())), now));
        }
        return changes;
    }

    private static Paragraph flag(String words) {
        Paragraph flag = new Paragraph(words);
        flag.addClassName("flag");
        return flag;
    }
}

package jp.kyosei.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** 変更の履歴: who changed what, when, from what to what, and why. */
public final class ChangeHistory {
    private static final DateTimeFormatter TIME = JapanTime.moments("uuuu/MM/dd HH:mm");

    private ChangeHistory() {}

    /** The changes of one indicator or cell. */
    public static Component table(List<AuditEntry> history) {
        return table(history, entry -> "");
    }

    /** @param about which indicator an entry is about, in words; empty where that is plain */
    static Component table(List<AuditEntry> history, Function<AuditEntry, String> about) {
        HtmlTable table = new HtmlTable("新しい順", List.of("日時", "人", "対象", "前", "後", "理由"));
        for (AuditEntry entry : history) {
            table.row(new Span(TIME.format(entry.at())))
                    .text(entry.personName())
                    .text((action(entry.action()) + " " + about.apply(entry) + " " + subject(entry))
                            .replace("  ", " ")
                            .strip())
                    .text(ChangeWords.of(entry.before()))
                    .text(ChangeWords.of(entry.after()))
                    .text(Objects.requireNonNullElse(entry.reason(), ""));
        }
        return new ScrollingTable(table, "変更の履歴");
    }

    /** The id of a note says nothing to people. */
    private static String subject(AuditEntry entry) {
        return entry.subjectKind().equals("note") ? "" : entry.subjectId();
    }

    private static String action(String action) {
        return switch (action) {
            case "ENTER_ACTUAL" -> "実績値の入力";
            case "CHANGE_ACTUAL" -> "実績値の変更";
            case "CLEAR_ACTUAL" -> "実績値の消去";
            case "WRITE_NARRATIVE" -> "評価文の入力";
            case "CONFIRM_CHECK" -> "指摘の確認";
            case "IMPORT_PLAN" -> "計画の取込";
            case "APPLY_IMPORT" -> "ファイルの取込";
            case "UNDO_IMPORT" -> "取込の取り消し";
            case "KEEP_RECORD" -> "公表値の登録";
            case "REMOVE_NARRATIVE" -> "評価文の削除";
            case "ADD_RULE_SET" -> "評価の決まりの追加";
            case "OPEN_ROUND" -> "照会の開始";
            case "EXTEND_ROUND" -> "期限の変更";
            case "CLOSE_ROUND" -> "照会の締切";
            case "REOPEN_ROUND" -> "照会の再開";
            case "REMIND_ROUND" -> "督促";
            case "SUBMIT_TASK" -> "提出";
            case "WITHDRAW_TASK" -> "引き戻し";
            case "APPROVE_TASK" -> "承認";
            case "RETURN_TASK" -> "差戻し";
            case "CONFIRM_TASK" -> "確定";
            case "WRITE_NOTE" -> "意見の記入";
            case "REPLY_TO_NOTE" -> "意見への返信";
            case "ANSWER_NOTE" -> "意見への回答";
            case "EDIT_NOTE" -> "意見の修正";
            case "EDIT_REPLY" -> "返信の修正";
            case "WITHDRAW_NOTE" -> "意見の取り下げ";
            case "WITHDRAW_REPLY" -> "返信の取り下げ";
            case "SHOW_NOTE" -> "意見を見られる人の変更";
            case "CLOSE_NOTE" -> "意見の完了";
            case "REOPEN_NOTE" -> "意見の再開";
            case "ASSIGN_NOTE" -> "意見の担当の決定";
            case "PLAN_MEETING" -> "懇談会の予定";
            case "CHANGE_MEETING" -> "懇談会の変更";
            case "NOTE_ATTENDANCE" -> "出欠の記録";
            case "CANCEL_MEETING" -> "懇談会の中止";
            case "ISSUE_PAPERS" -> "会議資料の発行";
            case "PUBLISH" -> "年度の公開";
            case "REPLACE_PUBLICATION" -> "公開の差替";
            case "WITHDRAW_PUBLICATION" -> "公開の取り下げ";
            case "RECORD_OUTCOME" -> "会議の結果の記録";
            case "MARK_OUTCOME" -> "会議の結果の対応";
            case "REWORD_OUTCOME" -> "会議の結果の修正";
            case "REMOVE_OUTCOME" -> "会議の結果の削除";
            case "DRAFT_MINUTES" -> "議事要旨の下書き";
            case "SAVE_MINUTES" -> "議事要旨の保存";
            case "APPROVE_MINUTES" -> "議事要旨の承認";
            case "PUBLISH_MINUTES" -> "議事要旨の公開";
            case "TAKE_BACK_MINUTES" -> "議事要旨の取り下げ";
            default -> action;
        };
    }
}

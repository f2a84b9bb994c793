package jp.kyosei.backend.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be done to an owner's data, and how a municipal office calls it. The names lie in the trail and are what REST
 * answers as {@code action}: none is ever renamed or taken away.
 */
public enum Deed {
    ENTER_ACTUAL("実績値の入力"),
    CHANGE_ACTUAL("実績値の変更"),
    CLEAR_ACTUAL("実績値の消去"),
    WRITE_NARRATIVE("評価文の入力"),
    REMOVE_NARRATIVE("評価文の削除"),
    CONFIRM_CHECK("指摘の確認"),
    KEEP_RECORD("公表値の登録"),

    IMPORT_PLAN("計画の取込"),
    APPLY_IMPORT("ファイルの取込"),
    UNDO_IMPORT("取込の取り消し"),
    RENAME_IMPORT("取込でつくる計画の識別名の変更"),
    FORGET_READING("覚えた読み取り方の削除"),

    DRAFT_VERSION("改訂の案の作成"),
    ADOPT_PLAN("計画の決定"),
    REMOVE_DRAFT("策定中の計画の削除"),
    CORRECT_SPELLING("文字の訂正"),
    ASSIGN_DEPARTMENT("指標の担当課の変更"),

    OPEN_ROUND("照会の開始"),
    CHANGE_ROUND("照会の変更"),
    EXTEND_ROUND("期限の変更"),
    CLOSE_ROUND("照会の締切"),
    REOPEN_ROUND("照会の再開"),
    REMIND_ROUND("督促"),
    ASK_TASK("照会への追加"),
    TAKE_OUT_TASK("照会からの除外"),
    SUBMIT_TASK("提出"),
    WITHDRAW_TASK("引き戻し"),
    APPROVE_TASK("承認"),
    RETURN_TASK("差戻し"),
    CONFIRM_TASK("確定"),

    WRITE_NOTE("意見の記入"),
    REPLY_TO_NOTE("意見への返信"),
    ANSWER_NOTE("意見への回答"),
    EDIT_NOTE("意見の修正"),
    EDIT_REPLY("返信の修正"),
    WITHDRAW_NOTE("意見の取り下げ"),
    WITHDRAW_REPLY("返信の取り下げ"),
    SHOW_NOTE("意見を見られる人の変更"),
    CLOSE_NOTE("意見の完了"),
    REOPEN_NOTE("意見の再開"),
    ASSIGN_NOTE("意見の担当の決定"),
    ATTACH_FILE("ファイルの添付"),
    REMOVE_ATTACHMENT("添付ファイルの削除"),
    REFUSE_INFECTED_FILE("ウイルスが見つかったファイルの拒否"),

    PLAN_MEETING("懇談会の予定"),
    CHANGE_MEETING("懇談会の変更"),
    NOTE_ATTENDANCE("出欠の記録"),
    CANCEL_MEETING("懇談会の中止"),
    ISSUE_PAPERS("会議資料の発行"),
    RECORD_OUTCOME("会議の結果の記録"),
    MARK_OUTCOME("会議の結果の対応"),
    REWORD_OUTCOME("会議の結果の修正"),
    REMOVE_OUTCOME("会議の結果の削除"),
    DRAFT_MINUTES("議事要旨の下書き"),
    SAVE_MINUTES("議事要旨の保存"),
    APPROVE_MINUTES("議事要旨の承認"),
    PUBLISH_MINUTES("議事要旨の公開"),
    TAKE_BACK_MINUTES("議事要旨の取り下げ"),
    OPEN_MINUTES_ROUND("議事要旨の確認の依頼"),
    PROPOSE_CORRECTION("議事要旨の訂正の申し出"),
    TAKE_CORRECTION("訂正の申し出の採用"),
    DECLINE_CORRECTION("訂正の申し出の見送り"),

    PUBLISH("年度の公開"),
    REPLACE_PUBLICATION("公開の差替"),
    WITHDRAW_PUBLICATION("公開の取り下げ"),
    PUBLISH_MEETING("懇談会の議事要旨と資料の公開"),

    ADD_THEME("将来像のテーマの追加"),
    RENAME_THEME("将来像のテーマ名の変更"),
    REMOVE_THEME("将来像のテーマの削除"),
    QUOTE_PHRASE("将来像の言葉の取り上げ"),
    MOVE_PHRASE("将来像の言葉の移動"),
    REMOVE_PHRASE("将来像の言葉の削除"),

    ADD_RULE_SET("評価の決まりの追加"),
    OPEN_OWNER("団体の開設"),
    JOIN_ALLIANCE("圏域への加入"),
    LEAVE_ALLIANCE("圏域からの脱退"),
    RECORD_AGREEMENT("協定・方針の記録"),
    NAME_CONTACT("構成市町の連絡先の変更"),
    CHANGE_OWNER("団体の変更"),
    ADD_DEPARTMENT("担当課の追加"),
    RENAME_DEPARTMENT("担当課の名称の変更"),
    CLOSE_DEPARTMENT("担当課の廃止"),
    MERGE_DEPARTMENT("担当課の統合"),
    REOPEN_DEPARTMENT("担当課の統合・廃止の取りやめ"),
    GRANT_SUPPORT("支援アクセスの許可"),
    END_SUPPORT("支援アクセスの終了"),
    SET_OWN_LOGIN("庁内ログインの登録"),
    END_OWN_LOGIN("庁内ログインの登録の取り消し"),
    ADMIT_OWN_LOGIN("庁内ログインからの利用の許可"),
    REFUSE_OWN_LOGIN("庁内ログインからの利用の許可の取りやめ"),
    ENTER_BY_OWN_LOGIN("庁内ログインによる利用の開始"),
    GIVE_ROLE("権限の付与"),
    TAKE_ROLE("権限の取り消し"),
    INVITE_PERSON("利用者の招待"),
    RESEND_INVITATION("招待の再送"),
    WITHDRAW_INVITATION("招待の取り下げ"),
    ACCEPT_INVITATION("招待の受諾"),
    EXPIRE_INVITATION("招待の期限切れ"),
    DEACTIVATE_PERSON("利用の停止"),
    REACTIVATE_PERSON("利用の再開"),
    LIMIT_ROLE("権限の期間の変更"),
    PREPARE_TRANSFER("人事異動の準備"),
    TAKE_BACK_TRANSFER("人事異動の取りやめ"),
    CARRY_OUT_TRANSFER("人事異動の実施"),
    ADD_COMMITTEE_MEMBER("委員の追加"),
    CHANGE_COMMITTEE_MEMBER("委員の変更"),
    ORDER_COMMITTEE("委員の名簿の並べ替え"),
    REMOVE_COMMITTEE_MEMBER("委員の削除"),

    REGISTER_PERSON("利用者の登録"),
    CHANGE_MAIL_ADDRESS("メールの宛先の変更"),
    REGISTER_MUNICIPALITIES("市町村の登録"),

    ORDER_ARCHIVE("団体のデータの書出し"),
    FETCH_ARCHIVE("書き出したデータの受取り"),
    ANNOUNCE_END("利用終了の届出"),
    TAKE_BACK_END("利用終了の取り消し"),
    DELETE_OWNER("団体のデータの削除");

    private static final Map<String, Deed> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Deed::name, Function.identity()));

    private final String label;

    Deed(String label) {
        this.label = label;
    }

    /** What was done, in office words. */
    public String label() {
        return label;
    }

    /** The deed of that name; empty for one that this release does not know. */
    public static Optional<Deed> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

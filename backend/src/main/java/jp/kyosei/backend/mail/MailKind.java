package jp.kyosei.backend.mail;

/** What a mail is about; everybody switches each kind on and off by itself. */
public enum MailKind {
    ROUND_OPENED("実績照会の開始", "事務局が実績の照会を始めたときに届きます。"),
    ROUND_CHANGED("実績照会の変更", "期限が変わったとき、照会に指標が加わったり外れたりしたとき、照会が締め切られたり再開されたりしたときに届きます。"),
    APPROVAL_REQUESTED("承認の依頼", "担当課から承認を依頼されたときに届きます。"),
    REMINDER("督促", "提出の期限が近いとき、または過ぎたときに届きます。"),
    RETURNED("差戻し", "担当課の実績が差し戻されたときに届きます。"),
    CONFIRMED("確定", "担当課の実績が確定したときに届きます。"),
    NOTE_WRITTEN("新しい意見・質問", "登録した指標や計画に、意見や質問が書かれたときに届きます。"),
    NOTE_ANSWERED("意見・質問への返信", "書いた意見や登録した意見に、返信や回答があったときに届きます。"),
    NOTE_ASSIGNED("回答の依頼", "意見や質問への回答を、事務局から頼まれたときに届きます。"),
    MENTIONED("名指し", "意見や返信の中で「@」を付けて呼ばれたときに届きます。"),
    WINDOW_OPENED("意見の受付の開始", "懇談会に向けた意見の受付が始まったときに届きます。"),
    WINDOW_CLOSING("意見の受付の締切", "意見の受付がまもなく終わるときに届きます。"),
    PAPERS_ISSUED("会議資料の発行", "懇談会の資料が発行、または差し替えられたときに届きます。"),
    MEETING_CHANGED("懇談会の変更・中止", "懇談会の日時、場所、意見の受付期間が変わったとき、または中止になったときに届きます。"),
    MINUTES_TO_CHECK("議事要旨の確認の依頼", "懇談会の議事要旨の案を、委員に確かめてもらうときに届きます。");

    private final String label;
    private final String when;

    MailKind(String label, String when) {
        this.label = label;
        this.when = when;
    }

    public String label() {
        return label;
    }

    /** One sentence that says when such a mail comes. */
    public String when() {
        return when;
    }
}

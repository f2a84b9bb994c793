package jp.kyosei.backend.mail;

/** What a mail is about; everybody switches each kind on and off by itself. */
public enum MailKind {
    ROUND_OPENED("実績照会の開始", "事務局が実績の照会を始めたときに届きます。"),
    APPROVAL_REQUESTED("承認の依頼", "担当課から承認を依頼されたときに届きます。"),
    REMINDER("督促", "提出の期限が近いとき、または過ぎたときに届きます。"),
    RETURNED("差戻し", "提出した実績が差し戻されたときに届きます。"),
    CONFIRMED("確定", "提出した実績が確定したときに届きます。");

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

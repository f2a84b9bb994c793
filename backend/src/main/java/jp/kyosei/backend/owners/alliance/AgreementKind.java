package jp.kyosei.backend.owners.alliance;

/** What a council has resolved. */
public enum AgreementKind {
    CONCLUDED("形成協定の締結"),
    CHANGED("形成協定の変更"),
    ENDED("形成協定の廃止"),
    /** Of one city that was merged: it gives itself a policy and concludes no agreement. */
    POLICY("形成方針の策定");

    private final String label;

    AgreementKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

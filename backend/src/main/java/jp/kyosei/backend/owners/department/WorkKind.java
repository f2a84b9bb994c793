package jp.kyosei.backend.owners.department;

/** What a department has to do, and what goes to another one when people change. */
public enum WorkKind {
    INDICATORS("指標の担当"),
    TASKS("実績照会"),
    NOTES("回答待ちの意見");

    private final String label;

    WorkKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

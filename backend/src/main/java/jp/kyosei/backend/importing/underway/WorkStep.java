package jp.kyosei.backend.importing.underway;

/** What is being done with an import. */
public enum WorkStep {
    READING("読み込み", "読み込んでいます"),
    APPLYING("取り込み", "取り込んでいます");

    private final String label;
    private final String doing;

    WorkStep(String label, String doing) {
        this.label = label;
        this.doing = doing;
    }

    public String label() {
        return label;
    }

    /** As a sentence goes on with it. */
    public String doing() {
        return doing;
    }
}

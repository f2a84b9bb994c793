package jp.kyosei.backend.evaluation;

/** How the figures of several municipalities become one. */
public enum Consolidation {
    SINGLE("報告団体の値"),
    SUM("合計"),
    RATIO_OF_SUMS("比率の合算"),
    MEAN("平均"),
    MINIMUM("低い方で判定"),
    MAXIMUM("高い方で判定"),
    ENTERED("事務局入力");

    private final String label;

    Consolidation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

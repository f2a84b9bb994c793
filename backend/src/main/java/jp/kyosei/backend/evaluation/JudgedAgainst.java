package jp.kyosei.backend.evaluation;

/** Which target a year is judged against. */
public enum JudgedAgainst {
    FINAL_TARGET("最終目標値"),
    INTERIM_TARGET_OF_YEAR("その年度の中間目標値");

    private final String label;

    JudgedAgainst(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

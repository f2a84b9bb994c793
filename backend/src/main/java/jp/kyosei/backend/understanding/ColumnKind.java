package jp.kyosei.backend.understanding;

/** What a column of a results sheet or of a plan's table of indicators holds. */
public enum ColumnKind {
    IGNORED("取り込まない", false),
    NO("指標番号", false),
    SECTION("体系（分野・施策）", false),
    INDICATOR("指標名", false),
    KIND("種別（数値目標・KPI）", false),
    UNIT("単位", false),
    CUMULATIVE("累計の印", false),
    DIRECTION("望ましい方向", false),
    BASELINE("現状値", true),
    ACTUAL("実績値", true),
    TARGET("目標値", true),
    RATE("進捗率（公表値）", true),
    CHANGE("対前年（公表値）", true),
    GRADE("達成度（公表値）", true),
    NARRATIVE("評価文", true),
    INITIATIVES("事業名（取組）", true);

    private final String label;
    private final boolean ofYear;

    ColumnKind(String label, boolean ofYear) {
        this.label = label;
        this.ofYear = ofYear;
    }

    public String label() {
        return label;
    }

    /** Whether such a column belongs to a fiscal year. */
    public boolean isOfYear() {
        return ofYear;
    }

    /** Whether its cells hold figures of the indicator. */
    public boolean holdsFigures() {
        return this == BASELINE || this == ACTUAL || this == TARGET;
    }

    /** Whether its cells hold what a paper printed of the evaluation. */
    public boolean isPublished() {
        return this == RATE || this == CHANGE || this == GRADE;
    }
}

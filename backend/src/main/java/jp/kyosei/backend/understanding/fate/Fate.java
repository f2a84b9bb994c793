package jp.kyosei.backend.understanding.fate;

/** What a cell became. */
public enum Fate {
    HEAD("見出し"),
    NO("指標番号"),
    NAME("指標名"),
    SECTION("体系"),
    KIND("種別・累計の印・行の種別"),
    UNIT("単位"),
    BASELINE("現状値"),
    TARGET("目標値"),
    ACTUAL("実績値"),
    PUBLISHED("公表値（進捗率・対前年・達成度）"),
    TEXT("評価文・取組"),
    REMARK("備考・表題"),
    TOTAL("合計・平均の行"),
    HIDDEN("非表示の行・列"),
    REPEATED("繰り返し"),
    IGNORED("取り込まない"),
    /** It is taken as soon as somebody has answered. */
    ASKED("確認待ち");

    private final String label;

    Fate(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether something of the cell is taken. */
    public boolean isTaken() {
        return switch (this) {
            case NO, NAME, SECTION, KIND, UNIT, BASELINE, TARGET, ACTUAL, PUBLISHED, TEXT -> true;
            case HEAD, REMARK, TOTAL, HIDDEN, REPEATED, IGNORED, ASKED -> false;
        };
    }
}

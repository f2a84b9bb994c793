package jp.kyosei.backend.evaluation;

/** How a progress rate (進捗率) is computed from the actual f, the baseline a and the target z. */
public enum ProgressFormula {
    /** f/z; for lower-is-better z/f. Source: 一関・平泉 資料No.1「令和4年度実績／令和5年度目標値」, 美祢市 資料8「f/z」. */
    TARGET_RATIO("実績値 ÷ 目標値"),
    /** (f−a)/(z−a). Source: 美祢市 資料8 備考, for indicators marked ※. */
    CHANGE_RATIO("（実績値－現状値）÷（目標値－現状値）");

    private final String label;

    ProgressFormula(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

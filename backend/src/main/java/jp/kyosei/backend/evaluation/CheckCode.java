package jp.kyosei.backend.evaluation;

/** The checks (指摘) that the product makes on data. None of them blocks saving a true figure. */
public enum CheckCode {
    CUMULATIVE_FALLS("累計が減少"),
    GRADE_DIFFERS_FROM_RECORD("記録と評価が違う"),
    IMPLAUSIBLE_JUMP("桁の違う変化"),
    ZERO_MAY_MEAN_MISSING("0は未実施か"),
    TARGET_DIFFERS_FROM_PLAN("計画書と目標値が違う"),
    STALE_REFERENCE_YEAR("古い年度の値"),
    CHANGE_DIFFERS_FROM_RECORD("記録と前年差が違う"),
    RATE_DIFFERS_FROM_RECORD("記録と進捗率が違う"),
    /** Reserved: comparing narratives with figures is not implemented. */
    NARRATIVE_CONTRADICTS("文章と数値が違う"),
    UNIT_DOES_NOT_FIT("単位に合わない値"),
    PART_EXCEEDS_WHOLE("圏域計を超える"),
    DIRECTION_DIFFERS_FROM_RECORD("記録と良し悪しの向きが違う");

    private final String label;

    CheckCode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

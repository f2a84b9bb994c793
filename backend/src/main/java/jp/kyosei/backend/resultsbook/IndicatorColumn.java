package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#INDICATORS}. */
public enum IndicatorColumn implements WorkbookColumns.Column {
    /** Text, such as 9 or 1-1-1-1. */
    NO("指標番号"),
    /** Label of {@link jp.kyosei.backend.indicator.IndicatorKind}. */
    KIND("種別"),
    SECTION("体系番号"),
    SECTION_TITLE("体系名"),
    NAME("指標名"),
    DESCRIPTION("説明"),
    UNIT("単位"),
    DECIMALS("小数桁数"),
    /** 1 where the change is printed in whole numbers, 0 where with the indicator's decimals. */
    WHOLE_CHANGE("対前年は整数"),
    /** 1 where numerator and denominator are printed in percent. */
    RATIO_AS_PERCENT("比率は百分率"),
    /** Label of {@link jp.kyosei.backend.evaluation.Direction}. */
    DIRECTION("方向"),
    /** 1 or 0. */
    CUMULATIVE("累計"),
    /** Label of {@link jp.kyosei.backend.evaluation.ProgressFormula}; empty where the owner's rules apply. */
    FORMULA("進捗率の算式"),
    /** Label of {@link BaselineLabel}. */
    BASELINE_KIND("現状値の種別"),
    BASELINE("現状値"),
    BASELINE_YEAR("現状値の年度"),
    BASELINE_YEAR_ERA("現状値の年度（和暦）"),
    BASELINE_NOTE("現状値の注記"),
    /** The target of the adopted plan, where the results use another. */
    STATED_TARGET("計画書の目標値"),
    /** Label of {@link jp.kyosei.backend.evaluation.Consolidation}. */
    CONSOLIDATION("市町村分の合わせ方"),
    SOURCE("出典");

    private final String title;

    IndicatorColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

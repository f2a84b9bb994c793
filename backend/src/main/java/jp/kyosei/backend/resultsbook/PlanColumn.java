package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#PLAN}. */
public enum PlanColumn implements WorkbookColumns.Column {
    /** Always {@link WorkbookColumns#FORM}. */
    FORM("様式"),
    /** Always {@link WorkbookColumns#FORM_VERSION}. */
    FORM_VERSION("様式の版"),
    /** The plan's slug. */
    SLUG("計画ID"),
    TITLE("計画名"),
    /** The owner's slug. */
    OWNER("計画主体ID"),
    OWNER_NAME("計画主体"),
    /** Label of {@link jp.kyosei.backend.plan.PlanKind}. */
    KIND("計画種別"),
    FIRST_YEAR("初年度"),
    FIRST_YEAR_ERA("初年度（和暦）"),
    LAST_YEAR("最終年度"),
    LAST_YEAR_ERA("最終年度（和暦）"),
    /** The number of the version in force. */
    VERSION("版番号"),
    VERSION_TITLE("版名"),
    /** A date in the form 2023-03-31; empty for a draft. */
    ADOPTED_ON("策定・改訂日"),
    /** The year that is judged. */
    JUDGED_YEAR("評価年度"),
    JUDGED_YEAR_ERA("評価年度（和暦）"),
    /** When the workbook was made, in Japanese time: 2023-10-05T13:00:00+09:00. */
    MADE_AT("出力日時"),
    /** Which figures it holds, in words. Not read. */
    SCOPE("出力範囲"),
    LEVEL_1("階層1の名称"),
    LEVEL_2("階層2の名称"),
    LEVEL_3("階層3の名称"),
    LEVEL_4("階層4の名称"),
    LEVEL_5("階層5の名称"),
    LEVEL_6("階層6の名称");

    private final String title;

    PlanColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

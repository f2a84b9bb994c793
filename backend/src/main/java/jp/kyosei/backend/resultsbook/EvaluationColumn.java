package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#EVALUATIONS}. */
public enum EvaluationColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    NAME("指標名"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    /** The consolidated figure, rounded to the indicator's decimals. */
    VALUE("集計値"),
    UNIT("単位"),
    /** The figure as the sheet prints it, or the reason. */
    TEXT("表示"),
    /** 1 where a municipality's part is missing from it. */
    PARTIAL("一部未報告"),
    /** 1 where it is made of a figure that is not confirmed. */
    PROVISIONAL("未確定"),
    /** The exact rate in percent, with eight decimals at most. */
    RATE("進捗率（%）"),
    RATE_TEXT("進捗率の表示"),
    CHANGE_TEXT("対前年の表示"),
    GRADE("達成度");

    private final String title;

    EvaluationColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

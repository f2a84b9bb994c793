package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#FINDINGS}. */
public enum FindingColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    NAME("指標名"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    /** Name of {@link jp.kyosei.backend.evaluation.CheckCode}. */
    CODE("指摘コード"),
    LABEL("指摘"),
    MESSAGE("内容"),
    /** Why the figure stands; empty while nobody has confirmed it. */
    CONFIRMATION("確認の理由"),
    CONFIRMED_BY("確認した人");

    private final String title;

    FindingColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

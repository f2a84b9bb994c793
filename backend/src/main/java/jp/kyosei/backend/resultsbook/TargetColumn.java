package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#TARGETS}. */
public enum TargetColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    NAME("指標名"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    TARGET("目標値"),
    UNIT("単位"),
    /** 最終 or 中間. Not read. */
    WHICH("区分");

    private final String title;

    TargetColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#ACTUALS}. */
public enum ActualColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    NAME("指標名"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    /** Empty for the figure of the whole owner, entered by its secretariat. */
    MUNICIPALITY("市町村コード"),
    MUNICIPALITY_NAME("市町村名"),
    VALUE("値"),
    NUMERATOR("分子"),
    DENOMINATOR("分母"),
    UNIT("単位"),
    /** Name of {@link jp.kyosei.backend.figure.MissingReason}, such as {@code NOT_HELD}. */
    MISSING("欠測理由コード"),
    /** Its label; not read. */
    MISSING_LABEL("欠測理由"),
    /** The words of the person; may be empty. */
    MISSING_NOTE("欠測の注記"),
    /** The year that the figure is of, where it is another. */
    REFERENCE_YEAR("参照年度"),
    REFERENCE_YEAR_ERA("参照年度（和暦）"),
    /** Words beside a measured figure. */
    NOTE("注"),
    /** Label of {@link jp.kyosei.backend.actual.ActualState}. */
    STATE("状態");

    private final String title;

    ActualColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

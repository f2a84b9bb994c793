package jp.kyosei.backend.resultsbook;

/** The columns of {@code results.csv}, from the left: per indicator and fiscal year a row for the whole and one per municipality. */
public enum CsvColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    KIND("種別"),
    SECTION("体系番号"),
    SECTION_TITLE("体系"),
    NAME("指標名"),
    UNIT("単位"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    /** {@link #TOTAL} or {@link #PART}. */
    WHOSE("区分"),
    MUNICIPALITY("市町村コード"),
    MUNICIPALITY_NAME("市町村名"),
    VALUE("値"),
    NUMERATOR("分子"),
    DENOMINATOR("分母"),
    MISSING("欠測理由コード"),
    MISSING_LABEL("欠測理由"),
    MISSING_NOTE("欠測の注記"),
    REFERENCE_YEAR("参照年度"),
    STATE("状態"),
    BASELINE("現状値"),
    BASELINE_YEAR("現状値の年度"),
    TARGET("目標値"),
    TARGET_YEAR("目標年度"),
    RATE("進捗率"),
    CHANGE("対前年"),
    GRADE("達成度");

    /** A figure that is computed of those of several municipalities. */
    public static final String TOTAL = "集計";

    /** The figure of a municipality, or of the owner as a whole where its secretariat enters it. */
    public static final String PART = "市町村";

    private final String title;

    CsvColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

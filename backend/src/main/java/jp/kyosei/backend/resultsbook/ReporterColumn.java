package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#REPORTERS}. */
public enum ReporterColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    MUNICIPALITY("市町村コード"),
    MUNICIPALITY_NAME("市町村名"),
    /** Empty where no department is asked, or where the reader may not know it. */
    DEPARTMENT("担当課コード"),
    DEPARTMENT_NAME("担当課名");

    private final String title;

    ReporterColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#RECORDS}. Rate, change and grade are text as printed; empty where the paper had none. */
public enum RecordColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    NAME("指標名"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    RATE("進捗率"),
    CHANGE("対前年"),
    GRADE("達成度"),
    TARGET("目標値");

    private final String title;

    RecordColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

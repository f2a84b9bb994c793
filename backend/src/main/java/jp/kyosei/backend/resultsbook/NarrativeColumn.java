package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#NARRATIVES}. Line breaks stand in the cell. */
public enum NarrativeColumn implements WorkbookColumns.Column {
    NO("指標番号"),
    NAME("指標名"),
    YEAR("年度"),
    YEAR_ERA("年度（和暦）"),
    /** Empty for one of the whole owner. */
    MUNICIPALITY("市町村コード"),
    MUNICIPALITY_NAME("市町村名"),
    PROGRESS("進捗状況・成果"),
    OUTLOOK("今後の取組等"),
    /** One a line, in one cell: it is one text. */
    INITIATIVES("事業名"),
    /** Label of {@link jp.kyosei.backend.actual.ActualState}. */
    STATE("状態");

    private final String title;

    NarrativeColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#INITIATIVES}. */
public enum InitiativeColumn implements WorkbookColumns.Column {
    /** Counts the initiatives of the plan from 1. */
    NUMBER("取組番号"),
    SECTION("体系番号"),
    TITLE("取組名"),
    /** Empty where the plan names none. */
    MUNICIPALITY("市町村コード"),
    /** Empty where the initiative has no spans. */
    FIRST_YEAR("開始年度"),
    LAST_YEAR("終了年度"),
    TEXT("内容");

    private final String title;

    InitiativeColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

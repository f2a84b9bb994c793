package jp.kyosei.backend.resultsbook;

/** {@link WorkbookColumns.Sheet#SECTIONS}. */
public enum SectionColumn implements WorkbookColumns.Column {
    NUMBER("体系番号"),
    /** Empty at the top. */
    PARENT("上位の体系番号"),
    /** 1 at the top. */
    LEVEL("階層"),
    LEVEL_NAME("階層の名称"),
    TITLE("体系名"),
    BODY("内容");

    private final String title;

    SectionColumn(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}

package jp.kyosei.backend.workbook;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A column of the workbook that is typed into. The heads are a contract: by them an upload finds its columns. */
enum EntryField {
    VALUE("実績値", 13, WorkbookItem.Part.FIGURE),
    NUMERATOR("分子", 10, WorkbookItem.Part.FIGURE),
    DENOMINATOR("分母", 10, WorkbookItem.Part.FIGURE),
    MISSING("実績のない理由", 13, WorkbookItem.Part.FIGURE),
    EXPLANATION("理由の説明", 16, WorkbookItem.Part.FIGURE),
    REFERENCE_YEAR("値の年度\n（別の年度のとき）", 14, WorkbookItem.Part.FIGURE),
    NOTE("注", 16, WorkbookItem.Part.FIGURE),
    PROGRESS("進捗状況・成果", 36, WorkbookItem.Part.PROGRESS),
    OUTLOOK("今後の取組等", 36, WorkbookItem.Part.OUTLOOK),
    INITIATIVES("事業名", 22, WorkbookItem.Part.INITIATIVES),
    REASON("確定後に変える理由", 16, null);

    private final String head;
    private final int width;
    private final WorkbookItem.@Nullable Part part;

    EntryField(String head, int width, WorkbookItem.@Nullable Part part) {
        this.head = head;
        this.width = width;
        this.part = part;
    }

    String head() {
        return head;
    }

    /** In letters of half width. */
    int width() {
        return width;
    }

    /** Whether it belongs to that part; the reason belongs to none. */
    boolean isOf(WorkbookItem.Part wanted) {
        return part == wanted;
    }

    boolean isNumber() {
        return this == VALUE || this == NUMERATOR || this == DENOMINATOR;
    }

    /** Whether it says the figure or the reason itself; the others say something of it. */
    boolean isEntry() {
        return isNumber() || this == MISSING;
    }

    boolean isRatio() {
        return this == NUMERATOR || this == DENOMINATOR;
    }

    /** A head as it is compared: line breaks, spaces and widths are nobody's concern. */
    static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}

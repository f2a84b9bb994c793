package jp.kyosei.backend.actual;

/**
 * What a municipality writes of an indicator in a year. Line breaks are kept.
 *
 * @param progress 進捗状況・成果, at most {@value #MAX_LENGTH} characters
 * @param outlook 今後の取組等, at most {@value #MAX_LENGTH} characters
 * @param initiatives 事業名, one a line, at most {@value #MAX_LENGTH} characters
 */
public record NarrativeText(String progress, String outlook, String initiatives) {
    /** Far beyond what fits on a page; the counter on screen warns long before. */
    public static final int MAX_LENGTH = 4_000;

    public static final NarrativeText EMPTY = new NarrativeText("", "", "");

    /** @throws IllegalArgumentException in Japanese if one of them is too long */
    public NarrativeText {
        check("進捗状況・成果", progress);
        check("今後の取組等", outlook);
        check("事業名", initiatives);
    }

    public boolean isEmpty() {
        return progress.isBlank() && outlook.isBlank() && initiatives.isBlank();
    }

    private static void check(String field, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "「%s」は %,d 字までです。いま %,d 字あります。短くしてから保存してください。".formatted(field, MAX_LENGTH, length));
        }
    }
}

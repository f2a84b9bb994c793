package jp.kyosei.backend.discussion;

/**
 * What somebody wrote, kept as written: Markdown of a small subset, any character that people type.
 *
 * @param value one to {@value #MAX_LENGTH} characters, of which one is visible
 */
public record NoteText(String value) {
    public static final int MAX_LENGTH = 4_000;

    private static final int NUL = 0;

    /** @throws IllegalArgumentException in Japanese if it is blank, too long or nested too deeply, or holds what is no text */
    public NoteText {
        if (value.isBlank()) {
            throw new IllegalArgumentException("本文を書いてください。");
        }
        int length = value.codePointCount(0, value.length());
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "本文は %,d 字までです。いま %,d 字あります。短くするか、分けて書いてください。".formatted(MAX_LENGTH, length));
        }
        if (value.codePoints().anyMatch(NoteText::isNoText)) {
            throw new IllegalArgumentException("本文に、文字として扱えないものが入っています。貼り付けた部分を確かめて、書き直してください。");
        }
        NoteMarkup.problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** NUL cannot be stored, half of a surrogate pair is no character. */
    private static boolean isNoText(int character) {
        return character == NUL || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}

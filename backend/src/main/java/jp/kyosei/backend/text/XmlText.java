package jp.kyosei.backend.text;

/** What of a text an XML or HTML document holds: one odd letter, stored before there were limits, costs only itself. */
public final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /** The text with � in the place of what no XML 1.0 document holds: control characters, half surrogates, U+FFFE, U+FFFF. */
    public static String holdable(String text) {
        int first = firstUnholdable(text);
        if (first < 0) {
            return text;
        }
        StringBuilder holdable = new StringBuilder(text.length()).append(text, 0, first);
        text.substring(first)
                .codePoints()
                .forEach(letter -> holdable.appendCodePoint(isHoldable(letter) ? letter : REPLACEMENT));
        return holdable.toString();
    }

    private static int firstUnholdable(String text) {
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            if (!isHoldable(letter)) {
                return at;
            }
            at += Character.charCount(letter);
        }
        return -1;
    }

    private static boolean isHoldable(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= ' ' && letter < Character.MIN_SURROGATE)
                || (letter > Character.MAX_SURROGATE && letter != 0xFFFE && letter != 0xFFFF);
    }
}

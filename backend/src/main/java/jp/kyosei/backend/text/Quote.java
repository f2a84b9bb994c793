package jp.kyosei.backend.text;

/** What is said again in a message of what somebody gave: never long, never something that no document holds. */
public final class Quote {
    private static final int MOST = 60;

    private Quote() {}

    /** The text, or its beginning and …. */
    public static String of(String given) {
        String text = XmlText.holdable(given);
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST)) + "…";
    }
}

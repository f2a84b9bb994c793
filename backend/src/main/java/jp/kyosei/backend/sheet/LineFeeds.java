package jp.kyosei.backend.sheet;

/** Line breaks within a cell, which every program writes in its own way. */
public final class LineFeeds {
    private LineFeeds() {}

    /** The text with {@code \n} for all of them. */
    public static String only(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}

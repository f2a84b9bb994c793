package jp.kyosei.ui.shell;

/**
 * One place to go to.
 *
 * @param href address below the server, without a leading slash
 * @param badge what waits there, such as 24/33 or 未回答 5; empty where nothing does
 * @param current whether the person is there now
 */
public record NavigationEntry(String label, String href, String badge, boolean current) {
    public NavigationEntry(String label, String href, boolean current) {
        this(label, href, "", current);
    }

    /** Whether it is a page for everybody, outside of the screens. */
    boolean isOutside() {
        return href.startsWith("open/");
    }
}

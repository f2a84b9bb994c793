package jp.kyosei.ui.shell;

/**
 * One step of the breadcrumb.
 *
 * @param href where it leads, without a leading slash; empty for a step that is no page
 */
public record Crumb(String label, String href) {
    public static Crumb withoutPage(String label) {
        return new Crumb(label, "");
    }
}

package jp.kyosei.ui.shell;

import java.util.List;

/** A view that says where in the whole it stands. The frame asks once the view has read its parameters. */
public interface HasBreadcrumb {
    /** From the outermost step to the one that contains this page; the page itself is named by its heading. */
    List<Crumb> breadcrumb();
}

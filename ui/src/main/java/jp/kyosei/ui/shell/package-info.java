/**
 * The frame around every screen: top bar, navigation, breadcrumb, and the pages for what is not there and what went
 * wrong. It knows no feature: what stands in it is handed over as small records by whoever implements
 * {@link jp.kyosei.ui.shell.FrameContentSource}.
 */
@NullMarked
package jp.kyosei.ui.shell;

import org.jspecify.annotations.NullMarked;

/** The secretariat's way with files that nobody has seen before, in a browser. */
@NullMarked
package jp.kyosei.ui.browser.importing;

import org.jspecify.annotations.NullMarked;

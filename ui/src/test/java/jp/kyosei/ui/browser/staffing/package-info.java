/** Changes of staff, in a browser. */
@NullMarked
package jp.kyosei.ui.browser.staffing;

import org.jspecify.annotations.NullMarked;

/** The list of the committee's members, in a browser. */
@NullMarked
package jp.kyosei.ui.browser.committee;

import org.jspecify.annotations.NullMarked;

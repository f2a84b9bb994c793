/** Plans written and changed on screen. */
@NullMarked
package jp.kyosei.ui.browser.drafting;

import org.jspecify.annotations.NullMarked;

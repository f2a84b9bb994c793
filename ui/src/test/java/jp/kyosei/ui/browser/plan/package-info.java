/** The plan itself on screen. */
@NullMarked
package jp.kyosei.ui.browser.plan;

import org.jspecify.annotations.NullMarked;

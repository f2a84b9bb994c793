/** The operator's screens and the settings of an owner, in a browser. */
@NullMarked
package jp.kyosei.ui.browser.owner;

import org.jspecify.annotations.NullMarked;

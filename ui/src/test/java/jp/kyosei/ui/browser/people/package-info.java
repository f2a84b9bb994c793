/** The administrator's screens about people, in a real browser. */
@NullMarked
package jp.kyosei.ui.browser.people;

import org.jspecify.annotations.NullMarked;

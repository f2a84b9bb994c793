/** The screen on which the secretariat decides what anybody may see. */
@NullMarked
package jp.kyosei.ui.publishing;

import org.jspecify.annotations.NullMarked;

/** What a committee sees and does: papers, notes, minutes, presentation; and who sees whose notes. */
@NullMarked
package jp.kyosei.ui.browser.meeting;

import org.jspecify.annotations.NullMarked;

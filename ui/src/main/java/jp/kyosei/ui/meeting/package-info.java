/**
 * 懇談会 on screen: the meetings of a plan, one meeting with its papers and outcomes, the papers as issued, the presentation
 * in the room, and the minutes.
 */
@NullMarked
package jp.kyosei.ui.meeting;

import org.jspecify.annotations.NullMarked;

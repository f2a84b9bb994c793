/** 議事要旨: written, approved and published by the secretariat, read by everybody. */
@NullMarked
package jp.kyosei.ui.meeting.minutes;

import org.jspecify.annotations.NullMarked;

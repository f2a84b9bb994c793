/** The minutes (議事要旨) of meetings: drafted, approved, published. Owns their table. */
@NullMarked
package jp.kyosei.backend.meeting.minutes;

import org.jspecify.annotations.NullMarked;

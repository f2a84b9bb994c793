/** What came out of meetings: recorded, listed, and what becomes of it. */
@NullMarked
package jp.kyosei.ui.meeting.outcome;

import org.jspecify.annotations.NullMarked;

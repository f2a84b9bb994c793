/** When meetings take comments, and the mails that tell the committee. */
@NullMarked
package jp.kyosei.backend.meeting.window;

import org.jspecify.annotations.NullMarked;

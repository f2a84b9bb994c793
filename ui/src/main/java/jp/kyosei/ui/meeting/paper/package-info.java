/** 資料: a paper of a meeting exactly as it was issued. */
@NullMarked
package jp.kyosei.ui.meeting.paper;

import org.jspecify.annotations.NullMarked;

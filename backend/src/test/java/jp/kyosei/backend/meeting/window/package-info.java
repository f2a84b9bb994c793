@NullMarked
package jp.kyosei.backend.meeting.window;

import org.jspecify.annotations.NullMarked;

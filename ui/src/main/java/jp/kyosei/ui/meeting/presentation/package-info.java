/** The meeting on the projector: one indicator after another. */
@NullMarked
package jp.kyosei.ui.meeting.presentation;

import org.jspecify.annotations.NullMarked;

/** The contract around a meeting: notes, their files, minutes, what the vision says. */
@NullMarked
package jp.kyosei.ui.api.meeting;

import org.jspecify.annotations.NullMarked;

/** Meetings, comment windows, papers, outcomes and minutes in REST. */
@NullMarked
package jp.kyosei.backend.api.meetings;

import org.jspecify.annotations.NullMarked;

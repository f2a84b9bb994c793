/** What came out of meetings, and what becomes of it until the next one. Owns its table. */
@NullMarked
package jp.kyosei.backend.meeting.outcome;

import org.jspecify.annotations.NullMarked;

/**
 * Meetings of the committee (懇談会): when and where, who attends, the papers frozen at the moment they are issued, what
 * came out of it, and its minutes (議事要旨).
 */
@NullMarked
package jp.kyosei.backend.meeting;

import org.jspecify.annotations.NullMarked;

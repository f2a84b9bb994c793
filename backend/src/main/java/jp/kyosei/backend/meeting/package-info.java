/**
 * Meetings of the committee (懇談会): when and where, who attends, what papers lie on the table. The papers themselves, what
 * came out of a meeting, its minutes and its comment window have rooms of their own, which stand on this one.
 */
@NullMarked
package jp.kyosei.backend.meeting;

import org.jspecify.annotations.NullMarked;

/** Papers as they were issued at a meeting: composed, frozen, compared with what would be issued now. Owns their tables. */
@NullMarked
package jp.kyosei.backend.meeting.paper;

import org.jspecify.annotations.NullMarked;

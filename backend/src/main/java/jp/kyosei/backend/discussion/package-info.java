/**
 * Notes (意見・質問) of committee, secretariat and municipalities on an indicator, a section or a plan: threads with
 * replies, who sees them, who answers them, and what is new to whom.
 */
@NullMarked
package jp.kyosei.backend.discussion;

import org.jspecify.annotations.NullMarked;

/**
 * Notes (意見・質問) of committee, secretariat and municipalities on an indicator, a section or a plan: what a note is, with
 * its replies, who sees it, who answers it, and what one reader may do with it. What is done with notes is in {@code
 * thread}, how their texts are marked up in {@code markup}.
 */
@NullMarked
package jp.kyosei.backend.discussion;

import org.jspecify.annotations.NullMarked;

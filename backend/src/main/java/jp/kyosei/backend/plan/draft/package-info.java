/** The sections of a draft: their order as a pure thing, and the writing of one change at a time. */
@NullMarked
package jp.kyosei.backend.plan.draft;

import org.jspecify.annotations.NullMarked;

/**
 * The committee member's way through a plan before a meeting: one page per indicator, what was read already, and where
 * something was written.
 */
@NullMarked
package jp.kyosei.backend.reading;

import org.jspecify.annotations.NullMarked;

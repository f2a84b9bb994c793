/**
 * The tables that offices keep, as plain cells, whatever file they came in: what is said of a file that is refused, and every
 * limit, for what comes may be hostile. Below it files are read and written to. Knows nothing of plans.
 */
@NullMarked
package jp.kyosei.backend.sheet;

import org.jspecify.annotations.NullMarked;

/**
 * The tables that offices keep: reads {@code .xlsx}, {@code .csv} and pasted text into the same plain cells, and writes
 * remarks back into a person's own file. Knows nothing of plans. What it is given may be hostile: every limit stands here.
 */
@NullMarked
package jp.kyosei.backend.sheet;

import org.jspecify.annotations.NullMarked;

/** Narratives (評価文) beside figures, and their table. */
@NullMarked
package jp.kyosei.backend.actual.narrative;

import org.jspecify.annotations.NullMarked;

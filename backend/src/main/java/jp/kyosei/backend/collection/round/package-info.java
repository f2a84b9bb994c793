/** What a round (実績照会) is, and where it is kept: its year, its day, whether it takes answers. Knows nothing of its tasks. */
@NullMarked
package jp.kyosei.backend.collection.round;

import org.jspecify.annotations.NullMarked;

/** What papers of earlier years printed, kept to be compared with what is computed, and its table. */
@NullMarked
package jp.kyosei.backend.actual.record;

import org.jspecify.annotations.NullMarked;

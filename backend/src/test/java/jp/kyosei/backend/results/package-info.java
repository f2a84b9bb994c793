/** The published figures, through the whole backend. */
@NullMarked
package jp.kyosei.backend.results;

import org.jspecify.annotations.NullMarked;

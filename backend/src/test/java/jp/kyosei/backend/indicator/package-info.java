/** Indicators as they are stored and read again. */
@NullMarked
package jp.kyosei.backend.indicator;

import org.jspecify.annotations.NullMarked;

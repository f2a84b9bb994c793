/** Reads whatever tables people hand in, by what the content is. */
@NullMarked
package jp.kyosei.backend.sheet.reading;

import org.jspecify.annotations.NullMarked;

/** Units of measurement as sheets write them: 千人, 万円/年, ％, か所; where they stand in heads, names and remarks. */
@NullMarked
package jp.kyosei.backend.understanding.unit;

import org.jspecify.annotations.NullMarked;

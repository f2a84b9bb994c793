/** Tables of all shapes, drawn as text. */
@NullMarked
package jp.kyosei.backend.understanding.table;

import org.jspecify.annotations.NullMarked;

/** What became of each cell of a sheet, with its reason: no cell is without one. Knows nothing of how it was found out. */
@NullMarked
package jp.kyosei.backend.understanding.fate;

import org.jspecify.annotations.NullMarked;

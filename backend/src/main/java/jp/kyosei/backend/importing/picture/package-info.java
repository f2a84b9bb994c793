/** A brought-in sheet as the office knows it, each cell with what became of it. Knows nothing of stored plans. */
@NullMarked
package jp.kyosei.backend.importing.picture;

import org.jspecify.annotations.NullMarked;

/** Writes remarks into a person's own file. */
@NullMarked
package jp.kyosei.backend.sheet.remark;

import org.jspecify.annotations.NullMarked;

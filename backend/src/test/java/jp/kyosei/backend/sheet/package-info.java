/** Tables honest and hostile. */
@NullMarked
package jp.kyosei.backend.sheet;

import org.jspecify.annotations.NullMarked;

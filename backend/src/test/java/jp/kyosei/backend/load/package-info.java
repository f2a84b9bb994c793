/** Tests of what one process takes on at the same time. */
@NullMarked
package jp.kyosei.backend.load;

import org.jspecify.annotations.NullMarked;

/** What time it is, and that it is Japanese time. */
@NullMarked
package jp.kyosei.backend.clock;

import org.jspecify.annotations.NullMarked;

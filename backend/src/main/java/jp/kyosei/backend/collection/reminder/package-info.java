/** Reminds departments of what they have not answered (督促), and says how far that came. */
@NullMarked
package jp.kyosei.backend.collection.reminder;

import org.jspecify.annotations.NullMarked;

/** Archives that were ordered: made beside by whichever replica comes first, kept for some days for the owner's admin. */
@NullMarked
package jp.kyosei.backend.leaving.order;

import org.jspecify.annotations.NullMarked;

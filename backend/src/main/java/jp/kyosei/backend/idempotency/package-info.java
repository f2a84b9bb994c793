/** A request that is sent again under the same key takes effect once and is answered as the first time. */
@NullMarked
package jp.kyosei.backend.idempotency;

import org.jspecify.annotations.NullMarked;

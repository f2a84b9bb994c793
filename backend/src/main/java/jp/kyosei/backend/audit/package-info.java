/** Who changed what, when, from what to what: written in the transaction of the change, append-only. */
@NullMarked
package jp.kyosei.backend.audit;

import org.jspecify.annotations.NullMarked;

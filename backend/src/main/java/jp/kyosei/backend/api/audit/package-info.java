/** Who changed what, in REST. */
@NullMarked
package jp.kyosei.backend.api.audit;

import org.jspecify.annotations.NullMarked;

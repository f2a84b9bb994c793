/** Who the caller is, in REST. */
@NullMarked
package jp.kyosei.backend.api.me;

import org.jspecify.annotations.NullMarked;

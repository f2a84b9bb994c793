/** Plans and the dated rules of owners in REST. */
@NullMarked
package jp.kyosei.backend.api.plans;

import org.jspecify.annotations.NullMarked;

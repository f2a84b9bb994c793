/** Changes of staff, from March to 1 April. */
@NullMarked
package jp.kyosei.backend.staffing;

import org.jspecify.annotations.NullMarked;

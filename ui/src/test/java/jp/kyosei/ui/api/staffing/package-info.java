/** Changes of staff, by REST. */
@NullMarked
package jp.kyosei.ui.api.staffing;

import org.jspecify.annotations.NullMarked;

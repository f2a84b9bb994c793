/** Changes of staff (人事異動) in REST. */
@NullMarked
package jp.kyosei.backend.api.staffing;

import org.jspecify.annotations.NullMarked;

/** REST: an owner's whole data as one archive, and its end. */
@NullMarked
package jp.kyosei.backend.api.leaving;

import org.jspecify.annotations.NullMarked;

/** Notes, their threads and the files that hang at them, in REST. */
@NullMarked
package jp.kyosei.backend.api.notes;

import org.jspecify.annotations.NullMarked;

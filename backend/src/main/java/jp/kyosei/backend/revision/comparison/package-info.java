/** What tells two versions of a plan apart, thing by thing and field by field, with the reasons that were given for it. */
@NullMarked
package jp.kyosei.backend.revision.comparison;

import org.jspecify.annotations.NullMarked;

/** A draft of a plan, changed thing by thing by several people: every change is one that can be taken back. */
@NullMarked
package jp.kyosei.backend.revision.drafting;

import org.jspecify.annotations.NullMarked;

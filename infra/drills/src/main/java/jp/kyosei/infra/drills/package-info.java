/** Drills: they start a whole copy of the product, do to it what may happen, and look for what was lost. */
@NullMarked
package jp.kyosei.infra.drills;

import org.jspecify.annotations.NullMarked;

/**
 * Tells every replica at once what has changed, so that open screens follow. Carries no data: whoever listens reads
 * anew, with their own rights.
 */
@NullMarked
package jp.kyosei.backend.live;

import org.jspecify.annotations.NullMarked;

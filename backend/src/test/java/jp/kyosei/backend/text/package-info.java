/** Tests of what a text may be. */
@NullMarked
package jp.kyosei.backend.text;

import org.jspecify.annotations.NullMarked;
